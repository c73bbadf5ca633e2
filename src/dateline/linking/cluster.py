"""Groups of mentions from the chances of their pairs: average linkage, the same whatever order they come in."""

from __future__ import annotations

import collections
import heapq
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]
SURE = 1.0
"""In place of a chance: that two mentions of one article are one event."""
TOGETHER, APART = 1e4, -1e9
"""In place of a chance: that somebody decided two events are, or are not, the same."""


def pair(a: str, b: str) -> Pair:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def groups(members: Iterable[str], chances: Mapping[Pair, float], least: float) -> list[list[str]]:
    """First puts together what is certain, then joins the two groups that are on average likeliest to be one event,
    while that is at least `least`.

    The mean is over those members that have chances of their own; a pair of them without one counts as 0. Groups and
    their members come sorted.
    """
    group = _certain(members, chances)
    of = {m: name for name, those in group.items() for m in those}
    weight = _weights(group, chances)
    sums: dict[str, dict[str, float]] = {name: {} for name in group}
    for (a, b), chance in sorted(chances.items()):
        if of[a] != of[b]:
            total = sums[of[a]].get(of[b], 0.0) + chance
            sums[of[a]][of[b]] = sums[of[b]][of[a]] = total
    _join_all(group, weight, sums, least)
    return sorted(sorted(g) for g in group.values())


def _certain(members: Iterable[str], chances: Mapping[Pair, float]) -> dict[str, list[str]]:
    """The groups that certain pairs make, decisions first, each under its smallest member; never against a decision."""
    group = {m: [m] for m in members}
    of = {m: m for m in group}
    apart = collections.defaultdict(set)
    for (a, b), chance in chances.items():
        if chance == APART:
            apart[a].add(b)
            apart[b].add(a)
    for (a, b), chance in sorted(chances.items(), key=lambda c: (-c[1], c[0])):
        if chance < SURE:
            break
        low, high = pair(of[a], of[b])
        if low != high and not any(apart[m] & set(group[high]) for m in group[low]):
            of |= dict.fromkeys(group[high], low)
            group[low] += group.pop(high)
    return group


def _weights(group: Mapping[str, Collection[str]], chances: Mapping[Pair, float]) -> dict[str, int]:
    """How many members of each group have chances of their own."""
    own = {m for both, chance in chances.items() if 0 <= chance < SURE for m in both}
    return {name: max(1, sum(m in own for m in those)) for name, those in group.items()}


def _join_all(
    group: dict[str, list[str]], weight: dict[str, int], sums: dict[str, dict[str, float]], least: float
) -> None:
    heap = [
        (-mean, a, b, weight[a], weight[b])
        for a, row in sums.items()
        for b, total in row.items()
        if a < b and (mean := total / (weight[a] * weight[b])) >= least
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, *then = heapq.heappop(heap)
        if a not in group or b not in group or [weight[a], weight[b]] != then:
            continue
        _join(group, sums, a, b)
        weight[a] += weight.pop(b)
        for other, total in sums[a].items():
            mean = total / (weight[a] * weight[other])
            if mean >= least:
                first, second = pair(a, other)
                heapq.heappush(heap, (-mean, first, second, weight[first], weight[second]))


def _join(group: dict[str, list[str]], sums: dict[str, dict[str, float]], a: str, b: str) -> None:
    """Group `b` becomes part of `a`, which sorts before it."""
    group[a] += group.pop(b)
    for other, total in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
