"""A document as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from dateline.linking import ArticleSketch, sketch
from dateline.model import encode
from dateline.model.document import AnnotatedDocument, Cite, Event, Mentions, SentenceSpan
from dateline.model.mentions import Attribution, Entity, Figure, Place, When
from dateline.model.span import Span
from dateline.record import copies
from dateline.record.tables import EVENT

Row = dict[str, Any]
KINDS: dict[str, type] = {
    "actors": Entity,
    "places": Place,
    "dates": When,
    "figures": Figure,
    "attributions": Attribution,
}


class Frame(Struct, frozen=True):
    """What of a document is neither text, mention nor event."""

    cite_info: Cite
    sentences: tuple[SentenceSpan, ...]


class Rows(Struct, frozen=True):
    """All rows of a document but those of linking, and the sketch that linking compares."""

    sketch: ArticleSketch
    article: Row
    mentions: list[Row]
    events: list[Row]
    parties: list[Row]
    figures: list[Row]
    claims: list[Row]


def without_text(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document as it is kept where its text must not be: offsets, names and numbers, no sentence of it."""
    said = tuple(_wordless(a) for a in document.mentions.attributions)
    events = tuple(replace(e, attribution=tuple(_wordless(a) for a in e.attribution)) for e in document.events)
    return replace(document, text="", mentions=replace(document.mentions, attributions=said), events=events)


def _wordless(claim: Attribution) -> Attribution:
    content = claim.content
    return replace(claim, content=Span(text="", start=content.start, end=content.end)) if content else claim


def of(document: AnnotatedDocument, key: str, *, keep_text: bool) -> Rows:
    """The rows of a document whose article is `key`."""
    kept = document if keep_text else without_text(document)
    sketched = sketch(document, key)
    return Rows(
        sketch=sketched,
        article=_article(document, kept, sketched),
        mentions=[r for kind in KINDS for r in _mentions(kept, kind, key)],
        events=[_event(document, e, key, n, keep_text) for n, e in enumerate(kept.events)],
        parties=[r for e in kept.events for r in parties(e)],
        figures=[r for e in kept.events for r in figures(e)],
        claims=[r for e in kept.events for r in claims(e)],
    )


def _article(document: AnnotatedDocument, kept: AnnotatedDocument, sketched: ArticleSketch) -> Row:
    cite = document.cite_info
    return {
        "id": sketched.id,
        "url": cite.url,
        "title": cite.title,
        "published": cite.date,
        "text": kept.text or None,
        "frame": msgspec.json.encode(Frame(kept.cite_info, kept.sentences)),
        "sketch": packed(sketched),
        "signature": copies.signature(document.text).pack(),
        "witness": sketched.id,
    }


def packed(sketched: ArticleSketch) -> bytes:
    """A sketch as the record keeps it."""
    return msgspec.msgpack.encode(sketched, order="deterministic")


def _mentions(document: AnnotatedDocument, kind: str, key: str) -> Iterator[Row]:
    for n, mention in enumerate(getattr(document.mentions, kind)):
        at = mention.cue if isinstance(mention, Attribution) else mention
        start, end = (at.start, at.end) if at else (None, None)
        body = encode.to_json(mention, explain=True)
        yield {"article": key, "kind": kind, "sequence": n, "start": start, "end": end, "body": body}


def _event(document: AnnotatedDocument, event: Event, key: str, number: int, keep_text: bool) -> Row:
    return columns(event) | {
        "id": event.id,
        "article": key,
        "sequence": number,
        "link": event.id,
        "words": _words(document, event) if keep_text else _names(event),
        "body": encode.to_json(event, explain=True),
    }


def columns(event: Event) -> Row:
    """What of an event is asked for."""
    place = event.event_loc
    return {
        "type": event.event[0],
        "mode": " ".join(event.mode) or None,
        "quad": event.quad_code,
        "date": event.date,
        "enddate": event.enddate or event.date,
        "country": place.country_code if place else None,
        "geonameid": place.geonameid if place else None,
        "place": place.called if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "resolution": place.resolution if place else None,
        "status": event.status,
        "hedged": event.hedged,
        "confidence": event.confidence,
    }


def _words(document: AnnotatedDocument, event: Event) -> str:
    info = event.text_info
    return document.text[info.start : info.end] if info else _names(event)


def _names(event: Event) -> str:
    place = event.event_loc.resolved_place if event.event_loc else None
    named = (e.entity_text for e in (*event.actor, *event.recipient))
    return " ".join(filter(None, (*(s.text for s in event.event_text), *named, place)))


def parties(event: Event) -> Iterator[Row]:
    """The rows of an event's parties."""
    for side, parties in (("actor", event.actor), ("recipient", event.recipient)):
        for n, party in enumerate(parties):
            yield {
                "event": event.id,
                "side": side,
                "sequence": n,
                "name": party.called.casefold(),
                "code": party.code,
                "sector": party.sector[0] if party.sector else None,
            }


def figures(event: Event) -> list[Row]:
    """The rows of an event's figures."""
    return [
        {"event": event.id, "sequence": n, "kind": f.kind, "low": f.low, "high": f.high}
        for n, f in enumerate(event.size)
    ]


def claims(event: Event) -> list[Row]:
    """The rows of who is quoted for an event."""
    return [_claim(event.id, n, a) for n, a in enumerate(event.attribution)]


def _claim(event: str, number: int, claim: Attribution) -> Row:
    source = claim.source.called.casefold() if claim.source else None
    return {"event": event, "sequence": number, "source": source, "stance": claim.stance}


def document(article: Row, mentions: Iterable[Row], events: Iterable[Event]) -> AnnotatedDocument:
    """The document of an article's rows."""
    frame = msgspec.json.decode(article["frame"], type=Frame)
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for row in mentions:
        found[row["kind"]].append(msgspec.json.decode(row["body"], type=KINDS[row["kind"]]))
    return AnnotatedDocument(
        cite_info=frame.cite_info,
        text=article["text"] or "",
        sentences=frame.sentences,
        mentions=Mentions(**{kind: tuple(those) for kind, those in found.items()}),
        events=tuple(events),
    )


def events_of(db: sa.Connection, article: str) -> list[Event]:
    """The events of an article as read, in the order of its text."""
    query = sa.select(EVENT.c.id, EVENT.c.link, EVENT.c.body).where(EVENT.c.article == article)
    return [event(dict(r)) for r in db.execute(query.order_by(EVENT.c.sequence)).mappings()]


def event(row: Row) -> Event:
    """An event with the link that the record gives it."""
    read = encode.event_from_json(row["body"])
    return read if read.link == row["link"] else replace(read, link=row["link"])
