"""The parties of all event mentions, in memory: who stands on which side."""

from __future__ import annotations

import functools

import numpy as np
import sqlalchemy as sa

from dateline.record.browsing.columns import UNKNOWN, Coded, Columns, Truth, Whole
from dateline.record.tables import PARTY

_MARK = "\t"


class Sides:
    """A party a row, in the order of the columns' rows: `row` of its event there, whether `acts`, and who it is.

    `who` is its name in lower case (the canonical one, else the words) with its code: the army of one country is not
    that of another. `code` and `sector` are as in the record.
    """

    def __init__(self, db: sa.Connection, columns: Columns) -> None:
        ids = columns.coded("id")
        rows = np.full(len(ids.values), UNKNOWN, np.int64)
        rows[ids.codes] = np.arange(len(columns))
        at = dict(zip(ids.values, rows.tolist(), strict=True))
        query = sa.select(PARTY.c.event, PARTY.c.side, PARTY.c.name, PARTY.c.code, PARTY.c.sector)
        read = [(at[event], *rest) for event, *rest in db.execute(query) if at.get(event, UNKNOWN) != UNKNOWN]
        read.sort(key=lambda r: r[0])
        cells = [list(c) for c in zip(*read, strict=True)] or [[], [], [], [], []]
        self.row = np.array(cells[0], np.int64)
        self.acts = np.array([side == "actor" for side in cells[1]], np.bool_)
        self.who = Coded([key(name, code) for name, code in zip(cells[2], cells[3], strict=True)])
        self.code, self.sector = Coded(cells[3]), Coded(cells[4])

    @functools.cached_property
    def pairs(self) -> tuple[Whole, Whole]:
        """Each actor with each recipient of its event: two columns of numbers of parties."""
        actors, recipients = np.flatnonzero(self.acts), np.flatnonzero(~self.acts)
        first = np.searchsorted(self.row[recipients], self.row[actors], "left")
        count = np.searchsorted(self.row[recipients], self.row[actors], "right") - first
        within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        return np.repeat(actors, count), recipients[np.repeat(first, count) + within]

    def named(self, name: str, code: str | None = None) -> Truth:
        """The parties of exactly this name, in whatever case; of this code alone where one is given."""
        wanted = name.casefold()
        if code is not None:
            return np.asarray(self.who.codes == self.who.place_of(key(wanted, code)), np.bool_)
        first, last = (self.who.place_of(wanted + mark) for mark in (_MARK, chr(ord(_MARK) + 1)))
        within: Truth = (self.who.codes >= first) & (self.who.codes < last)
        return within


def key(name: str, code: str | None) -> str:
    """Who a party is: its name in lower case, and its code."""
    return f"{name}{_MARK}{code or ''}"


def parted(who: str) -> tuple[str, str | None]:
    """The name and the code of a key."""
    name, _, code = who.rpartition(_MARK)
    return name, code or None
