"""The mentions of one article that are one event, gathered: what one of them leaves open another may tell."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from dateline.linking.cluster import Pair, groups, pair
from dateline.linking.same import HERE, here, pairs, weights
from dateline.linking.sketch import ArticleSketch, EventSketch, Side, mentions
from dateline.model.document import AnnotatedDocument

LEAST = 0.6
"""Mentions are gathered while the mean chance between them is at least this: chosen by `training/link.py --folds`."""
_WEAK, _HARDLY, _AGAINST = 0.4, 0.2, 3.0
"""How much a chance that the article did not find enough counts with other articles; under which it speaks against the
two being one, as an article knows best which events it tells apart; and how strongly (chosen with LEAST)."""
_MONTH = 31
"""Days."""
Value = TypeVar("Value", bound=Hashable)


def sketch(document: AnnotatedDocument, key: str | None = None) -> ArticleSketch:
    """What linking keeps of a document. `key` names the article; by default its address and text do."""
    return gathered(mentions(document, key))


def gathered(article: ArticleSketch) -> ArticleSketch:
    """A sketch of single mentions, gathered by the shipped weights."""
    return gather(article, weights(HERE))


def gather(article: ArticleSketch, weighed: Mapping[str, float], least: float = LEAST) -> ArticleSketch:
    """The article with the mentions that are one event in one sketch each, in the order of the text."""
    chances = here(article, weighed)
    by_id = {e.id: e for e in article.events}
    found = [sorted((by_id[m] for m in g), key=_order) for g in groups(by_id, chances, least)]
    whole = replace(article, events=tuple(sorted((_merged(g) for g in found), key=_order)))
    return replace(whole, near=tuple(_near(whole, chances)))


def _order(event: EventSketch) -> tuple[int, str]:
    return event.start, event.id


def _near(article: ArticleSketch, chances: Mapping[Pair, float]) -> Iterator[tuple[int, int, float]]:
    """For each two events what speaks for their being one after all: the mean chance between their mentions, which the
    article itself did not find enough; against it where there is hardly a chance."""
    place = {e.id: n for n, e in enumerate(article.events)}
    for one, two in pairs(article, article):
        mentions = itertools.product(one.event.members, two.event.members)
        likely = [chances.get(pair(a, b), 0.0) for a, b in mentions]
        mean = sum(likely) / len(likely)
        low, high = sorted((place[one.event.id], place[two.event.id]))
        yield low, high, round(_WEAK * mean if mean >= _HARDLY else _AGAINST * (mean - _HARDLY), 4)


def _merged(those: Sequence[EventSketch]) -> EventSketch:
    first = those[0]
    if len(those) == 1:
        return first
    days = _most(those, lambda e: (e.first, e.last) if e.first is not None else None, _dated)
    return replace(
        first,
        type=_most(those, lambda e: e.type) or first.type,
        modes=frozenset[str]().union(*(e.modes for e in those)),
        status=_most(those, lambda e: e.status) or first.status,
        hedged=all(e.hedged for e in those),
        head=_most(those, lambda e: e.head) or first.head,
        trigger=frozenset[str]().union(*(e.trigger for e in those)),
        families=frozenset[str]().union(*(e.families for e in those)),
        actor=_side([e.actor for e in those]),
        recipient=_side([e.recipient for e in those]),
        spot=_most(those, lambda e: e.spot, lambda e: e.placed_here),
        first=days[0] if days else None,
        last=days[1] if days else None,
        told=any(e.told for e in those),
        figures=tuple(dict.fromkeys(f for e in those for f in e.figures)),
        words={w: idf for e in reversed(those) for w, idf in e.words.items()},
        dated_here=any(e.dated_here for e in those),
        placed_here=any(e.placed_here for e in those),
        members=tuple(m for e in those for m in e.members),
    )


def _most(
    those: Iterable[EventSketch],
    of: Callable[[EventSketch], Value | None],
    sure: Callable[[EventSketch], int] = lambda _: 0,
) -> Value | None:
    """What most of the surest of them say; of equals what is said first."""
    known = [(sure(e), value) for e in those if (value := of(e)) is not None]
    surest = max((s for s, _ in known), default=0)
    counts = collections.Counter(value for s, value in known if s == surest)
    return max(counts, key=lambda v: counts[v], default=None)


def _dated(event: EventSketch) -> int:
    """How sure its days are: by context, told, or told in its own sentence to the month at least."""
    exact = event.first is not None and event.last is not None and event.last - event.first <= _MONTH
    return event.told + (event.told and event.dated_here and exact)


def _side(sides: Sequence[Side]) -> Side:
    fields = ((getattr(s, name) for s in sides) for name in ("names", "words", "codes", "sectors"))
    return Side(*(frozenset[str]().union(*those) for those in fields))
