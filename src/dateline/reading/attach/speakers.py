"""Who the sources of attributions are: the words stay, the actor they name is filled in."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge import Knowledge
from dateline.model.mentions import Attribution, Entity
from dateline.reading import who
from dateline.reading.parsed import Parsed


def resolved(
    parsed: Parsed, actors: tuple[Entity, ...], attributions: tuple[Attribution, ...], knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """The attributions, each source with the code, sector and identity of the actor its head word names."""
    return tuple(_resolved(parsed, actors, a, knowledge) for a in attributions)


def _resolved(
    parsed: Parsed, actors: tuple[Entity, ...], attribution: Attribution, knowledge: Knowledge
) -> Attribution:
    source = attribution.source
    if source is None or source.start is None or source.end is None:
        return attribution
    head = parsed.head_in(source.start, source.end)
    entity = who.at(parsed, actors, head.i, knowledge) if head is not None else None
    if entity is None:
        return attribution
    named = replace(entity, entity_text=source.entity_text, start=source.start, end=source.end)
    return replace(attribution, source=named)
