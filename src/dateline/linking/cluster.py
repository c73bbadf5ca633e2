"""Groups of mentions from the chances of their pairs: average linkage, the same whatever order they come in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]


def pair(a: str, b: str) -> Pair:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def groups(members: Iterable[str], chances: Mapping[Pair, float], least: float) -> list[list[str]]:
    """Joins the two groups whose members are on average likeliest to be one event, while that is at least `least`.

    A pair without a chance counts as 0. Groups and their members come sorted.
    """
    group = {m: [m] for m in members}
    sums: dict[str, dict[str, float]] = {m: {} for m in group}
    for (a, b), chance in sorted(chances.items()):
        sums[a][b] = sums[b][a] = chance
    heap = [(-c, a, b, 1, 1) for a, row in sums.items() for b, c in row.items() if a < b and c >= least]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in group or b not in group or (len(group[a]), len(group[b])) != (size_a, size_b):
            continue
        _join(group, sums, a, b)
        for other, total in sums[a].items():
            mean = total / (len(group[a]) * len(group[other]))
            if mean >= least:
                first, second = pair(a, other)
                heapq.heappush(heap, (-mean, first, second, len(group[first]), len(group[second])))
    return sorted(sorted(g) for g in group.values())


def _join(group: dict[str, list[str]], sums: dict[str, dict[str, float]], a: str, b: str) -> None:
    """Group `b` becomes part of `a`, which sorts before it."""
    group[a] += group.pop(b)
    for other, total in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
