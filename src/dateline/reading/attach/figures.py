"""How many: which figures belong to an event."""

from __future__ import annotations

from dateline.model.mentions import Figure
from dateline.reading.attach.features import Option, event_features, link_features
from dateline.reading.attach.scene import Scene
from dateline.reading.candidate import Candidate


def options(scene: Scene, event: Candidate) -> list[Option[Figure]]:
    """The figures of the event's sentence; each is taken or left for itself."""
    here = scene.figures.get(scene.sentence_of(event.trigger[0]).number, [])
    heads = [h for h, _ in here]
    return [Option(figure, _features(scene, event, head, figure, heads)) for head, figure in here]


def _features(scene: Scene, event: Candidate, head: int, figure: Figure, heads: list[int]) -> dict[str, float]:
    features = {
        "always": 1.0,
        f"kind {figure.kind}": 1.0,
        f"kind {figure.kind} of {event.event}": 1.0,
        "only figure of the sentence": float(len(heads) == 1),
        "only event of the sentence": float(_lonely(scene, event)),
    }
    parties = {p.head for p in (*event.actors, *event.recipients)}
    features["counts a party"] = float(head in parties)
    features["counts a recipient"] = float(head in {p.head for p in event.recipients})
    features["trigger inside"] = float(figure.start <= scene.parsed.tokens[event.trigger[0]].start < figure.end)
    return features | link_features(scene, event, head, "figure", heads) | event_features(scene, event, "event")


def _lonely(scene: Scene, event: Candidate) -> bool:
    sentence = scene.sentence_of(event.trigger[0])
    return sum(sentence.first <= t < sentence.last for t in scene.triggers) == 1
