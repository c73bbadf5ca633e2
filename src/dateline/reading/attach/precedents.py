"""Earlier events of the article whose day or place a later one may share: the one before, the same told before …"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.reading.attach.features import event_features
from dateline.reading.attach.scene import Scene


def precedents(scene: Scene, number: int, told: Sequence[bool]) -> Iterator[tuple[str, int]]:
    """(in what respect, number of the earlier event) for event `number`; only events that were `told` the slot.

    carried: the one before; linked: what may be the same happening; then the nearest of the same type, with the same
    word, with the same actor; first: the article's first."""
    before = [n for n in range(number - 1, -1, -1) if told[n]]
    if not before:
        return
    yield "carried", before[0]
    same = scene.same_before(number)
    if same is not None and told[same]:
        yield "linked", same
    for name, fits in _ALIKE.items():
        nearest = next((n for n in before if fits(scene, n, number)), None)
        if nearest is not None:
            yield name, nearest
    yield "first", before[-1]


def _lemma(scene: Scene, number: int) -> str:
    return scene.parsed.tokens[scene.candidates[number].trigger[0]].lemma


_ALIKE: dict[str, Callable[[Scene, int, int], bool]] = {
    "same type": lambda scene, a, b: scene.candidates[a].event == scene.candidates[b].event,
    "same word": lambda scene, a, b: _lemma(scene, a) == _lemma(scene, b),
    "same actor": lambda scene, a, b: bool(scene.names[a][0] & scene.names[b][0]),
}


def features(scene: Scene, number: int, name: str, earlier: int, named_here: bool) -> dict[str, float]:
    """How far the earlier event is, and whether the sentence names a day (or place) of its own."""
    event, before = scene.candidates[number], scene.candidates[earlier]
    own, last = scene.sentence_of(event.trigger[0]), scene.sentence_of(before.trigger[0])
    apart = own.number - last.number
    names = [
        name,
        f"{name} by {apart if apart < 4 else '4-7' if apart < 8 else '8+'}",
        f"{name}, same type {before.event == event.event}",
        f"{name}, status {before.status} then {event.status}",
        f"{name}, same paragraph {last.paragraph == own.paragraph}",
        f"{name}, named in the sentence {named_here}",
    ]
    return dict.fromkeys(names, 1.0) | event_features(scene, event, name)
