"""Named features that attaching weighs: how a word stands to an event, and what kind of event it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from dateline.reading.aspect import aspect
from dateline.reading.attach.scene import Relation, Scene
from dateline.reading.candidate import Candidate

Choice = TypeVar("Choice")
Mentioned = TypeVar("Mentioned")


class Option(Struct, Generic[Choice], frozen=True):
    """A possible choice and what speaks for or against it."""

    choice: Choice
    features: dict[str, float]


SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "AGREE", "CONSULT"})


def merged(options: Iterable[Option[Choice]], key: Callable[[Choice], object]) -> list[Option[Choice]]:
    """One option for each value: what is reached in several ways has the features of all of them."""
    found: dict[object, Option[Choice]] = {}
    for option in options:
        first = found.get(key(option.choice))
        if first is None:
            found[key(option.choice)] = option
        else:
            found[key(option.choice)] = Option(first.choice, option.features | first.features)
    return list(found.values())


def event_features(scene: Scene, event: Candidate, prefix: str) -> dict[str, float]:
    """The event's own side: its type, word class, tense and place in the article, each under `prefix`."""
    token = scene.parsed.tokens[event.trigger[0]]
    sentence = scene.sentence_of(token.i)
    names = [
        f"type {event.event}",
        "speech" if event.event in SPEECH else "deed",
        f"tag {token.tag if token.pos in ('VERB', 'AUX') else token.pos}",
        f"aspect {aspect(scene.parsed, token)}",
        f"status {event.status}",
        f"sentence {_bucket(sentence.number)}",
        *scene.profile(event),
    ]
    return {f"{prefix}: {name}": 1.0 for name in names}


def link_features(scene: Scene, event: Candidate, word: int, prefix: str, rivals: Sequence[int]) -> dict[str, float]:
    """How a mention's head word stands to the event's trigger; `rivals` are the heads of all such mentions there."""
    trigger = event.trigger[0]
    relation = scene.relation(trigger, word)
    between = scene.between(trigger, word)
    names = [
        f"up {min(relation.up, 4)}",
        f"down {min(relation.down, 4)}",
        f"clauses {min(relation.clauses, 3)}",
        f"path {_direction(relation)}",
        f"by {relation.first_down}",
        f"preposition {scene.preposition(word)}",
        f"events between {min(between, 3)}",
        "before the event" if word < trigger else "after the event",
        f"apart {_distance(abs(word - trigger))}",
    ]
    features = {f"{prefix} {name}": 1.0 for name in names}
    features[f"{prefix} nearest to the event"] = float(_nearest(trigger, rivals) == word)
    features[f"{prefix} nearest event"] = float(_nearest(word, scene.triggers) == trigger)
    features[f"{prefix} closest in the tree"] = float(_closest(scene, trigger, rivals) == word)
    return features


def earlier_features(scene: Scene, event: Candidate, sentence: int, rank: int) -> dict[str, float]:
    """How a mention of an earlier sentence stands to the event: `rank` counts such mentions, nearest first."""
    own = scene.sentence_of(event.trigger[0])
    return {
        "earlier sentence": 1.0,
        f"earlier by {min(own.number - sentence, 5)}": 1.0,
        f"earlier rank {rank}": 1.0,
        "earlier, same paragraph": float(scene.parsed.sentences[sentence].paragraph == own.paragraph),
    } | event_features(scene, event, "earlier")


def earlier_mentions(
    scene: Scene, event: Candidate, by_sentence: Mapping[int, list[tuple[int, Mentioned]]]
) -> Iterator[tuple[int, int, Mentioned]]:
    """The mentions of the sentences before the event's, nearest first: (sentence, head token, mention)."""
    for number in range(scene.sentence_of(event.trigger[0]).number - 1, -1, -1):
        for head, mention in reversed(by_sentence.get(number, [])):
            yield number, head, mention


def _direction(relation: Relation) -> str:
    if relation.up == 0:
        return "below"
    return "above" if relation.down == 0 else "aside"


def _nearest(at: int, among: Sequence[int]) -> int:
    return min(among, key=lambda i: abs(i - at), default=-1)


def _closest(scene: Scene, trigger: int, among: Sequence[int]) -> int:
    def steps(word: int) -> int:
        relation = scene.relation(trigger, word)
        return relation.up + relation.down + 2 * relation.clauses

    return min(among, key=steps, default=-1)


def _bucket(number: int) -> str:
    return str(number) if number < 3 else "3-6" if number < 7 else "7-15" if number < 16 else "16+"


def _distance(words: int) -> str:
    return "1-3" if words < 4 else "4-8" if words < 9 else "9-16" if words < 17 else "17+"
