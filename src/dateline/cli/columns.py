"""An event as a row for people: short words for each question."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.document import Event
from dateline.model.mentions import Entity, Figure

HEADINGS = ("when", "who", "did what", "to whom", "where", "how many", "who says", "status")


def row(event: Event) -> tuple[str, ...]:
    """The cells of an event, in the order of HEADINGS; "" where the article does not say."""
    return (
        _when(event),
        _who(event.actor),
        _what(event),
        _who(event.recipient),
        _where(event),
        ", ".join(_figure(f) for f in event.size),
        ", ".join(f"{a.source.entity_text} ({a.stance})" if a.source else a.stance for a in event.attribution),
        _status(event),
    )


def _when(event: Event) -> str:
    if event.date is None:
        return ""
    if event.enddate is None or event.enddate == event.date:
        return event.date
    return f"{event.date}…{event.enddate}"


def _who(entities: Iterable[Entity]) -> str:
    return "; ".join(_entity(e) for e in entities)


def _entity(entity: Entity) -> str:
    code = " ".join(filter(None, (entity.code, *entity.sector[:1])))
    return f"{entity.entity_text} [{code}]" if code else entity.entity_text


def _what(event: Event) -> str:
    words = " … ".join(s.text for s in event.event_text)
    modes = f"/{','.join(event.mode)}" if event.mode else ""
    return f"{event.event[0]}{modes} “{words}”"


def _where(event: Event) -> str:
    place = event.event_loc
    if place is None:
        return ""
    name = place.called or ""
    return f"{name} ({place.country_code})" if place.country_code and place.resolution != 1 else name


def _figure(figure: Figure) -> str:
    low, high = figure.low, figure.high
    number = f"{low:,}" if low is not None and low == high else f"{_bound(low)}–{_bound(high)}"
    return f"{number} {figure.kind}"


def _bound(value: int | None) -> str:
    return "?" if value is None else f"{value:,}"


def _status(event: Event) -> str:
    words: list[str] = [] if event.status == "occurred" else [event.status]
    if event.hedged:
        words.append("in doubt")
    return ", ".join(words)
