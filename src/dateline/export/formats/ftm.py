"""FollowTheMoney entities, one a line: articles, who acts in them, where each is mentioned, and the events."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.export import cells
from dateline.export.base import Format, Job, Reading
from dateline.export.reference import country, sector
from dateline.model.document import Event
from dateline.model.mentions import Entity, Place

Proxy = dict[str, Any]

_SCHEMATA = {"person": "Person", "state": "PublicBody", "group": "Organization", "party": "Organization"}
"""By the first part of an actor's id; others by their sector."""
_ORGANIZED = {"LegalEntity": "Organization"}
_WEB = ("http://", "https://")


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    for proxy in _proxies(readings):
        out.write(msgspec.json.encode(proxy) + b"\n")
        job.tally.rows += 1


def _proxies(readings: Iterable[Reading]) -> Iterator[Proxy]:
    """Articles and events as they come, each actor once at the end, with all its names."""
    actors: dict[str, Proxy] = {}
    articles: set[str] = set()
    mentions: set[str] = set()
    for reading in readings:
        if reading.key not in articles:
            articles.add(reading.key)
            yield _article(reading)
        for entity in _known(reading):
            _merge(actors, _actor(entity, reading))
            mention = _mention(entity, reading)
            if mention["id"] not in mentions:
                mentions.add(mention["id"])
                yield mention
        yield from (_event(event, reading) for event in reading.events)
    yield from actors.values()


def _known(reading: Reading) -> Iterator[Entity]:
    """The parties and sources that have a name; "police" or "residents" are no entities."""
    for event in reading.events:
        sources = (a.source for a in event.attribution if a.source)
        yield from (e for e in (*event.actor, *event.recipient, *sources) if _named(e))


def _named(entity: Entity) -> bool:
    return bool((entity.identifier_text or "").strip())


def _proxy(ident: str, schema: str, **values: Iterable[str | None]) -> Proxy:
    cleaned = {k: list(dict.fromkeys(s for v in vs if v and (s := " ".join(v.split())))) for k, vs in values.items()}
    return {"id": ident, "schema": schema, "properties": {k: vs for k, vs in cleaned.items() if vs}}


def _id(*parts: str) -> str:
    return "dateline-" + hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _article_id(reading: Reading) -> str:
    return _id("article", reading.key)


def _actor_id(entity: Entity, reading: Reading) -> str:
    """An actor of the knowledge base is the same in all articles; another only within its own."""
    if entity.identifier_id:
        return _id("actor", entity.identifier_id)
    return _id("actor", reading.key, (entity.identifier_text or "").casefold())


def _article(reading: Reading) -> Proxy:
    cite = reading.cite
    return _proxy(
        _article_id(reading),
        "Article",
        title=[cite.title],
        fileName=[] if _is_web(cite.url) else [cite.url],
        sourceUrl=[cite.url] if _is_web(cite.url) else [],
        publisher=[cite.publication],
        publishedAt=[cite.date],
    )


def _is_web(url: str | None) -> bool:
    return (url or "").startswith(_WEB)


def _actor(entity: Entity, reading: Reading) -> Proxy:
    return _proxy(
        _actor_id(entity, reading),
        _schema(entity),
        name=[entity.identifier_text],
        weakAlias=[entity.entity_text] if entity.entity_text != entity.identifier_text else [],
        country=[country(entity.code).alpha2.lower()],
        keywords=entity.sector,
    )


def _schema(entity: Entity) -> str:
    kind, colon, _ = (entity.identifier_id or "").partition(":")
    if kind in _SCHEMATA:
        return _SCHEMATA[kind]
    schema = sector(entity).ftm
    return _ORGANIZED.get(schema, schema) if colon else "LegalEntity"


def _merge(actors: dict[str, Proxy], new: Proxy) -> None:
    """One entity of all its mentions; the first says what kind it is."""
    known = actors.setdefault(new["id"], new)
    for name, values in new["properties"].items():
        kept = known["properties"].setdefault(name, [])
        kept += [v for v in values if v not in kept]


def _mention(entity: Entity, reading: Reading) -> Proxy:
    actor = _actor_id(entity, reading)
    return _proxy(
        _id("mention", reading.key, actor, entity.entity_text),
        "Mention",
        document=[_article_id(reading)],
        resolved=[actor],
        name=[entity.entity_text],
        detectedSchema=[_schema(entity)],
    )


def _event(event: Event, reading: Reading) -> Proxy:
    involved = [_actor_id(e, reading) for e in (*event.actor, *event.recipient) if _named(e)]
    place = event.event_loc
    return _proxy(
        _id("event", event.id),
        "Event",
        name=[f"{cells.what(event)}: {cells.words(event.event_text)}".rstrip(": ")],
        startDate=[event.date],
        endDate=[event.enddate],
        location=[_address(place)] if place else [],
        country=[country(place.country_code).alpha2.lower()] if place else [],
        involved=involved,
        proof=[_article_id(reading)],
        recordId=[event.id],
        sourceUrl=[event.cite_info.url] if _is_web(event.cite_info.url) else [],
        publisher=[event.cite_info.publication],
        summary=[reading.passage(event)],
        keywords=[*event.event, *event.mode, *event.context, event.status, "hedged" if event.hedged else None],
        notes=_notes(event),
    )


def _address(place: Place) -> str:
    parts = (cells.place_name(place), place.province, place.country)
    return ", ".join(dict.fromkeys(p for p in parts if p))


def _notes(event: Event) -> list[str]:
    """What FollowTheMoney has no property for, in words."""
    told = {
        "actor": cells.names(event.actor),
        "recipient": cells.names(event.recipient),
        "figures": cells.figures(event),
        "according to": cells.who_says(event),
        "words at": cells.offsets(event.event_text),
        "link": event.link or "",
    }
    return [f"{key}: {value}" for key, value in told.items() if value]


FORMAT = Format(
    summary="FollowTheMoney entities, one a line", suffix=".ftm.json", media="application/x-ndjson", write=_write
)
