"""Keys by which articles find those that may tell the same events, so that not every pair need be looked at."""

from __future__ import annotations

import collections
import hashlib
from collections.abc import Iterable, Iterator

from dateline.linking import words
from dateline.linking.sketch import ArticleSketch, EventSketch

_TOP = 14
"""Of an article's telling words the most telling ones are keys."""
_SHARED = 2
"""Words of which two articles must share this many, where no event key brings them together."""
_DAYS = 7
"""Dated articles share a word where they are of the same span of so many days, or of neighbouring ones."""
_TOLD, _LONG, _OFF = 14, 31, 3
"""Articles that tell events of the same time share a word, too, whenever they were published: by spans of so many days,
events that last no longer than this, and days by which two of them may tell the day apart."""
_MOST = 6
"""Spans of told events that an article is held under at most: those of its first events."""
_PARTIES = 3
"""Words for an event's parties that are keys together with its day."""
_EXACT = 3
"""Days up to which an event is exactly dated: then day and place, or day and party, are keys."""


def held(article: ArticleSketch) -> frozenset[int]:
    """The keys under which an article can be found."""
    span = "undated" if article.published is None else str(article.published // _DAYS)
    names = (f"word {w} {s}" for w in top(article) for s in (span, "any", *_told(article)))
    return frozenset(map(_number, (*names, *_day_keys(article), *_exact_keys(article))))


def asked(article: ArticleSketch) -> tuple[frozenset[int], frozenset[int]]:
    """Keys to look under: those of which an article must hold several, and those of which one is enough."""
    if article.published is None:
        spans: tuple[str, ...] = ("any",)
    else:
        week = article.published // _DAYS
        spans = (str(week - 1), str(week), str(week + 1), "undated")
    names = (f"word {w} {s}" for w in top(article) for s in (*spans, *_told(article, _OFF)))
    several = frozenset(map(_number, (*names, *_day_keys(article))))
    return several, frozenset(map(_number, _exact_keys(article)))


def near(found: Iterable[tuple[int, str]], enough: frozenset[int]) -> list[str]:
    """The articles among the holders (key, article) of what was asked that are worth comparing, sorted."""
    counts: collections.Counter[str] = collections.Counter()
    for key, article in found:
        counts[article] += _SHARED if key in enough else 1
    return sorted(a for a, n in counts.items() if n >= _SHARED)


def top(article: ArticleSketch) -> list[str]:
    """The article's most telling words."""
    return sorted(article.terms, key=lambda w: (-article.terms[w], w))[:_TOP]


def _told(article: ArticleSketch, off: int = 0) -> list[str]:
    """The spans of days that the article's events lie in, `off` days more on each side."""
    found = (
        f"told {n}"
        for e in article.events
        if e.first is not None and e.last is not None and e.last - e.first <= _LONG
        for n in range((e.first - off) // _TOLD, (e.last + off) // _TOLD + 1)
    )
    return list(dict.fromkeys(found))[:_MOST]


def _day_keys(article: ArticleSketch) -> Iterator[str]:
    """An event's day with its country, and with the most telling words for its parties."""
    for event in article.events:
        named = sorted(event.actor.words | event.recipient.words, key=lambda w: (-words.idf(w), w))[:_PARTIES]
        for day in _exact_days(event):
            if event.spot:
                yield f"{event.type} {day} in {event.spot.country}"
            yield from (f"{event.type} {day} with {w}" for w in named)


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
