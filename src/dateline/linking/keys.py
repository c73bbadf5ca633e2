"""Keys by which articles find those that may tell the same events, so that not every pair need be looked at."""

from __future__ import annotations

import collections
import hashlib
from collections.abc import Iterable, Iterator

from dateline.linking.sketch import ArticleSketch, EventSketch

_TOP = 14
"""Of an article's telling words the most telling ones are keys."""
_SHARED = 2
"""Words of which two articles must share this many, where no event key brings them together."""
_DAYS = 7
"""Dated articles share a word where they are of the same span of so many days, or of neighbouring ones."""
_EXACT = 3
"""Days up to which an event is exactly dated: then day and place, or day and party, are keys."""


def held(article: ArticleSketch) -> frozenset[int]:
    """The keys under which an article can be found."""
    span = "undated" if article.published is None else str(article.published // _DAYS)
    names = (f"word {w} {s}" for w in top(article) for s in (span, "any"))
    return frozenset(map(_number, (*names, *_exact_keys(article))))


def asked(article: ArticleSketch) -> tuple[frozenset[int], frozenset[int]]:
    """Keys to look under: those of words, of which an article must hold several, and those of which one is enough."""
    if article.published is None:
        spans: tuple[str, ...] = ("any",)
    else:
        week = article.published // _DAYS
        spans = (str(week - 1), str(week), str(week + 1), "undated")
    wordy = frozenset(_number(f"word {w} {s}") for w in top(article) for s in spans)
    return wordy, frozenset(map(_number, _exact_keys(article)))


def near(found: Iterable[tuple[int, str]], enough: frozenset[int]) -> list[str]:
    """The articles among the holders (key, article) of what was asked that are worth comparing, sorted."""
    counts: collections.Counter[str] = collections.Counter()
    for key, article in found:
        counts[article] += _SHARED if key in enough else 1
    return sorted(a for a, n in counts.items() if n >= _SHARED)


def top(article: ArticleSketch) -> list[str]:
    """The article's most telling words."""
    return sorted(article.terms, key=lambda w: (-article.terms[w], w))[:_TOP]


def _exact_keys(article: ArticleSketch) -> Iterator[str]:
    for event in article.events:
        for day in _exact_days(event):
            if event.spot and event.spot.resolution > 2 and event.spot.geonameid is not None:
                yield f"{event.type} {day} at {event.spot.geonameid}"
            for name in event.recipient.names | event.actor.names:
                yield f"{event.type} {day} of {name}"


def _exact_days(event: EventSketch) -> range:
    if event.first is None or event.last is None or event.last - event.first >= _EXACT:
        return range(0)
    return range(event.first, event.last + 1)


def _number(key: str) -> int:
    """A key as a signed 64-bit number, as databases hold them."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
