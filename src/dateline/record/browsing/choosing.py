"""Which event mentions fit: asked of the database, kept while the record stays the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator

import numpy as np
import sqlalchemy as sa
from msgspec.structs import asdict, replace

from dateline.record.ask import Filters, narrow
from dateline.record.browsing.columns import Columns, Truth, Whole, cells
from dateline.record.browsing.sides import Sides
from dateline.record.tables import EVENT

FACETS = ("type", "quad", "country", "status", "source", "hedged")
"""Filters of which the values are counted, each as if it were not asked for itself."""
_KEPT = 64


class Chosen:
    """The columns of a record, and what was lately chosen among them."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._kept: OrderedDict[Filters, Truth] = OrderedDict()
        self._lock = threading.Lock()
        self._sides: Sides | None = None

    def sides(self, db: sa.Connection) -> Sides:
        """The parties of all mentions; loaded when first asked for."""
        with self._lock:
            if self._sides is None:
                self._sides = Sides(db, self.columns)
            return self._sides

    def fits(self, db: sa.Connection, filters: Filters) -> Truth:
        """For each row whether it fits."""
        fits = np.ones(len(self.columns), np.bool_)
        for part in _parts(filters):
            fits = fits & self._part(db, part)
        if filters.min_witnesses is not None:
            fits = fits & (self.columns.witnesses >= filters.min_witnesses)
        return fits

    def _part(self, db: sa.Connection, part: Filters) -> Truth:
        with self._lock:
            if part in self._kept:
                self._kept.move_to_end(part)
                return self._kept[part]
        found = np.zeros(len(self.columns), np.bool_)
        found[self.columns.rows_of([n for (n,) in cells(db, narrow(db, part, EVENT.c.number))])] = True
        with self._lock:
            self._kept[part] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def shown(self, fits: Truth) -> Whole:
        """Of each link that has rows that fit, the most telling of them."""
        rows = np.flatnonzero(fits)
        links = self.columns.link_of[rows]
        return rows[np.r_[True, links[1:] != links[:-1]]] if len(rows) else rows


def _parts(filters: Filters) -> Iterator[Filters]:
    """Each facet alone and all else together, so that a facet can be left out without asking anew.

    How many witnesses there are the columns know themselves.
    """
    for name in FACETS:
        if getattr(filters, name) is not None:
            yield Filters(**{name: getattr(filters, name)})
    rest = replace(filters, min_witnesses=None, **dict.fromkeys(FACETS))
    if any(v is not None for v in asdict(rest).values()):
        yield rest
