"""Who the sources of attributions are: the words stay, the actor they name is filled in."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge import Knowledge
from dateline.model.mentions import Attribution, Entity
from dateline.reading import who
from dateline.reading.parsed import Parsed

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})


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


def pronoun(text: str, pronouns: frozenset[str]) -> bool:
    """Whether words are one of the pronouns; "US" and "WHO" are names."""
    return text.lower() in pronouns and (text == "I" or not text.isupper())


def speaker_for(entity: Entity, attributions: tuple[Attribution, ...]) -> Entity:
    """In quoted words "we" and "I" are the speaker: the entity with the identity of the innermost source that says it.

    Other entities, and first persons whom nobody is quoted with, are given back as they are.
    """
    if not pronoun(entity.entity_text, FIRST_PERSON) or entity.start is None:
        return entity
    at = entity.start
    said = [a for a in attributions if a.content and a.content.start <= at < a.content.end and a.source]
    if not said:
        return entity
    source = min(said, key=lambda a: (a.content.end - a.content.start) if a.content else 0).source
    assert source is not None
    return replace(
        entity,
        code=source.code,
        sector=source.sector,
        identifier_text=source.called,
        identifier_id=source.identifier_id,
        why="first person: the speaker quoted",
    )
