"""How likely two mentions are one event: logistic models whose weights are data (`training/link.py`)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

from dateline.linking import features, words
from dateline.linking.cluster import Pair, pair
from dateline.linking.features import Features, Placed
from dateline.linking.sketch import ArticleSketch, EventSketch
from dateline.model.weights import probability

HERE, ACROSS = "here.tsv", "across.tsv"
"""Weights within one article, and between articles."""
REACH = 150
"""Events of an article that one is compared with: more than an article of news tells."""
FLOOR = 0.1
"""Chances under this count as none."""
MOST = 0.999
"""No chance is higher: what is more is certain."""


def here(article: ArticleSketch, weighed: Mapping[str, float]) -> dict[Pair, float]:
    """The chance of each pair of mentions of one article, where it is at least FLOOR."""
    return _likely(((a, b, features.here(a, b)) for a, b in pairs(article, article)), weighed)


def across(a: ArticleSketch, b: ArticleSketch, weighed: Mapping[str, float]) -> dict[Pair, float]:
    """The chance of each pair of events of two articles, where it is at least FLOOR."""
    alike = features.likeness(a, b)
    return _likely(((one, two, features.across(one, two, alike)) for one, two in pairs(a, b)), weighed)


def _likely(those: Iterable[tuple[Placed, Placed, Features]], weighed: Mapping[str, float]) -> dict[Pair, float]:
    found = {}
    for one, two, evidence in those:
        chance = probability(evidence, weighed)
        if chance >= FLOOR:
            found[pair(one.event.id, two.event.id)] = min(MOST, round(chance, 4))
    return found


def pairs(a: ArticleSketch, b: ArticleSketch) -> Iterator[tuple[Placed, Placed]]:
    """The pairs of events to compare: of one type, or named by words of one family. In one article each with the next
    REACH events only, so that the cost of a long text grows with its length."""
    same = a.id == b.id
    ones = _placed(a)
    others = ones if same else _placed(b)
    for number, one in enumerate(ones):
        for two in others[number + 1 : number + 1 + REACH] if same else others:
            if one.event.id != two.event.id and _comparable(one.event, two.event):
                yield one, two


def _placed(article: ArticleSketch) -> list[Placed]:
    first: dict[str, int] = {}
    for event in article.events:
        first[event.type] = min(event.start, first.get(event.type, event.start))
    return [Placed(article, event, event.start == first[event.type]) for event in article.events]


def _comparable(a: EventSketch, b: EventSketch) -> bool:
    return a.type == b.type or bool(a.families & b.families)


@functools.cache
def weights(name: str) -> dict[str, float]:
    """The shipped weights of HERE or ACROSS."""
    return words.table(name)
