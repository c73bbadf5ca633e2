"""One real-world event as its witnesses tell it: every version of every field and who tells it; nothing averaged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from dateline.model.document import Event
from dateline.model.mentions import Figure
from dateline.record import decisions, rows
from dateline.record.opening import told
from dateline.record.store import Store
from dateline.record.tables import ARTICLE, EVENT, SOURCE


class Telling(Struct, frozen=True, kw_only=True):
    """Who tells a version: the article, whom it names for it and in what stance, and whether it doubts it.

    Articles of one `witness` are copies of one story.
    """

    event: str
    url: str | None
    outlet: str | None
    published: str | None
    witness: str
    according_to: tuple[tuple[str | None, str], ...]
    hedged: bool


class Version(Struct, frozen=True, kw_only=True):
    """A value of a field and who tells it, first published first: so many `witnesses`, independent of each other."""

    value: str
    tellings: tuple[Telling, ...]
    witnesses: int


class Field(Struct, frozen=True, kw_only=True):
    """A field's versions, the most witnessed first. `agreed` where all who say something say the same."""

    name: str
    versions: tuple[Version, ...]
    agreed: bool


class Toll(Struct, frozen=True, kw_only=True):
    """A count of one kind as told over time: [(published, low, high, outlet)], and the lowest and highest told."""

    kind: str
    told: tuple[tuple[str | None, int | None, int | None, str | None], ...]
    lowest: int | None
    highest: int | None


class Reconciled(Struct, frozen=True, kw_only=True):
    """The event behind a link. `articles` counts printings, `witnesses` independent ones."""

    link: str
    type: str
    date: str | None
    enddate: str | None
    articles: int
    witnesses: int
    outlets: tuple[str, ...]
    first_told: str | None
    fields: tuple[Field, ...]
    tolls: tuple[Toll, ...]


class Told(Struct, frozen=True):
    """An event mention with its telling."""

    event: Event
    telling: Telling


def of_link(store: Store, name: str) -> Reconciled | None:
    """The event of a link, or of any event's id; None where the record has neither."""
    with told(store.target), store.db.begin():
        link = store.db.execute(sa.select(EVENT.c.link).where(EVENT.c.id == name)).scalar() or name
        mentions = tellings(store.db, [link]).get(link)
    return reconciled(link, mentions) if mentions else None


def tellings(db: sa.Connection, links: Iterable[str]) -> dict[str, list[Told]]:
    """The mentions of each link, in the order of their publication."""
    found: dict[str, list[Told]] = {}
    names = sorted(set(links))
    for i in range(0, len(names), 500):
        for row in db.execute(_query().where(EVENT.c.link.in_(names[i : i + 500]))).mappings():
            event = decisions.applied(db, [rows.event(dict(row))])[0]
            found.setdefault(row["link"], []).append(Told(event, _telling(row, event)))
    return found


def _query() -> sa.Select[tuple[object, ...]]:
    columns = (EVENT.c.id, EVENT.c.link, EVENT.c.body, ARTICLE.c.url, ARTICLE.c.published, ARTICLE.c.witness)
    joined = EVENT.join(ARTICLE, EVENT.c.article == ARTICLE.c.id).outerjoin(SOURCE, ARTICLE.c.source == SOURCE.c.id)
    order = (ARTICLE.c.published.is_(None), ARTICLE.c.published, ARTICLE.c.url, EVENT.c.sequence)
    return sa.select(*columns, SOURCE.c.name.label("outlet")).select_from(joined).order_by(*order)


def _telling(row: Mapping[Any, Any], event: Event) -> Telling:
    said = tuple((a.source.called if a.source else None, a.stance) for a in event.attribution)
    fields = {name: row[name] for name in ("url", "outlet", "published", "witness")}
    return Telling(event=event.id, according_to=said, hedged=event.hedged, **fields)


def reconciled(link: str, mentions: list[Told]) -> Reconciled:
    """The versions of what the mentions of one link tell."""
    fields = tuple(f for name, values in _FIELDS.items() if (f := _field(name, values, mentions)).versions)
    types = next((f for f in fields if f.name == "what"), None)
    days = [(m.event.date, m.event.enddate or m.event.date) for m in mentions if m.event.date]
    best = max(days, key=lambda d: (days.count(d), d), default=(None, None))
    return Reconciled(
        link=link,
        type=types.versions[0].value if types else "",
        date=best[0],
        enddate=best[1],
        articles=len({(m.telling.url, m.telling.witness, m.telling.published) for m in mentions}),
        witnesses=len({m.telling.witness for m in mentions}),
        outlets=tuple(dict.fromkeys(m.telling.outlet for m in mentions if m.telling.outlet)),
        first_told=next((m.telling.published for m in mentions if m.telling.published), None),
        fields=fields,
        tolls=tuple(_tolls(mentions)),
    )


def _field(name: str, values: Callable[[Event], Iterable[str]], mentions: list[Told]) -> Field:
    versions: dict[str, list[Telling]] = {}
    for mention in mentions:
        for value in dict.fromkeys(values(mention.event)):
            versions.setdefault(value, []).append(mention.telling)
    made = (
        Version(value=value, tellings=tuple(those), witnesses=len({t.witness for t in those}))
        for value, those in versions.items()
    )
    ordered = tuple(sorted(made, key=lambda v: -v.witnesses))
    return Field(name=name, versions=ordered, agreed=len(ordered) <= 1)


def _tolls(mentions: list[Told]) -> Iterator[Toll]:
    for kind in sorted({f.kind for m in mentions for f in m.event.size}):
        counted = [(m.telling, f) for m in mentions for f in m.event.size if f.kind == kind]
        over_time = dict.fromkeys((t.published, f.low, f.high, t.outlet) for t, f in counted)
        bounds = [n for _, f in counted for n in (f.low, f.high) if n is not None]
        lowest, highest = min(bounds, default=None), max(bounds, default=None)
        yield Toll(kind=kind, told=tuple(over_time), lowest=lowest, highest=highest)


def _what(event: Event) -> Iterator[str]:
    yield "/".join((event.event[0], *event.mode))


def _when(event: Event) -> Iterator[str]:
    if event.date:
        yield event.date if event.enddate in (None, event.date) else f"{event.date}…{event.enddate}"


def _where(event: Event) -> Iterator[str]:
    place = event.event_loc
    if place and place.called:
        yield f"{place.called} ({place.country_code})" if place.country_code else place.called


def _count(figure: Figure) -> str:
    low, high = ("?" if n is None else str(n) for n in (figure.low, figure.high))
    return f"{low if low == high else f'{low}–{high}'} {figure.kind}"


_FIELDS: dict[str, Callable[[Event], Iterable[str]]] = {
    "what": _what,
    "who": lambda e: (a.called for a in e.actor),
    "to whom": lambda e: (a.called for a in e.recipient),
    "when": _when,
    "where": _where,
    "how many": lambda e: (_count(f) for f in e.size),
    "status": lambda e: (e.status,),
    "who says": lambda e: (f"{a.source.called} ({a.stance})" for a in e.attribution if a.source),
}
