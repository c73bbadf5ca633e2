"""How the places that an article's names may mean speak for each other: nearness, same country, same subdivision."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.knowledge.places.spot import ADMIN1, ADMIN2, COUNTRY, Spot

_RADIUS = 6371.0
_REACH = 100.0
"""Kilometres at which the pull of another place has fallen to 1/e."""
Array = NDArray[np.float64]


class Support(Struct, frozen=True):
    """What the other names do for one place, each as a number of names (a half where they are half sure).

    near: names with a place close by; country, province: names with a place in the same one; names: all others;
    holder: how sure it is that the article names the country (`state`) or subdivision the place lies in.
    """

    near: float
    country: float
    province: float
    names: int
    state: float
    holder: float


def support(names: Sequence[Sequence[Spot]], scores: Sequence[Array]) -> list[Support]:
    """One `Support` for each place of each name, in order."""
    spots = [s for name in names for s in name]
    if not spots:
        return []
    owner = np.array([n for n, name in enumerate(names) for _ in name])
    chance = np.concatenate(scores)
    near = _near(spots, owner, chance, len(names))
    country = _shared([s.cc for s in spots], owner, chance, len(names))
    province = _shared([str(_province(s) or -s.id) for s in spots], owner, chance, len(names))
    state = _held(spots, owner, chance, [("c", s.cc) if s.level != COUNTRY else None for s in spots])
    holder = _held(spots, owner, chance, [("a", str(s.admin1)) if s.admin1 else None for s in spots])
    county = _held(spots, owner, chance, [("a", str(s.admin2)) if s.admin2 else None for s in spots])
    others = max(len(names) - 1, 0)
    return [
        Support(float(near[i]), float(country[i]), float(province[i]), others, state[i], max(holder[i], county[i]))
        for i in range(len(spots))
    ]


def _province(s: Spot) -> int:
    return s.id if s.level == ADMIN1 else s.admin1


def _near(spots: Sequence[Spot], owner: NDArray[np.int64], chance: Array, count: int) -> Array:
    """For each place the sum over the other names of their likeliest near place. Countries are no neighbours."""
    small = np.array([s.level != COUNTRY and s.lat is not None for s in spots])
    lat = np.radians([s.lat or 0.0 for s in spots])
    lon = np.radians([s.lon or 0.0 for s in spots])
    h = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat)[:, None] * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    )
    pull = np.exp(-2 * _RADIUS / _REACH * np.arcsin(np.sqrt(np.minimum(h, 1)))) * (chance * small)
    pull[owner[:, None] == owner] = 0
    total = np.zeros(len(spots))
    for name in range(count):
        columns = pull[:, owner == name]
        if columns.shape[1]:
            total += columns.max(axis=1)
    return np.asarray(total * small)


def _shared(keys: Sequence[str], owner: NDArray[np.int64], chance: Array, count: int) -> Array:
    """For each place the chance that other names lie under the same key, summed over names."""
    numbers = {k: n for n, k in enumerate(dict.fromkeys(keys))}
    column = np.array([numbers[k] for k in keys])
    mass = np.zeros((count, len(numbers)))
    np.add.at(mass, (owner, column), chance)
    return np.asarray(mass.sum(axis=0)[column] - mass[owner, column])


def _held(
    spots: Sequence[Spot], owner: NDArray[np.int64], chance: Array, wanted: Sequence[tuple[str, str] | None]
) -> list[float]:
    """For each place how likely some other name is the unit it lies in."""
    units: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for s, o, c in zip(spots, owner.tolist(), chance.tolist(), strict=True):
        if s.level == COUNTRY:
            units.setdefault(("c", s.cc), []).append((o, c))
        elif s.level in (ADMIN1, ADMIN2):
            units.setdefault(("a", str(s.id)), []).append((o, c))
    own = owner.tolist()
    return [
        max((c for o, c in units.get(key, ()) if o != own[i]), default=0.0) if key else 0.0
        for i, key in enumerate(wanted)
    ]
