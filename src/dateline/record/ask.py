"""Questions to the record: which events, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import sqlalchemy as sa
from msgspec import Struct

from dateline.model.document import Event
from dateline.record import decisions, rows
from dateline.record.opening import told
from dateline.record.store import Store
from dateline.record.tables import ARTICLE, CLAIM, EVENT, PARTY, SOURCE, has_words

Sort = Literal["date", "-date", "published", "-published", "type", "country", "confidence", "-confidence", "link"]


class Filters(Struct, frozen=True, kw_only=True):
    """What events to look for; what is None is not asked about.

    `type`, `quad`, `country` and `status` may hold several values with commas between them. `actor`, `recipient` and
    `party` (either side) are an ISO or IGO code in capitals, or part of a name; `dyad` is an actor and a recipient.
    `since` and `until` are ISO days that the event's days must touch; `undated` asks for events without a day, or for
    those with one. `source` is part of the outlet's name, `said_by` of the name of who is quoted for it. `text` are
    words of its sentence. `min_witnesses` independent witnesses, or more, tell the event.
    """

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    dyad: tuple[str, str] | None = None
    type: str | None = None
    mode: str | None = None
    quad: str | None = None
    place: str | None = None
    geonameid: int | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool | None = None
    source: str | None = None
    said_by: str | None = None
    status: str | None = None
    hedged: bool | None = None
    text: str | None = None
    link: str | None = None
    min_confidence: float | None = None
    min_witnesses: int | None = None


def query(db: sa.Connection, filters: Filters, *columns: sa.ColumnElement[Any]) -> sa.Select[tuple[Any, ...]]:
    """The rows of `columns` of the events that fit."""
    found = sa.select(*columns).select_from(EVENT.join(ARTICLE, EVENT.c.article == ARTICLE.c.id))
    return found.where(*_conditions(db, filters))


def narrow(db: sa.Connection, filters: Filters, *columns: sa.ColumnElement[Any]) -> sa.Select[tuple[Any, ...]]:
    """As `query`, for columns of events alone: articles are looked at only where a filter speaks of them."""
    return sa.select(*columns).where(*_conditions(db, filters))


def events(store: Store, filters: Filters, sort: Sort = "date", limit: int | None = None) -> Iterator[Event]:
    """The events that fit, with what people set by hand in place of what was read."""
    with told(store.target), store.db.begin():
        chosen = query(store.db, filters, EVENT.c.id, EVENT.c.link, EVENT.c.body)
        read = [rows.event(dict(r)) for r in store.db.execute(chosen.order_by(*_order(sort)).limit(limit)).mappings()]
        return iter(decisions.applied(store.db, read))


def by_article(store: Store, filters: Filters) -> dict[str, set[str]]:
    """The ids of the events that fit, by the articles that they stand in."""
    found: dict[str, set[str]] = {}
    with told(store.target), store.db.begin():
        for article, event in store.db.execute(query(store.db, filters, EVENT.c.article, EVENT.c.id)):
            found.setdefault(article, set()).add(event)
    return found


def _order(sort: Sort) -> tuple[sa.ColumnElement[Any], ...]:
    name = sort.removeprefix("-")
    column = ARTICLE.c.published if name == "published" else EVENT.c[name]
    first = column.desc() if sort.startswith("-") else column.asc()
    return column.is_(None), first, EVENT.c.id.asc()


def _conditions(db: sa.Connection, filters: Filters) -> Iterator[sa.ColumnElement[bool]]:
    for field, condition in _PLAIN.items():
        value = getattr(filters, field)
        if value is not None:
            yield condition(value)
    if filters.actor or filters.dyad:
        yield _has_party(filters.actor or filters.dyad[0], "actor")  # type: ignore[index]
    if filters.recipient or filters.dyad:
        yield _has_party(filters.recipient or filters.dyad[1], "recipient")  # type: ignore[index]
    if filters.text:
        yield has_words(db, filters.text)


def _has_party(wanted: str, side: str | None = None) -> sa.ColumnElement[bool]:
    coded = wanted.isupper() and len(wanted) == 3
    fits = PARTY.c.code == wanted if coded else PARTY.c.name.contains(wanted.casefold(), autoescape=True)
    return EVENT.c.id.in_(sa.select(PARTY.c.event).where(fits, *([PARTY.c.side == side] if side else [])))


def _named(column: sa.ColumnElement[Any], part: str) -> sa.ColumnElement[bool]:
    return sa.func.lower(column).contains(part.lower(), autoescape=True)


def _from_source(part: str) -> sa.ColumnElement[bool]:
    outlets = sa.select(SOURCE.c.id).where(_named(SOURCE.c.name, part))
    return EVENT.c.article.in_(sa.select(ARTICLE.c.id).where(ARTICLE.c.source.in_(outlets)))


def _said_by(part: str) -> sa.ColumnElement[bool]:
    return EVENT.c.id.in_(sa.select(CLAIM.c.event).where(CLAIM.c.source.contains(part.casefold(), autoescape=True)))


def _has_mode(mode: str) -> sa.ColumnElement[bool]:
    return (" " + EVENT.c.mode + " ").contains(f" {mode} ", autoescape=True)


def _among(column: sa.ColumnElement[Any], values: str) -> sa.ColumnElement[bool]:
    several = [v.strip() for v in values.split(",")]
    return column == several[0] if len(several) == 1 else column.in_(several)


def _told_by(witnesses: int) -> sa.ColumnElement[bool]:
    told = sa.select(EVENT.c.link).join(ARTICLE, EVENT.c.article == ARTICLE.c.id).group_by(EVENT.c.link)
    return EVENT.c.link.in_(told.having(sa.func.count(ARTICLE.c.witness.distinct()) >= witnesses))


_PLAIN: dict[str, Callable[[Any], sa.ColumnElement[bool]]] = {
    "type": lambda v: _among(EVENT.c.type, v.upper()),
    "mode": _has_mode,
    "quad": lambda v: _among(EVENT.c.quad, v),
    "place": lambda v: _named(EVENT.c.place, v),
    "geonameid": lambda v: EVENT.c.geonameid == v,
    "country": lambda v: _among(EVENT.c.country, v.upper()),
    "since": lambda v: EVENT.c.enddate >= v,
    "until": lambda v: EVENT.c.date <= v,
    "undated": lambda v: EVENT.c.date.is_(None) if v else EVENT.c.date.is_not(None),
    "source": _from_source,
    "said_by": _said_by,
    "status": lambda v: _among(EVENT.c.status, v),
    "hedged": lambda v: EVENT.c.hedged.is_(v),
    "link": lambda v: EVENT.c.link == v,
    "min_confidence": lambda v: EVENT.c.confidence >= v,
    "min_witnesses": lambda v: _told_by(v),
    "party": _has_party,
}
