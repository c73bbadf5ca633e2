"""Stretches of time that words around a date tell: "since Monday" reaches up to publication, "from March to May" and
"between 5 and 9 June" from the first date to the second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dateline.model.mentions import When
from dateline.reading.parsed import Parsed

_JOINED = {"from": ("to", "until", "till", "through"), "between": ("and",)}


def stretches(parsed: Parsed, dates: Iterable[When]) -> Iterator[When]:
    """The dates that cover days, in text order; two that tell one stretch as one, with the words between."""
    waiting: When | None = None
    for when in dates:
        joined = _joined(parsed, waiting, when) if waiting else None
        if joined is not None:
            waiting = joined
            continue
        if waiting is not None:
            yield _since(parsed, waiting)
        waiting = when
    if waiting is not None:
        yield _since(parsed, waiting)


def _joined(parsed: Parsed, first: When, second: When) -> When | None:
    between = parsed.text[first.end : second.start].lower().split()
    if between not in ([word] for word in _JOINED.get(_before(parsed, first), ())):
        return None
    if first.date is None or second.enddate is None or first.date > second.enddate:
        return None
    text = parsed.text[first.start : second.end]
    return replace(first, text=text, end=second.end, enddate=second.enddate, date_precision="range")


def _since(parsed: Parsed, when: When) -> When:
    published = parsed.article.published
    if published is None or not when.date or not _is_since(parsed, when) or when.date >= published.isoformat():
        return when
    return replace(when, enddate=published.isoformat(), date_precision="range")


def _is_since(parsed: Parsed, when: When) -> bool:
    """Behind "since"; no mere part of what it is since ("since the January bombing"), and no day that a clause of its
    own tells of ("since March, when he died")."""
    head = parsed.head_in(when.start, when.end)
    first = parsed.tokens_in(when.start, when.end)[0].i
    if head is None or _before(parsed, when) != "since" or parsed.tokens[head.head].i >= first:
        return False
    return not any(parsed.child(t.i, "relcl") for t in parsed.tokens_in(when.start, when.end))


def _before(parsed: Parsed, when: When) -> str:
    first = parsed.tokens_in(when.start, when.end)[0].i
    return parsed.tokens[first - 1].lower if first else ""
