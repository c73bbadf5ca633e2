"""Our own additions to the gazetteer, read from `data/places/*.tsv`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dateline.knowledge.places.spot import ADMIN1, ADMIN2, COUNTRY, OTHER, TOWN
from dateline.knowledge.tables import rows

ADDITIONS = ("regions", "waters", "lands", "bases", "sites", "towns")
"""The files of additions; all have the same columns."""
BUILT_FROM = ("countries", "points", *ADDITIONS)
"""All files of ours that go into the gazetteer."""
_LEVELS = {"A.ADM1": ADMIN1, "A.ADM2": ADMIN2, "A.PCLH": COUNTRY, "A.PCLI": COUNTRY}


class Addition(Struct, frozen=True):
    """A place of ours, or other names for one that the packages hold (found by name and nearness, never by id).

    `weight` stands where a city has its population: how well known the place is.
    """

    name: str
    level: str
    feature: str
    lat: float | None
    lon: float | None
    weight: int
    cc: str
    aliases: tuple[str, ...]


def countries() -> dict[str, tuple[str, float, float, tuple[str, ...]]]:
    """By ISO alpha-2: the usual name, the label's point, and other names."""
    return {
        row["iso2"]: (row["name"], float(row["lat"]), float(row["lon"]), split(row["aliases"]))
        for row in rows("places/countries.tsv")
    }


def points() -> Iterator[tuple[int, float, float]]:
    """GeoNames id and point of subdivisions whose towns do not show where their middle is."""
    for row in rows("places/points.tsv"):
        yield int(row["geonameid"]), float(row["lat"]), float(row["lon"])


def additions() -> Iterator[Addition]:
    """All rows of all files of additions."""
    for name in ADDITIONS:
        for row in rows(f"places/{name}.tsv"):
            yield _addition(row)


def split(cell: str) -> tuple[str, ...]:
    """The names of a cell, `|` between them."""
    return tuple(n for n in cell.split("|") if n)


def _addition(row: dict[str, str]) -> Addition:
    feature = row["feature"] or "L.RGN"
    level = _LEVELS.get(feature, TOWN if feature.startswith("P.") else OTHER)
    return Addition(
        name=row["name"],
        level=level,
        feature=feature,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        weight=int(row["weight"] or 0),
        cc=row["cc"],
        aliases=split(row["aliases"]),
    )
