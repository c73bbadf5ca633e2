"""Claims: who says what of whom, and who confirms, disputes, takes back or tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import sqlalchemy as sa
from msgspec import Struct

from dateline.model.document import Event
from dateline.model.mentions import Attribution
from dateline.record.ask import Filters
from dateline.record.browsing import listing, people
from dateline.record.browsing.choosing import Chosen
from dateline.record.browsing.columns import Columns, Sort, Truth, Whole
from dateline.record.browsing.pages import Asked, BadCursor, Page, first_after, key_of, packed, unpacked
from dateline.record.browsing.view import View
from dateline.record.tables import CLAIM, EVENT

_ORDER: Sort = "-published"
_RELATIONS = {
    "confirms": "confirms",
    "admits": "confirms",
    "denies": "disputes",
    "doubts": "disputes",
    "opposes": "disputes",
    "retracts": "takes back",
}
"""What a stance is to what others claim of the same event."""
_ANSWERS = 40


class Answer(Struct, frozen=True, kw_only=True):
    """What another says of the same event; `relation`: confirms, disputes, takes back, tells otherwise."""

    event: str
    source: str | None
    stance: str
    relation: str


class Claim(Struct, frozen=True, kw_only=True):
    """Who is quoted for an event mention: the words that show it, what is said, and how others answer."""

    event: str
    link: str
    article: str
    source: str | None
    source_code: str | None
    stance: str
    cue: str | None
    content: str | None
    type: str
    mode: tuple[str, ...]
    about: listing.Row
    answers: tuple[Answer, ...]
    published: str | None
    outlet: str | None


def page(
    view: View, filters: Filters, q: str | None = None, stance: str | None = None, asked: Asked | None = None
) -> Page[Claim]:
    """The claims in the events that fit, last published first. `q` is part of the source's name."""
    asked = asked or Asked()
    chosen = view.chosen()
    columns = chosen.columns
    with view.looking() as db:
        rows, places = _claims(db, columns, chosen.fits(db, filters), q, stance)
        ranks = columns.ranks(_ORDER)[rows]
        order = np.lexsort((places, ranks))
        total = len(order)
        if asked.cursor is not None:
            order = order[_after(columns, ranks[order], places[order], asked.cursor)]
        some = order[: asked.limit]
        items = tuple(_written(db, chosen, rows[some], places[some]))
        following = None
        if len(order) > asked.limit:
            following = packed(*key_of(columns, _ORDER, int(rows[some[-1]])), int(places[some[-1]]))
    return Page(items, following, total)


def _claims(db: sa.Connection, columns: Columns, fits: Truth, q: str | None, stance: str | None) -> tuple[Whole, Whole]:
    """The row of each claim's event, and the claim's place among those of the event."""
    query = sa.select(EVENT.c.number, CLAIM.c.sequence).join(EVENT, CLAIM.c.event == EVENT.c.id)
    if q:
        query = query.where(CLAIM.c.source.contains(q.casefold(), autoescape=True))
    if stance:
        query = query.where(CLAIM.c.stance.in_(stance.split(",")))
    read = [(n, place) for n, place in db.execute(query) if n < len(columns.at) and columns.at[n] >= 0]
    rows, places = (np.array([r[n] for r in read], np.int64) for n in (0, 1))
    rows = columns.at[rows] if len(rows) else rows
    return rows[fits[rows]], places[fits[rows]]


def _after(columns: Columns, ranks: Whole, places: Whole, cursor: str) -> Truth:
    *key, place = unpacked(cursor, 4)
    if not isinstance(place, int | float):
        raise BadCursor()
    first = first_after(columns, _ORDER, tuple(key))
    after: Truth = (ranks >= first) | ((ranks == first - 1) & (places > place))
    return after


def _written(db: sa.Connection, chosen: Chosen, rows: Whole, places: Whole) -> Iterator[Claim]:
    columns = chosen.columns
    about = {row.event: row for row in listing.of(db, columns, np.unique(rows))}
    members = np.unique(np.concatenate([np.arange(*_ends(columns, r)) for r in rows.tolist()] or [rows]))
    read = people.events(db, columns.number[members].tolist())
    for row, place in zip(rows.tolist(), places.tolist(), strict=True):
        event = read.get(int(columns.number[row]))
        if event is not None and event.id in about and place < len(event.attribution):
            mates = [read[n] for n in columns.number[slice(*_ends(columns, row))].tolist() if n in read]
            outlet = columns.coded("source").value(int(columns.coded("source").codes[row]))
            yield _claim(event, event.attribution[place], about[event.id], outlet, tuple(_answers(event, place, mates)))


def _ends(columns: Columns, row: int) -> tuple[int, int]:
    those = columns.mentions_of(row)
    return those.start, min(those.stop, those.start + _ANSWERS)


def _claim(
    event: Event, said: Attribution, about: listing.Row, outlet: str | None, answers: tuple[Answer, ...]
) -> Claim:
    return Claim(
        event=event.id, link=about.link, article=about.article, source=listing.said_by(said),
        source_code=said.source.code if said.source else None, stance=said.stance,
        cue=said.cue.text if said.cue else None, content=(said.content.text or None) if said.content else None,
        type=about.type, mode=about.mode, about=about, answers=answers, published=about.published, outlet=outlet,
    )  # fmt: skip


def _answers(event: Event, place: int, mates: list[Event]) -> Iterator[Answer]:
    """What others are quoted for of the same event, and mentions that contradict without quoting anybody."""
    mine = event.attribution[place]
    for mate in mates:
        for n, said in enumerate(mate.attribution):
            relation = _RELATIONS.get(said.stance) or _otherwise(event, mate)
            if (mate.id, n) != (event.id, place) and listing.said_by(said) != listing.said_by(mine) and relation:
                yield Answer(event=mate.id, source=listing.said_by(said), stance=said.stance, relation=relation)
        if not mate.attribution and (relation := _otherwise(event, mate)):
            yield Answer(event=mate.id, source=None, stance="asserts", relation=relation)


def _otherwise(event: Event, mate: Event) -> str | None:
    """Whether two mentions tell different things: another status, or figures of one kind that exclude each other."""
    apart = any(
        f.kind == g.kind and (_above(f.low, g.high) or _above(g.low, f.high)) for f in event.size for g in mate.size
    )
    return "tells otherwise" if apart or event.status != mate.status else None


def _above(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high
