"""According to whom: which attributions cover an event."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.mentions import Attribution, Entity
from dateline.reading.attach.features import SPEECH, Option, event_features
from dateline.reading.attach.scene import Scene
from dateline.reading.attach.speakers import pronoun
from dateline.reading.candidate import Candidate
from dateline.reading.who_says.acts import NOBODY, is_act


def options(scene: Scene, event: Candidate) -> list[Option[Attribution]]:
    """The attributions whose content holds the event's trigger; each is taken or left for itself.

    The speaker of a speech act is its actor, not its source: an attribution whose cue is the trigger is no option.
    """
    token = scene.parsed.tokens[event.trigger[0]]
    covering = [(s, e, a) for s, e, a in scene.contents if s <= token.start < e and not _is_cue(scene, event, a)]
    smallest = min((e - s for s, e, _ in covering), default=0)
    return [
        Option(a, _features(scene, event, a, e - s == smallest, len(covering)))
        for s, e, a in covering
        if a.source and not _is_nobody(a.source)
    ]


def _is_nobody(source: Entity) -> bool:
    """ "No group has claimed it": nobody says so."""
    return source.entity_text.lower().split(" ", 1)[0] in {"no", *NOBODY}


def each_once(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """One attribution a source: who is quoted twice around an event says it once."""
    found: list[Attribution] = []
    for attribution in attributions:
        if not any(_same_source(a.source, attribution.source) for a in found):
            found.append(attribution)
    return tuple(found)


def _same_source(a: Entity | None, b: Entity | None) -> bool:
    if a is None or b is None:
        return a is b
    if a.identifier_id or b.identifier_id:
        return a.identifier_id == b.identifier_id
    folded, other = (e.called.casefold() for e in (a, b))
    return folded in other or other in folded


def _is_cue(scene: Scene, event: Candidate, attribution: Attribution) -> bool:
    cue = attribution.cue
    if cue is None:
        return False
    return any(cue.start <= scene.parsed.tokens[t].start < cue.end for t in event.trigger)


def _features(
    scene: Scene, event: Candidate, attribution: Attribution, innermost: bool, rivals: int
) -> dict[str, float]:
    token = scene.parsed.tokens[event.trigger[0]]
    cue, source = attribution.cue, attribution.source
    cue_token = scene.parsed.head_in(cue.start, cue.end) if cue else None
    near = cue_token is not None and cue_token.sent == token.sent
    features = {
        "always": 1.0,
        "innermost": float(innermost),
        f"attributions {min(rivals, 3)}": 1.0,
        f"stance {attribution.stance}": 1.0,
        f"cue {cue_token.lemma if cue_token else 'none'}": 1.0,
        "cue in the sentence": float(near),
        "source is a party": float(not is_act(attribution) and _is_party(scene, event, attribution)),
        "source is a pronoun": float(bool(source and pronoun(source.entity_text, PRONOUNS))),
        "source resolved": float(bool(source and (source.code or source.sector))),
        "speech": float(event.event in SPEECH),
    }
    if cue_token is not None and near:
        relation = scene.relation(token.i, cue_token.i)
        features[f"cue up {min(relation.up, 4)} down {min(relation.down, 2)}"] = 1.0
    return features | event_features(scene, event, "event")


PRONOUNS = frozenset({"i", "we", "he", "she", "they", "it", "you", "who", "that", "which"})


def _is_party(scene: Scene, event: Candidate, attribution: Attribution) -> bool:
    source = attribution.source
    if source is None or source.start is None or source.end is None:
        return False
    heads = (scene.parsed.tokens[p.head].start for p in (*event.actors, *event.recipients))
    return any(source.start <= h < source.end for h in heads)
