"""What the network puts out for each word, and in which columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.reading.trained.features import Way, kind
from dateline.reading.trained.labels import CLAIM_ROLES, EVENT_ROLES, WHENS, WHERES, Labels
from training.examples import STATUSES, TYPES, Example

WIDTH = 48
_SEEN = {"path": 12, "dep": 1, "kind": 20, "ent": 1, "branch": 5}
"""How often a name of a feature must be seen to get a weight of its own."""
_MODE_SEEN = 5


def labels_of(examples: Iterable[Example]) -> Labels:
    """The labels and feature names that the examples show."""
    modes: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = {feature: Counter() for feature in _SEEN}
    for example in examples:
        for event in example.events or []:
            modes.update(event.modes)
            _count(seen, example, event.trigger)
        for claim in (example.claims or [])[::2]:
            _count(seen, example, claim.head)
    names = {f: sorted(v for v, n in counted.items() if v and n >= _SEEN[f]) for f, counted in seen.items()}
    return Labels(
        types=list(TYPES),
        statuses=list(STATUSES),
        modes=sorted(m for m, n in modes.items() if n >= _MODE_SEEN),
        roles=[*EVENT_ROLES, *CLAIM_ROLES],
        width=WIDTH,
        names=names,
        whens=list(WHENS),
        wheres=list(WHERES),
    )


def _count(seen: dict[str, Counter[str]], example: Example, anchor: int) -> None:
    words = example.words
    way = Way(words, anchor)
    for word in range(max(0, anchor - 40), min(len(words), anchor + 40)):
        seen["path"][way.path(word)] += 1
        seen["dep"][words.dep[word]] += 1
        seen["kind"][kind(words, anchor, word)] += 1
        seen["ent"][words.ent[word]] += 1
        seen["branch"][way.branch(word)] += 1
