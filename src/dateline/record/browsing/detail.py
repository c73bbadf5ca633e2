"""One event in full: what is reconciled, each mention of it, and where its witnesses differ."""

from __future__ import annotations

import numpy as np
import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import asdict

from dateline.model.document import Event
from dateline.record import decisions, reconcile, rows
from dateline.record.ask import Filters
from dateline.record.browsing import listing
from dateline.record.browsing.columns import NOWHERE, UNKNOWN, Columns, Sort, Whole
from dateline.record.browsing.overview import SMALL
from dateline.record.browsing.pages import Asked, Page, cut
from dateline.record.browsing.view import View
from dateline.record.tables import EVENT

_RIVALS = 12


class ToldRow(listing.Row, frozen=True, kw_only=True):
    """A mention as a row, with who tells it."""

    telling: reconcile.Telling


class Detail(Struct, frozen=True, kw_only=True):
    """An event: as a row of lists, reconciled, and its mentions in the order of publication.

    `rivals` are other events of the same place and days: perhaps the same, told otherwise.
    """

    row: listing.Row
    reconciled: reconcile.Reconciled
    mentions: tuple[ToldRow, ...]
    rivals: tuple[listing.Row, ...]


class Kept(Event, frozen=True, kw_only=True):
    """An event mention and the id of the article that it stands in."""

    article: str


def of_link(view: View, name: str) -> Detail | None:
    """The event of a link, or of any of its mentions' ids; None where the record has neither."""
    columns = view.chosen().columns
    with view.looking() as db:
        link = db.execute(sa.select(EVENT.c.link).where(EVENT.c.id == name)).scalar() or name
        mentions = reconcile.tellings(db, [link]).get(link)
        found = columns.rows_of(db.execute(sa.select(EVENT.c.number).where(EVENT.c.link == link)).scalars().all())
        if not mentions or not len(found):
            return None
        written = {row.event: row for row in listing.of(db, columns, np.sort(found))}
        rivals = tuple(listing.of(db, columns, _rivals(columns, int(found.min()))))
    one = reconcile.reconciled(link, mentions)
    told_rows = (ToldRow(**asdict(written[m.event.id]), telling=m.telling) for m in mentions if m.event.id in written)
    return Detail(row=next(iter(written.values())), reconciled=one, mentions=tuple(told_rows), rivals=rivals)


def _rivals(columns: Columns, row: int) -> Whole:
    """The first rows of other links whose place is that of `row` and whose day is at most one day from its day."""
    place, day = columns.places[row], columns.day[row]
    if day == UNKNOWN or place == NOWHERE or columns.resolution[row] < SMALL:
        return np.zeros(0, np.int64)
    near = (columns.places == place) & (abs(columns.day - day) <= 1) & (columns.link_of != columns.link_of[row])
    rows = np.flatnonzero(near)
    _, first = np.unique(columns.link_of[rows], return_index=True)
    return rows[first][:_RIVALS]


def of_event(view: View, name: str) -> Kept | None:
    """One event mention, with what people set by hand; None where the record has none of that id."""
    with view.looking() as db:
        found = _read(db, EVENT.c.id == name)
    return next(iter(found.values()), None)


def events(view: View, filters: Filters, sort: Sort = "-date", asked: Asked | None = None) -> Page[Kept]:
    """The event mentions that fit."""
    chosen = view.chosen()
    columns: Columns = chosen.columns
    with view.looking() as db:
        fitting = np.flatnonzero(chosen.fits(db, filters))
        some, following = cut(columns, fitting, sort, asked or Asked())
        numbers = columns.number[some].tolist()
        read = _read(db, EVENT.c.number.in_(numbers))
    return Page(tuple(read[n] for n in numbers if n in read), following, len(fitting))


def _read(db: sa.Connection, condition: sa.ColumnElement[bool]) -> dict[int, Kept]:
    query = sa.select(EVENT.c.number, EVENT.c.link, EVENT.c.body, EVENT.c.article).where(condition)
    found = [dict(row) for row in db.execute(query).mappings()]
    events = decisions.applied(db, [rows.event(row) for row in found])
    return {row["number"]: _kept(event, row["article"]) for row, event in zip(found, events, strict=True)}


def _kept(event: Event, article: str) -> Kept:
    return Kept(**{f: getattr(event, f) for f in event.__struct_fields__ if f != "why"}, article=article)
