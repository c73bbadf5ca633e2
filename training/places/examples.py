"""Articles with toponyms as rows for the two models: features of proposals, features of places of a name."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dateline.knowledge.places import Places, Spot
from dateline.model.article import Article
from dateline.reading.parse import Parser
from dateline.reading.where.context import Context
from dateline.reading.where.detect import Detected, Scene
from dateline.reading.where.features import features
from dateline.reading.where.frames import holders_of
from dateline.reading.where.propose import Proposal, propose
from dateline.reading.where.ranking import own
from dateline.reading.where.resolve import Name, gather

NEAR = 161.0
"""Kilometres within which an answer counts as right: the hundred miles of geocoding papers."""


class Toponym(Struct):
    """A coded toponym."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    geonameid: str | None


class NamedRows(Struct):
    """A name with the features of each of its places, and which of them each located mention means (-1: none)."""

    name: Name
    rows: list[list[str]]
    right: list[int]


class Example(Struct):
    """One article."""

    doc: str
    corpus: str
    toponyms: list[Toponym]
    proposals: tuple[Proposal, ...]
    rows: list[list[str]]
    labels: list[float]
    names: list[NamedRows]


def read(paths: Iterable[Path]) -> Iterator[tuple[str, str, str, list[Toponym]]]:
    """Corpus, document, text and toponyms of each article of the files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line.strip():
                continue
            d = json.loads(line)
            tops = [Toponym(t["start"], t["end"], t["lat"], t["lon"], t["geonameid"]) for t in d["toponyms"]]
            yield path.stem, d["doc"], d["text"], tops


def examples(paths: Iterable[Path], places: Places, parser: Parser) -> Iterator[Example]:
    """The articles of the files as rows."""
    for corpus, doc, text, tops in read(paths):
        yield example(corpus, doc, Context(parser.parse(Article(text=text)), places), tops)


def example(corpus: str, doc: str, context: Context, tops: list[Toponym]) -> Example:
    """One parsed article as rows. Adjectives of countries are never proposed, whatever a corpus holds of them."""
    proposals = propose(context)
    holders = holders_of(proposals)
    proposals = tuple(p for p in proposals if not p.extends(context))
    rows = [list(features(p, context, holders)) for p in proposals]
    matched = [_coded(p, tops) for p in proposals]
    taken: set[int] = set()
    meant: dict[int, Toponym] = {}
    found = []
    for p, t in zip(proposals, matched, strict=True):
        span = range(p.first, p.last + 1)
        if t is not None and taken.isdisjoint(span):
            taken.update(span)
            found.append(Detected(p, 1.0))
            meant[p.first] = t
    names = [_named(n, meant, context) for n in gather(Scene(tuple(found), holders), context)]
    return Example(doc, corpus, tops, proposals, rows, [float(t is not None) for t in matched], names)


def _coded(p: Proposal, tops: Sequence[Toponym]) -> Toponym | None:
    def share(t: Toponym) -> float:
        both = min(p.end, t.end) - max(p.start, t.start)
        return both / (max(p.end, t.end) - min(p.start, t.start))

    best = max(tops, key=share, default=None)
    return best if best is not None and share(best) >= 0.5 else None


def _named(name: Name, meant: dict[int, Toponym], context: Context) -> NamedRows:
    tops = [meant[d.proposal.first] for d in name.mentions]
    right = [_right(t, name.spots) for t in tops if t.lat is not None]
    return NamedRows(name, [own(s, name, context) for s in name.spots], right)


def _right(t: Toponym, spots: Sequence[Spot]) -> int:
    """The place coded, else the nearest within reach, else -1."""
    for i, s in enumerate(spots):
        if t.geonameid and str(s.geonameid) == str(t.geonameid):
            return i
    at = [(kilometres(s, t), i) for i, s in enumerate(spots) if s.lat is not None]
    far, i = min(at, default=(math.inf, -1))
    return i if far <= NEAR else -1


def kilometres(s: Spot, t: Toponym) -> float:
    """The distance on the sphere."""
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (s.lat, s.lon, t.lat, t.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))
