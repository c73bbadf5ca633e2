"""An event as one flat row, for maps and databases: plain values, lists as short texts."""

from __future__ import annotations

from dateline.export import cells
from dateline.model.document import Event
from dateline.model.mentions import Place

Value = str | int | float | bool | None

TYPES: dict[str, type] = {
    "id": str,
    "link": str,
    "type": str,
    "mode": str,
    "context": str,
    "quad_code": str,
    "event_scale": float,
    "date": str,
    "enddate": str,
    "date_precision": str,
    "actor": str,
    "actor_code": str,
    "recipient": str,
    "recipient_code": str,
    "place": str,
    "place_kind": str,
    "resolution": int,
    "geonameid": int,
    "city": str,
    "district": str,
    "province": str,
    "country": str,
    "country_code": str,
    "figures": str,
    "status": str,
    "hedged": bool,
    "attributed_to": str,
    "confidence": float,
    "words": str,
    "offsets": str,
    "sentence_offsets": str,
    "passage": str,
    "outlet": str,
    "title": str,
    "published": str,
    "url": str,
}
"""The columns in their order, with the type of each; every one may be None."""
DAYS = ("date", "enddate", "published")
"""The columns that hold ISO days."""


def row(event: Event, passage: str | None) -> dict[str, Value]:
    """The event by TYPES. What the article does not say is None, never an empty text."""
    values = _what(event) | _who(event) | _where(event.event_loc or Place()) | _words(event, passage)
    return {name: None if values[name] == "" else values[name] for name in TYPES}


def _what(event: Event) -> dict[str, Value]:
    return {
        "id": event.id,
        "link": event.link,
        "type": event.event[0],
        "mode": cells.joined(event.mode),
        "context": cells.joined(event.context),
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "date": event.date,
        "enddate": event.enddate,
        "date_precision": event.date_precision,
        "status": event.status,
        "hedged": event.hedged,
        "confidence": event.confidence,
    }


def _who(event: Event) -> dict[str, Value]:
    return {
        "actor": cells.names(event.actor),
        "actor_code": cells.joined(e.code for e in event.actor),
        "recipient": cells.names(event.recipient),
        "recipient_code": cells.joined(e.code for e in event.recipient),
        "figures": cells.figures(event),
        "attributed_to": cells.who_says(event),
    }


def _where(place: Place) -> dict[str, Value]:
    return {
        "place": cells.place_name(place),
        "place_kind": cells.area(place),
        "resolution": place.resolution,
        "geonameid": place.geonameid,
        "city": place.city,
        "district": place.district,
        "province": place.province,
        "country": place.country,
        "country_code": place.country_code,
    }


def _words(event: Event, passage: str | None) -> dict[str, Value]:
    cite = event.cite_info
    return {
        "words": cells.words(event.event_text),
        "offsets": cells.offsets(event.event_text),
        "sentence_offsets": cells.sentence(event),
        "passage": passage,
        "outlet": cite.publication,
        "title": cite.title,
        "published": cite.date,
        "url": cite.url,
    }
