"""Fields of an event as short texts: what stays null in the record stays empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dateline.model.document import Cite, Event
from dateline.model.mentions import Attribution, Entity, Figure, Place
from dateline.model.span import Span

AREAS = {1: "country", 2: "province", 3: "district", 4: "town", 5: "point"}
"""What a place's `resolution` says it is."""
_SMALLEST_AREA = 3


def identity(entity: Entity) -> str:
    """What two mentions of one entity share: its id, or where it has none its name."""
    return entity.identifier_id or entity.called.casefold()


def distinct(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Each entity once, by its first mention."""
    found: dict[str, Entity] = {}
    for entity in entities:
        found.setdefault(identity(entity), entity)
    return tuple(found.values())


def names(entities: Iterable[Entity]) -> str:
    """The names of several, each once."""
    return joined(e.called for e in entities)


def joined(parts: Iterable[str | None]) -> str:
    """Several values in one cell, each once."""
    return "; ".join(dict.fromkeys(p for p in parts if p))


def what(event: Event) -> str:
    """Type and modes, as "ASSAULT/firearms"."""
    return "/".join(filter(None, (event.event[0], ",".join(event.mode))))


def words(spans: Iterable[Span]) -> str:
    """The article's words; a gap is shown by an ellipsis."""
    return " … ".join(" ".join(s.text.split()) for s in spans)


def offsets(spans: Iterable[Span]) -> str:
    """Where the words stand, as "438-443;453-455" (half-open, in characters)."""
    return ";".join(f"{s.start}-{s.end}" for s in spans)


def stretch(start: int | None, end: int | None) -> str:
    """One stretch of the text, as "438-443"."""
    return "" if start is None or end is None else f"{start}-{end}"


def places_of(entities: Iterable[Entity]) -> str:
    """Where entities are named, in their order."""
    return ";".join(filter(None, (stretch(e.start, e.end) for e in entities)))


def sentence(event: Event) -> str:
    """Where the event's sentence stands."""
    return stretch(event.text_info.start, event.text_info.end) if event.text_info else ""


def who_says(event: Event) -> str:
    """The sources that the article names, with the stance and place of each."""
    return joined(_attribution(a) for a in event.attribution)


def _attribution(attribution: Attribution) -> str:
    source = attribution.source
    at = stretch(source.start, source.end) if source else ""
    cue = stretch(attribution.cue.start, attribution.cue.end) if attribution.cue else ""
    where = f" [{at or cue}]" if at or cue else ""
    return f"{source.called if source else 'someone'} ({attribution.stance}){where}"


def outlet(cite: Cite) -> str:
    """Who published it, or where it was read."""
    return cite.publication or cite.url or ""


def figure(figure: Figure) -> str:
    """A number with its kind, as "killed 2-9 [several, 12-19]"; an open bound is left out."""
    low, high = ("" if n is None else str(n) for n in (figure.low, figure.high))
    number = low if low and low == high else f"{low}-{high}"
    return f"{figure.kind} {number} [{' '.join(figure.text.split())}, {figure.start}-{figure.end}]"


def figures(event: Event) -> str:
    """All numbers of an event."""
    return joined(figure(f) for f in event.size)


def days(event: Event) -> int | None:
    """How many days the event's date covers, or None where it is unknown."""
    if event.date is None:
        return None
    first = dt.date.fromisoformat(event.date)
    last = dt.date.fromisoformat(event.enddate) if event.enddate else first
    return max(1, (last - first).days + 1)


def point(place: Place | None) -> tuple[float, float] | None:
    """Longitude and latitude of what is a point on a map; None for areas, whose point is that of their label."""
    if place is None or place.resolution is None or place.resolution <= _SMALLEST_AREA:
        return None
    return label(place)


def label(place: Place | None) -> tuple[float, float] | None:
    """Longitude and latitude of a place, be it a point or an area's label."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lon, place.lat


def area(place: Place | None) -> str:
    """Whether a place is a country, province, district, town or point."""
    return AREAS.get(place.resolution or 0, "") if place else ""


def place_name(place: Place | None) -> str:
    """What the place is called."""
    return (place.called or "") if place else ""
