"""Which of the places of a name is meant: each name of the article once, all names weighed together.

One sense per article: all mentions of a name mean one place, unless one says otherwise by what follows it ("Paris,
Texas"). A first model knows the places and the words beside the name; a second also sees what the first thinks of
the other names of the article: same country, same subdivision, nearness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.knowledge.places.names import fold
from dateline.knowledge.places.spot import ADMIN1, COUNTRY, Spot
from dateline.reading.where.context import Context
from dateline.reading.where.detect import Detected, Scene
from dateline.reading.where.frames import container, holds
from dateline.reading.where.near import Support, support
from dateline.reading.where.ranking import company, own

_MOST = 30
"""Places of one name that are weighed; the less populous of "San José" beyond that are left out."""
Weights = dict[str, float]


class Resolved(Struct, frozen=True):
    """A detected place with the place it is, None where there is none; `score` is the choice's probability."""

    detected: Detected
    spot: Spot | None
    score: float
    held: bool = False


class Name(Struct, frozen=True):
    """A name of the article: its mentions, the places it may be, and the units that follow it somewhere."""

    mentions: tuple[Detected, ...]
    spots: tuple[Spot, ...]
    units: tuple[Spot, ...]


def resolve(scene: Scene, context: Context) -> tuple[Resolved, ...]:
    """Every detected place with its answer, in text order."""
    names = gather(scene, context)
    scores = weigh((*names, *homes(context)), context)[: len(names)]
    out = []
    for name, chances in zip(names, scores, strict=True):
        best = int(np.argmax(chances)) if len(chances) else -1
        spot, score = (name.spots[best], float(chances[best])) if best >= 0 else (None, 0.0)
        held = spot is not None and any(holds(u, spot) for u in name.units)
        out += [Resolved(d, spot, score, held) for d in name.mentions]
    return tuple(sorted(out, key=lambda r: r.detected.proposal.first))


def gather(scene: Scene, context: Context) -> tuple[Name, ...]:
    """The names of the article. A mention with its own, different container is a name of its own."""
    groups: dict[tuple[str, str, frozenset[int]], list[Detected]] = defaultdict(list)
    units: dict[tuple[str, str, frozenset[int]], tuple[Spot, ...]] = {}
    told: dict[tuple[str, str], frozenset[int]] = {}
    for d in sorted(scene.found, key=lambda d: not _container(d, context, scene)):
        p = d.proposal
        base = (fold(context.parsed.text[p.start : p.end]), p.source if p.source == "unit" else "")
        held = _container(d, context, scene)
        ids = frozenset(u.id for u in held) or told.get(base, frozenset())
        told.setdefault(base, ids)
        groups[(*base, ids)].append(d)
        units.setdefault((*base, ids), held)
    return tuple(Name(tuple(ds), _spots(ds[0].proposal.spots, units[key]), units[key]) for key, ds in groups.items())


def homes(context: Context) -> tuple[Name, ...]:
    """The places in the outlet's name ("The Macon Courier"): a name of the article that is nowhere mentioned."""
    words = [w for w in (context.parsed.article.publication or "").split() if w[:1].isupper()]
    known = context.words
    for length in (3, 2, 1):
        for i in range(len(words) - length + 1):
            part = words[i : i + length]
            spots = context.gazetteer.lookup(" ".join(part))
            if spots and not (length == 1 and (part[0].lower() in known.common or part[0].lower() in known.classes)):
                return (Name((), _spots(spots, ()), ()),)
    return ()


def _container(d: Detected, context: Context, scene: Scene) -> tuple[Spot, ...]:
    """The units behind the name that do hold one of its places."""
    units = container(d.proposal, context, scene.holders)
    return tuple(u for u in units if any(holds(u, s) for s in d.proposal.spots))


def _spots(spots: tuple[Spot, ...], units: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The places weighed. A unit behind the name settles it, but for names of countries and provinces, which stand
    in rows ("Cuba, Mexico and Panama": there is a Cuba in Mexico)."""
    placed = [s for s in spots if s.lat is not None] or list(spots)
    if units and not any(s.level in (COUNTRY, ADMIN1) and s.match == 0 for s in placed):
        placed = [s for s in placed if any(holds(u, s) for u in units)] or placed
    return tuple(sorted(placed, key=lambda s: (s.match, -s.population))[:_MOST])


def weigh(names: Sequence[Name], context: Context) -> list[NDArray[np.float64]]:
    """For each name the probability of each of its places."""
    weights = context.places.ranking
    alone = [[own(s, n, context) for s in n.spots] for n in names]
    scores = [softmax([total(weights, "1:", f) for f in rows]) for rows in alone]
    for _ in range(2):
        helps = support([n.spots for n in names], scores)
        scores = [
            softmax([total(weights, "2:", f + company(h, s)) for f, h, s in zip(rows, found, n.spots, strict=True)])
            for rows, found, n in zip(alone, _regroup(helps, names), names, strict=True)
        ]
    return scores


def _regroup(helps: Sequence[Support], names: Sequence[Name]) -> list[Sequence[Support]]:
    out, at = [], 0
    for name in names:
        out.append(helps[at : at + len(name.spots)])
        at += len(name.spots)
    return out


def total(weights: Weights, model: str, features: Sequence[str]) -> float:
    """The weights of a model ("1:", "2:") for the features present, added up."""
    return sum(weights.get(model + f, 0.0) for f in features)


def softmax(values: Sequence[float]) -> NDArray[np.float64]:
    """Probabilities from sums of weights."""
    if not values:
        return np.zeros(0)
    e = np.exp(np.array(values) - max(values))
    return np.asarray(e / e.sum())
