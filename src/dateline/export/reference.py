"""How other data sets number, group and sort countries and actors: the tables in `data/`."""

from __future__ import annotations

import functools
from importlib import resources

from msgspec import Struct

from dateline.codebook import loading
from dateline.model.mentions import Entity

_DATA = resources.files("dateline.export").joinpath("data")


class Country(Struct, frozen=True):
    """A row of countries.tsv; "" where the other list does not have the country."""

    code: str
    alpha2: str = ""
    numeric: str = ""
    region: str = ""
    gw: str = ""
    cow: str = ""


class Sector(Struct, frozen=True):
    """A row of sectors.tsv; "" where the sector does not tell."""

    sector: str = ""
    armed: str = ""
    acled: str = ""
    cameo: str = ""
    side: str = ""
    ftm: str = "LegalEntity"


class Disorder(Struct, frozen=True):
    """A row of disorder.tsv: what a sub-event type of ACLED belongs to."""

    type: str = ""
    sub_type: str = ""
    disorder: str = ""
    targeting: str = ""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of data/<name>.tsv, by heading."""
    return loading.rows(_DATA.joinpath(f"{name}.tsv").read_text(encoding="utf-8"))


@functools.cache
def _countries() -> dict[str, Country]:
    return {row["code"]: Country(**row) for row in rows("countries")}


@functools.cache
def _sectors() -> dict[str, Sector]:
    return {row["sector"]: Sector(**row) for row in rows("sectors")}


@functools.cache
def _disorders() -> dict[str, Disorder]:
    return {row["sub_type"]: Disorder(**row) for row in rows("disorder")}


def country(code: str | None) -> Country:
    """The country of that alpha-3 code; all but the code is empty for what is none."""
    return _countries().get(code or "", Country(""))


def sector(entity: Entity) -> Sector:
    """How an actor's first sector is sorted; all is empty where it has none."""
    return _sectors().get(next(iter(entity.sector), ""), Sector())


def disorder(sub_type: str) -> Disorder:
    """What an ACLED sub-event type belongs to."""
    return _disorders().get(sub_type, Disorder())
