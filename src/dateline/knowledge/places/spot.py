"""A place of the gazetteer."""

from __future__ import annotations

from msgspec import Struct

COUNTRY, ADMIN1, ADMIN2, TOWN, OTHER = "country", "admin1", "admin2", "town", "other"
"""Levels of a spot: what of the earth it is, from a state down; `other` is neither a unit of government nor a town."""


class Spot(Struct, frozen=True):
    """One place. lat/lon in degrees (WGS 84), None where the sources give no point.

    `match` tells how the name that found it is tied to it: 0 its usual name, 1 another name, 2 a shortened name
    ("Laurel" for Laurel County). `cc` is ISO alpha-2; `feature` a GeoNames code as "P.PPL".
    """

    id: int
    match: int
    name: str
    level: str
    feature: str
    lat: float | None
    lon: float | None
    population: int
    cc: str
    admin1: int
    admin2: int
    geonameid: int | None
