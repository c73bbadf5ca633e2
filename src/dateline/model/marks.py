"""Which words of the text carry which field of an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.model.markup import Mark
from dateline.model.mentions import Attribution, Entity

if TYPE_CHECKING:
    from dateline.model.document import Event


def of_event(event: Event) -> tuple[Mark, ...]:
    """All marks of one event, most telling first."""
    return tuple(_marks(event))


def _marks(event: Event) -> Iterator[Mark]:
    for words in event.event_text:
        yield Mark(words.start, words.end, "event")
    for label, entities in (("actor", event.actor), ("recipient", event.recipient)):
        for entity in entities:
            yield from _entity(entity, label)
    if event.date_text:
        yield Mark(event.date_text.start, event.date_text.end, "date")
    place = event.event_loc
    if place and place.start is not None and place.end is not None:
        yield Mark(place.start, place.end, "place")
    for figure in event.size:
        yield Mark(figure.start, figure.end, "figure")
    for attribution in event.attribution:
        yield from _attribution(attribution)


def _attribution(attribution: Attribution) -> Iterator[Mark]:
    if attribution.source:
        yield from _entity(attribution.source, "source")
    if attribution.cue:
        yield Mark(attribution.cue.start, attribution.cue.end, "cue")


def _entity(entity: Entity, label: str) -> Iterator[Mark]:
    if entity.start is not None and entity.end is not None:
        yield Mark(entity.start, entity.end, label)
