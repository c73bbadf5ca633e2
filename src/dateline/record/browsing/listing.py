"""Lists of events, each real-world event once: what its most telling mention says, and how many tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from dateline.model.document import Event
from dateline.model.mentions import Attribution, Entity
from dateline.record import decisions, rows
from dateline.record.ask import Filters
from dateline.record.browsing.columns import UNKNOWN, Columns, Sort, Whole
from dateline.record.browsing.pages import Asked, Page, cut
from dateline.record.browsing.view import View
from dateline.record.tables import ARTICLE, EVENT


class Party(Struct, frozen=True, kw_only=True):
    """An actor or recipient: `name` is the canonical name where it is known, else `words`, those of the text.

    `code` is ISO alpha-3, IGO, NGO …; `id` that of the knowledge base.
    """

    name: str
    code: str | None
    sector: tuple[str, ...]
    id: str | None
    words: str


class Amount(Struct, frozen=True, kw_only=True):
    """A figure: how many of which kind, `low` to `high`, null where open."""

    kind: str
    low: int | None
    high: int | None


class Saying(Struct, frozen=True, kw_only=True):
    """Who is quoted for an event, null where it is somebody unnamed, and in what stance."""

    source: str | None
    stance: str


class Row(Struct, frozen=True, kw_only=True):
    """One real-world event (`link`) as its most telling mention (`event`, in `article`) has it.

    `mentions` tell it, of which `witnesses` independently, in `outlets`. `words` is the mention's sentence, "" where
    texts are not kept. Days are ISO days.
    """

    link: str
    event: str
    article: str
    type: str
    mode: tuple[str, ...]
    quad: str | None
    date: str | None
    enddate: str | None
    date_precision: str | None
    published: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    resolution: int | None
    status: str
    hedged: bool
    confidence: float
    figures: tuple[Amount, ...]
    according_to: tuple[Saying, ...]
    outlets: tuple[str, ...]
    mentions: int
    witnesses: int
    words: str


def page(view: View, filters: Filters, sort: Sort = "-date", asked: Asked | None = None) -> Page[Row]:
    """The events that fit, each once."""
    chosen = view.chosen()
    with view.looking() as db:
        shown = chosen.shown(chosen.fits(db, filters))
        return listed(db, chosen.columns, shown, sort, asked or Asked())


def listed(db: sa.Connection, columns: Columns, shown: Whole, sort: Sort, asked: Asked) -> Page[Row]:
    """The page of a list whose rows are `shown`."""
    found, following = cut(columns, shown, sort, asked)
    return Page(tuple(of(db, columns, found)), following, len(shown))


def of(db: sa.Connection, columns: Columns, found: Whole) -> list[Row]:
    """The rows, written out, in their order; without those that went since the columns were loaded."""
    numbers = columns.number[found].tolist()
    read = {row["number"]: row for row in db.execute(_query().where(EVENT.c.number.in_(numbers))).mappings()}
    kept = [(n, at) for n, at in zip(numbers, found.tolist(), strict=True) if n in read]
    events = decisions.applied(db, [rows.event(dict(read[n])) for n, _ in kept])
    return [_row(read[n], event, columns, at) for (n, at), event in zip(kept, events, strict=True)]


def _query() -> sa.Select[tuple[Any, ...]]:
    kept = ARTICLE.c.text.is_not(None).label("kept")
    columns = (EVENT.c.number, EVENT.c.id, EVENT.c.link, EVENT.c.body, EVENT.c.words, EVENT.c.article)
    joined = EVENT.join(ARTICLE, EVENT.c.article == ARTICLE.c.id)
    return sa.select(*columns, ARTICLE.c.published, kept).select_from(joined)


def _row(read: Mapping[Any, Any], event: Event, columns: Columns, at: int) -> Row:
    those = columns.mentions_of(at)
    asked = rows.columns(event) | {"mode": event.mode, "enddate": event.enddate}
    return Row(
        **asked,
        link=read["link"],
        event=event.id,
        article=read["article"],
        date_precision=event.date_precision,
        published=read["published"],
        actors=parties(event.actor),
        recipients=parties(event.recipient),
        figures=tuple(Amount(kind=f.kind, low=f.low, high=f.high) for f in event.size),
        according_to=tuple(Saying(source=said_by(a), stance=a.stance) for a in event.attribution),
        outlets=_outlets(columns, those),
        mentions=those.stop - those.start,
        witnesses=int(columns.witnesses[at]),
        words=read["words"] if read["kept"] else "",
    )


def parties(entities: Iterable[Entity]) -> tuple[Party, ...]:
    """Parties of an event."""
    return tuple(
        Party(name=e.called, code=e.code, sector=e.sector, id=e.identifier_id, words=e.entity_text) for e in entities
    )


def said_by(said: Attribution) -> str | None:
    """Who is quoted, None where it is somebody unnamed."""
    return said.source.called if said.source else None


def _outlets(columns: Columns, those: slice) -> tuple[str, ...]:
    """The outlets that tell a link, first told first."""
    sources = columns.coded("source")
    by_day = sorted(zip(columns.published[those].tolist(), sources.codes[those].tolist(), strict=True))
    return tuple(dict.fromkeys(sources.values[code] for _, code in by_day if code != UNKNOWN))
