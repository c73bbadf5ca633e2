"""The record's tables as the shelf on which linking keeps what it knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from dateline.linking import ArticleSketch
from dateline.linking.cluster import APART, TOGETHER, Pair, pair
from dateline.record.tables import ARTICLE, CHANCE, EVENT, JUDGEMENT, POSTING

_MANY = 500
"""Values asked for at once: databases bound how many a statement may have."""
_KEPT = 4096
"""Sketches kept in memory."""
Value = TypeVar("Value")


class Tables:
    """Implements `dateline.linking.linker.Shelf` on an open connection."""

    def __init__(self, db: sa.Connection) -> None:
        self._db = db
        self._sketches: dict[str, ArticleSketch] = {}

    def forget(self) -> None:
        """Drops what is kept in memory: after a transaction that failed, or an article put anew."""
        self._sketches.clear()

    def holders(self, wanted: Collection[int]) -> Iterable[tuple[int, str]]:
        for some in _portions(sorted(wanted)):
            rows = self._db.execute(sa.select(POSTING.c.key, POSTING.c.article).where(POSTING.c.key.in_(some)))
            yield from ((key, article) for key, article in rows)

    def sketches(self, articles: Sequence[str]) -> Iterable[ArticleSketch]:
        for some in _portions([a for a in articles if a not in self._sketches]):
            for (packed,) in self._db.execute(sa.select(ARTICLE.c.sketch).where(ARTICLE.c.id.in_(some))):
                self._remember(msgspec.msgpack.decode(packed, type=ArticleSketch))
        found = [self._sketches[a] for a in articles]
        while len(self._sketches) > _KEPT:
            self._sketches.pop(next(iter(self._sketches)))
        return found

    def _remember(self, sketch: ArticleSketch) -> None:
        self._sketches[sketch.id] = sketch

    def keep(self, article: ArticleSketch, held: Collection[int], found: Mapping[Pair, float]) -> None:
        self._remember(article)
        if held:
            self._db.execute(sa.insert(POSTING), [{"key": k, "article": article.id} for k in sorted(held)])
        if found:
            rows = [{"a": a, "b": b, "value": chance} for (a, b), chance in sorted(found.items())]
            self._db.execute(sa.insert(CHANCE), rows)

    def chances(self, events: Collection[str]) -> Mapping[Pair, float]:
        found: dict[Pair, float] = {}
        for column in (CHANCE.c.a, CHANCE.c.b):
            for some in _portions(sorted(events)):
                for a, b, value in self._db.execute(sa.select(CHANCE).where(column.in_(some))):
                    found[a, b] = value
        return found | self._judged(events)

    def _judged(self, events: Collection[str]) -> dict[Pair, float]:
        """What people decided; of several decisions on a pair the last one counts."""
        found: dict[Pair, tuple[int, bool | None]] = {}
        query = sa.select(JUDGEMENT.c.id, JUDGEMENT.c.a, JUDGEMENT.c.b, JUDGEMENT.c.same)
        for column in (JUDGEMENT.c.a, JUDGEMENT.c.b):
            for some in _portions(sorted(events)):
                for number, a, b, same in self._db.execute(query.where(column.in_(some))):
                    found[pair(a, b)] = max(found.get(pair(a, b), (0, None)), (number, same), key=lambda x: x[0])
        return {p: TOGETHER if same else APART for p, (_, same) in found.items() if same is not None}

    def days(self, events: Collection[str]) -> Mapping[str, int | None]:
        found: dict[str, int | None] = {}
        query = sa.select(EVENT.c.id, ARTICLE.c.published).join(ARTICLE, EVENT.c.article == ARTICLE.c.id)
        for some in _portions(sorted(events)):
            for event, day in self._db.execute(query.where(EVENT.c.id.in_(some))):
                found[event] = dt.date.fromisoformat(day).toordinal() if day else None
        return found


def _portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    return (values[i : i + _MANY] for i in range(0, len(values), _MANY))
