"""Looking names up in the built gazetteer."""

from __future__ import annotations

import functools
import sqlite3
from pathlib import Path

from dateline.knowledge.places.build import Progress, build
from dateline.knowledge.places.names import fold, without_article
from dateline.knowledge.places.spot import Spot
from dateline.knowledge.places.store import ensure, gazetteer_path

_BY_KEY = (
    "SELECT p.id, n.match, p.name, level, feature, lat, lon, population, cc, admin1, admin2, geonameid FROM name n"
)
_BY_ID = "SELECT id, 0, name, level, feature, lat, lon, population, cc, admin1, admin2, geonameid FROM place"


class Gazetteer:
    """Reads the gazetteer file; nothing of it is held in memory but what was asked for lately."""

    def __init__(self, path: Path) -> None:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._countries = {row[0]: row[1:] for row in self._db.execute("SELECT * FROM country")}
        self.find = functools.lru_cache(maxsize=20_000)(self._find)
        self.by_id = functools.lru_cache(maxsize=5_000)(self._by_id)

    def lookup(self, name: str) -> tuple[Spot, ...]:
        """All places that `name` may mean, in no order of likelihood; "al-Raqqa" is tried as "Raqqa" as well."""
        key = fold(name)
        bare = without_article(key)
        return self.find(key) or (self.find(bare) if bare else ())

    def _find(self, key: str) -> tuple[Spot, ...]:
        """All places under a folded name."""
        return tuple(
            Spot(*row) for row in self._db.execute(f"{_BY_KEY} JOIN place p ON p.id=n.place WHERE key=?", (key,))
        )

    def _by_id(self, number: int) -> Spot | None:
        """The place with this number of ours (not the GeoNames id)."""
        row = self._db.execute(f"{_BY_ID} WHERE id=?", (number,)).fetchone()
        return Spot(*row) if row else None

    def iso3(self, cc: str) -> str | None:
        """ISO alpha-3 for alpha-2, None where there is none."""
        row = self._countries.get(cc)
        return row[0] if row else None

    def country(self, cc: str) -> Spot | None:
        """The country of an ISO alpha-2 code."""
        row = self._countries.get(cc)
        return self.by_id(row[1]) if row else None

    @functools.cached_property
    def _cc(self) -> dict[str, str]:
        return {row[0]: cc for cc, row in self._countries.items()}

    def land(self, iso3: str) -> Spot | None:
        """The country of an ISO alpha-3 code."""
        cc = self._cc.get(iso3)
        return self.country(cc) if cc else None

    def neighbours(self, cc: str) -> frozenset[str]:
        """ISO alpha-2 codes of the countries that share a land border with `cc`."""
        row = self._countries.get(cc)
        return frozenset(row[3].split(",")) - {""} if row else frozenset()

    @functools.cached_property
    def capitals(self) -> dict[str, Spot]:
        """The capital of each country, by ISO alpha-2."""
        found: dict[str, Spot] = {}
        for cc, row in self._countries.items():
            towns = [s for s in self.lookup(row[2]) if s.cc == cc and s.level == "town"] if row[2] else []
            if towns:
                found[cc] = max(towns, key=lambda s: s.population)
        return found

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()


def open_gazetteer(progress: Progress | None = None) -> Gazetteer:
    """The gazetteer, built first where this machine has none yet (some ten seconds; `progress` is told the steps)."""
    return Gazetteer(ensure(gazetteer_path(), lambda path: build(path, progress)))
