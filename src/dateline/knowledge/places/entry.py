"""A place in the making, and how an addition of ours is known to be one that the packages hold already."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.knowledge.places.names import fold_now
from dateline.knowledge.places.own import Addition
from dateline.knowledge.places.spot import ADMIN1, TOWN

_REACH = {"P": 25.0, "S": 12.0, "L": 350.0, "T": 350.0, "A": 350.0}
"""Kilometres within which a namesake of the same country is the same place, by feature class."""


class Entry(Struct):
    """A place as it will be written; `Spot` without the match."""

    id: int
    name: str
    level: str
    feature: str
    lat: float | None
    lon: float | None
    population: int
    cc: str
    admin1: int = 0
    admin2: int = 0
    geonameid: int | None = None


class Known:
    """The places so far, by folded name and country."""

    def __init__(self, entries: Sequence[Entry], names: Mapping[tuple[str, int], int]) -> None:
        by_id = {e.id: e for e in entries}
        self._named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for key, place in names:
            entry = by_id[place]
            self._named[key, entry.cc].append(entry)

    def same(self, row: Addition) -> Entry | None:
        """The place that `row` is: a town a town, a site an airport, a region or island a subdivision of that name."""
        reach = _REACH.get(row.feature[:1], 0.0)
        for name in (row.name, *row.aliases):
            near = [
                e for e in self._named.get((fold_now(name), row.cc), ()) if _alike(e, row) and _far(e, row) <= reach
            ]
            if near:
                return min(near, key=lambda e: _far(e, row))
        return None


def _alike(entry: Entry, row: Addition) -> bool:
    if row.feature.startswith("P."):
        return entry.level == TOWN
    if row.feature.startswith("S."):
        return entry.feature[:1] == "S"
    return entry.level == ADMIN1 and row.feature in ("L.RGN", "T.ISL", "A.ADM1")


def _far(entry: Entry, row: Addition) -> float:
    """Kilometres, on a plane: good enough for neighbours."""
    if entry.lat is None or entry.lon is None or row.lat is None or row.lon is None:
        return 0.0
    east = (entry.lon - row.lon) * math.cos(math.radians(row.lat))
    return 111.2 * math.hypot(entry.lat - row.lat, east)
