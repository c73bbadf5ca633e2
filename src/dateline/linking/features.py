"""What speaks for or against two mentions being one event: named features, the same whichever comes first."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from dateline.linking import words
from dateline.linking.sketch import ArticleSketch, EventSketch, Side, Spot

Features = dict[str, float]
_EARTH = 6371.0
"""Kilometres from the centre of the earth."""
_TYPED = ("same head", "same family", "same type")
_STEPS = (10, 20, 30, 45)
"""Per cent of likeness."""
_DAY = {"same": "one", "within": "perhaps one", "unknown": "perhaps one"}
_PLACE = {"same": "one", "near": "one"} | dict.fromkeys(("within", "same country", "unknown"), "perhaps one")


class Placed(Struct, frozen=True):
    """An event in its article; `leads`: the first of its type that the article tells."""

    article: ArticleSketch
    event: EventSketch
    leads: bool


def likeness(a: ArticleSketch, b: ArticleSketch) -> float:
    """How alike two articles' telling words are, 0 to 1."""
    less, more = (a.terms, b.terms) if len(a.terms) <= len(b.terms) else (b.terms, a.terms)
    return min(1.0, sum(less[w] * more[w] for w in sorted(less.keys() & more.keys())))


def here(a: Placed, b: Placed) -> Features:
    """The features of two mentions of one article."""
    first, later = sorted((a, b), key=lambda p: (p.event.start, p.event.id))
    found = _common(a, b) | {f"sentences apart {_apart(later.event.sentence - first.event.sentence)}": 1.0}
    if later.event.known:
        found[f"later is {later.event.known}"] = 1.0
    if first.leads:
        found["with the first of its type"] = 1.0
    return found


def across(a: Placed, b: Placed, alike: float) -> Features:
    """The features of two events of two articles; `alike` is the likeness of the articles."""
    found = _common(a, b)
    steps = {f"articles alike {n}": 1.0 for n in _STEPS if alike * 100 >= n}
    crossed = {f"{name} x alike": alike for name in _TYPED if name in found}
    if a.event.type == b.event.type and a.leads and b.leads:
        crossed |= {"both first of their type": 1.0, "both first of their type x alike": alike}
    return found | {"articles alike": alike, "articles alike, root": math.sqrt(alike)} | steps | crossed


def _common(a: Placed, b: Placed) -> Features:
    found = {"bias": 1.0} | dict(_flags(a.event, b.event))
    found["sentence alike"] = _overlap(a.event.words, b.event.words)
    found["trigger idf"] = min(words.weight(a.event.trigger & b.event.trigger), 14.0) / 7
    return found


def _flags(one: EventSketch, two: EventSketch) -> Iterator[tuple[str, float]]:
    yield f"{'same' if one.type == two.type else 'other'} type", 1.0
    if one.type == two.type and one.modes and two.modes:
        yield f"{'same' if one.modes & two.modes else 'other'} mode", 1.0
    yield f"{'same' if one.head == two.head else 'other'} head", 1.0
    if one.families & two.families:
        yield "same family", 1.0
    yield f"{'same' if one.status == two.status else 'other'} status", 1.0
    yield from _sides("actor", one.actor, two.actor)
    yield from _sides("recipient", one.recipient, two.recipient)
    yield "parties: telling words", min(words.weight(_parties(one) & _parties(two)), 21.0) / 7
    if (one.actor.names & two.recipient.names) or (one.recipient.names & two.actor.names):
        yield "actor is recipient", 1.0
    day, place = _days(one, two), _places(one.spot, two.spot)
    yield f"day{'' if one.dated_here and two.dated_here else ' by context'}: {day}", 1.0
    yield f"place{'' if one.placed_here and two.placed_here else ' by context'}: {place}", 1.0
    meeting = f"{_DAY.get(day, 'another')} day, {_PLACE.get(place, 'another')} place"
    yield meeting, 1.0
    if not one.families & two.families:
        yield f"other words, {meeting}", 1.0
    if one.type == two.type:
        yield f"both {one.type}", 1.0
        if one.dated_here and two.dated_here and day == "same" and place in ("same", "near"):
            yield "same type, told day and place", 1.0
    yield from _figures(one, two)


def _sides(name: str, a: Side, b: Side) -> Iterator[tuple[str, float]]:
    if not (a.words or a.names or a.codes) or not (b.words or b.names or b.codes):
        yield f"{name}: unknown", 1.0
        return
    shared = words.weight(a.words & b.words)
    if shared:
        yield f"{name}: telling words", min(shared, 14.0) / 7
    if a.names & b.names:
        yield f"{name}: same", 1.0
    elif a.words & b.words:
        yield f"{name}: alike", 1.0
    else:
        yield f"{name}: other{' name' if a.names and b.names else ''}", 1.0
    if a.codes and b.codes and not a.codes & b.codes:
        yield f"{name}: other country", 1.0
    if a.sectors and b.sectors and not a.sectors & b.sectors:
        yield f"{name}: other sector", 1.0


def _parties(event: EventSketch) -> frozenset[str]:
    return event.actor.words | event.recipient.words


def _days(a: EventSketch, b: EventSketch) -> str:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return "unknown"
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap <= 0:
        return "same" if max(a.last - a.first, b.last - b.first) <= 3 else "within"
    return "next" if gap <= 2 else "near" if gap <= 14 else "far" if gap <= 120 else "other year"


def _places(a: Spot | None, b: Spot | None) -> str:
    if a is None or b is None:
        return "unknown"
    if a.country != b.country:
        return "other country"
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return "same country" if a.resolution == 1 else "same"
    if min(a.resolution, b.resolution) <= 2:
        clash = a.province and b.province and a.province != b.province
        return "other province" if clash else "within"
    far = _distance(a, b)
    return "near" if far < 30 else "apart" if far < 200 else "far"


def _distance(a: Spot, b: Spot) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    low, high = math.radians(a.lat), math.radians(b.lat)
    east = math.radians(b.lon - a.lon)
    half = math.sin((high - low) / 2) ** 2 + math.cos(low) * math.cos(high) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def _figures(a: EventSketch, b: EventSketch) -> Iterator[tuple[str, float]]:
    kinds = {f[0] for f in a.figures} & {f[0] for f in b.figures}
    if kinds:
        met = any(_met(x, y) for x in a.figures for y in b.figures if x[0] == y[0])
        yield f"figures {'met' if met else 'differ'}", 1.0


def _met(a: tuple[str, int | None, int | None], b: tuple[str, int | None, int | None]) -> bool:
    top = 10**12
    return (a[1] or 0) <= (b[2] or top) and (b[1] or 0) <= (a[2] or top)


def _overlap(a: dict[str, float], b: dict[str, float]) -> float:
    both = sum(a[word] for word in sorted(a.keys() & b.keys()))
    return both / (sum(a.values()) + sum(b.values()) - both or 1.0)


def _apart(sentences: int) -> str:
    return str(sentences) if sentences < 3 else "3-9" if sentences < 10 else "10+"
