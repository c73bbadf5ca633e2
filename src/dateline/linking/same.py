"""How likely two mentions are one event: a logistic model whose weights are data (`training/link.py`)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from dateline.linking import words
from dateline.linking.cluster import Pair, pair
from dateline.linking.features import Placed, features, likeness
from dateline.linking.sketch import ArticleSketch, EventSketch
from dateline.model.weights import probability

FLOOR = 0.1
"""Chances under this count as none."""


def chances(a: ArticleSketch, b: ArticleSketch, weighed: Mapping[str, float]) -> dict[Pair, float]:
    """The chance of each pair of events of two articles (or of one with itself), where it is at least FLOOR."""
    found = {}
    for one, two, alike in pairs(a, b):
        chance = probability(features(one, two, alike), weighed)
        if chance >= FLOOR:
            found[pair(one.event.id, two.event.id)] = round(chance, 4)
    return found


def pairs(a: ArticleSketch, b: ArticleSketch) -> Iterator[tuple[Placed, Placed, float]]:
    """The pairs of events to compare: of one type, or named by words of one family."""
    same = a.id == b.id
    alike = 1.0 if same else likeness(a, b)
    for number, one in enumerate(a.events):
        for two in a.events[number + 1 :] if same else b.events:
            if one.id != two.id and _comparable(one, two):
                yield Placed(a, one), Placed(b, two), alike


def _comparable(a: EventSketch, b: EventSketch) -> bool:
    return a.type == b.type or bool(a.families & b.families)


@functools.cache
def weights() -> dict[str, float]:
    """The shipped weights."""
    return words.table("same.tsv")
