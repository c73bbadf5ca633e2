"""Links: which mentions are one event, kept up to date as articles come, whatever their order."""

from __future__ import annotations

import collections
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dateline.linking import keys
from dateline.linking.cluster import SURE, Pair, groups, pair
from dateline.linking.same import ACROSS, across, weights
from dateline.linking.sketch import ArticleSketch

STRONG = 0.5
"""A chance from which two events are looked at together when groups are made."""
LEAST = 0.3
"""Groups are joined while the mean chance between them is at least this: chosen by `training/link.py --folds`."""
_NEVER = 10**8


class Shelf(Protocol):
    """Where articles' sketches and the chances of their pairs are kept: in memory, or in the record."""

    def holders(self, wanted: Collection[int]) -> Iterable[tuple[int, str]]:
        """Which articles are kept under these keys: (key, article)."""

    def sketches(self, articles: Sequence[str]) -> Iterable[ArticleSketch]:
        """The sketches of articles."""

    def keep(self, article: ArticleSketch, held: Collection[int], found: Mapping[Pair, float]) -> None:
        """Keeps an article under its keys, and chances of pairs of events."""

    def chances(self, events: Collection[str]) -> Mapping[Pair, float]:
        """All kept chances of pairs of which one is among these events; decisions in their place."""

    def days(self, events: Collection[str]) -> Mapping[str, int | None]:
        """The publication day number of each event's article."""


def take(shelf: Shelf, article: ArticleSketch, weighed: Mapping[str, float]) -> None:
    """Takes an article in: compares its events with those of the articles near it."""
    wordy, enough = keys.asked(article)
    found = dict(_inside(article))
    near = keys.near(shelf.holders(wordy | enough), enough)
    for other in shelf.sketches([n for n in near if n != article.id]):
        found |= across(article, other, weighed)
    shelf.keep(article, keys.held(article), found)


def _inside(article: ArticleSketch) -> Iterator[tuple[Pair, float]]:
    """What is known within an article: the mentions of each event for certain, chances between events."""
    for event in article.events:
        yield from ((pair(event.id, m), SURE) for m in event.members if m != event.id)
    for a, b, chance in article.near:
        yield pair(article.events[a].id, article.events[b].id), chance


def links(shelf: Shelf, events: Collection[str]) -> dict[str, str]:
    """The links of these events and of all that hang together with them.

    A group's link is the id of its event that was published first; of several the smallest id.
    """
    known = _together(shelf, events)
    everyone = {e for p in known for e in p} | set(events)
    published = shelf.days(everyone)
    made: dict[str, str] = {}
    for members in _groups(everyone, known):
        first = min(members, key=lambda e: (published.get(e) or _NEVER, e))
        made |= dict.fromkeys(members, first)
    return {e: made[e] for e in sorted(made)}


def _together(shelf: Shelf, events: Collection[str]) -> dict[Pair, float]:
    """The chances among these events and all that strong chances join to them, directly or through others."""
    known: dict[Pair, float] = {}
    inside, new = set(events), set(events)
    while new:
        found = shelf.chances(new)
        known |= found
        new = {e for p, chance in found.items() if chance >= STRONG for e in p} - inside
        inside |= new
    return {p: c for p, c in known.items() if p[0] in inside and p[1] in inside}


def _groups(everyone: Iterable[str], known: Mapping[Pair, float]) -> list[list[str]]:
    """Groups of each part that strong chances hold together; what only weak ones join stays apart."""
    part = {e: e for e in everyone}

    def root(e: str) -> str:
        while part[e] != e:
            part[e] = e = part[part[e]]
        return e

    for (a, b), chance in sorted(known.items()):
        if chance >= STRONG:
            low, high = pair(root(a), root(b))
            part[high] = low
    inside = {p: c for p, c in known.items() if root(p[0]) == root(p[1])}
    return groups(sorted(part), inside, LEAST)


class Memory:
    """A shelf in memory: for the articles of one run."""

    def __init__(self) -> None:
        self._held: dict[int, list[str]] = collections.defaultdict(list)
        self._sketches: dict[str, ArticleSketch] = {}
        self._chances: dict[str, dict[Pair, float]] = collections.defaultdict(dict)
        self._days: dict[str, int | None] = {}

    def has(self, article: str) -> bool:
        """Whether an article is kept."""
        return article in self._sketches

    def holders(self, wanted: Collection[int]) -> Iterable[tuple[int, str]]:
        return ((key, article) for key in wanted for article in self._held.get(key, ()))

    def sketches(self, articles: Sequence[str]) -> Iterable[ArticleSketch]:
        return (self._sketches[a] for a in articles)

    def keep(self, article: ArticleSketch, held: Collection[int], found: Mapping[Pair, float]) -> None:
        self._sketches[article.id] = article
        for key in held:
            self._held[key].append(article.id)
        for event in article.events:
            self._days |= dict.fromkeys(event.members, article.published)
        for both, chance in found.items():
            for member in both:
                self._chances[member][both] = chance

    def chances(self, events: Collection[str]) -> Mapping[Pair, float]:
        return {p: c for e in events for p, c in self._chances.get(e, {}).items()}

    def days(self, events: Collection[str]) -> Mapping[str, int | None]:
        return {e: self._days.get(e) for e in events}


class Linker:
    """Links the events of one run's articles. The links are the same in whatever order the articles come."""

    def __init__(self, weighed: Mapping[str, float] | None = None) -> None:
        self._weights = weights(ACROSS) if weighed is None else weighed
        self._shelf = Memory()
        self._events: dict[str, None] = {}

    def add(self, article: ArticleSketch) -> None:
        """Takes an article in, once."""
        if self._shelf.has(article.id):
            return
        take(self._shelf, article, self._weights)
        self._events |= dict.fromkeys(m for e in article.events for m in e.members)

    def links(self) -> dict[str, str]:
        """The link of each event by its id."""
        return links(self._shelf, self._events)
