"""Why an event is as it is, in words."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.document import Event


def reasons(event: Event) -> Iterator[str]:
    """Why, a line a field: the rule or model and how sure the event is."""
    yield f"confidence {event.confidence:.2f}"
    if isinstance(event.why, str):
        yield from event.why.split("; ")
    for label, entities in (("actor", event.actor), ("recipient", event.recipient)):
        for entity in entities:
            if isinstance(entity.why, str):
                yield f"{label} “{entity.entity_text}” = {entity.identifier_text or 'unresolved'}: {entity.why}"
    if event.event_loc and isinstance(event.event_loc.why, str):
        yield f"place “{event.event_loc.extracted_place}”: {event.event_loc.why}"
    for figure in event.size:
        if isinstance(figure.why, str):
            yield f"figure “{figure.text}”: {figure.why}"
    for attribution in event.attribution:
        if isinstance(attribution.why, str):
            source = attribution.source.entity_text if attribution.source else "unnamed"
            yield f"according to “{source}”: {attribution.why}"
