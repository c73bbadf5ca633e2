"""Which proposals are meant as places: a linear model over named features, the longer name first."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from dateline.reading.where.context import Context
from dateline.reading.where.features import features
from dateline.reading.where.frames import Holders, holders_of
from dateline.reading.where.propose import Proposal

THRESHOLD = 0.4
"""The least probability of being a place at which a proposal is reported."""


class Detected(Struct, frozen=True):
    """A proposal taken for a place, with its probability."""

    proposal: Proposal
    score: float


class Scene(Struct, frozen=True):
    """What was detected in an article, and the units that may hold other places."""

    found: tuple[Detected, ...]
    holders: Holders


def detect(proposals: Iterable[Proposal], context: Context) -> Scene:
    """The proposals that are places, no two overlapping; in text order."""
    listed = tuple(proposals)
    holders = holders_of(listed)
    names = {(p.first, p.last): p for p in listed}
    taken: set[int] = set()
    found: list[Detected] = []
    for p in listed:
        if taken.isdisjoint(range(p.first, p.last + 1)):
            score = probability(_judged(p, names, context), context, holders)
            if score >= THRESHOLD:
                taken.update(range(p.first, p.last + 1))
                found.append(Detected(p, score))
    return Scene(tuple(sorted(found, key=lambda d: d.proposal.first)), holders)


def _judged(p: Proposal, names: dict[tuple[int, int], Proposal], context: Context) -> Proposal:
    """What a longer form ending in a common noun is judged by: the name in it ("Basra" in "Basra airport")."""
    if not p.extends(context):
        return p
    inner = [names[p.first, last] for last in range(p.first, p.last) if (p.first, last) in names]
    return inner[-1] if inner else p


def probability(p: Proposal, context: Context, holders: Holders) -> float:
    """How likely the proposal is meant as a place."""
    weights = context.places.detection
    total = sum(weights.get(f, 0.0) for f in features(p, context, holders))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
