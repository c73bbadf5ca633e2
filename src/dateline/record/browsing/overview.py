"""The overview: one set of filters as list, map, timeline and counts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import numpy as np
import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from dateline.record.ask import Filters
from dateline.record.browsing import listing, tallies
from dateline.record.browsing.choosing import FACETS, Chosen
from dateline.record.browsing.columns import UNKNOWN, Columns, Sort, Truth, Whole, distinct
from dateline.record.browsing.pages import Asked, Page
from dateline.record.browsing.view import View
from dateline.record.counts import Count

Unit = Literal["day", "week", "month", "year"]
_VALUES = 50
"""Values of a facet that are listed."""
_PLACES = 4000
"""Places that are listed, those of most events first."""
_UNITS: tuple[tuple[int, Unit], ...] = ((92, "day"), (800, "week"), (7000, "month"))
"""The longest time, in days, that is drawn by a unit."""
_EPOCH = dt.date(1970, 1, 1).toordinal()
SMALL = 2
"""From this resolution on a place has a point of its own."""


class Total(Struct, frozen=True):
    """How many real-world events, told in how many mentions of how many articles."""

    events: int
    mentions: int
    articles: int


class Spot(Struct, frozen=True, kw_only=True):
    """A place smaller than a country, in degrees (WGS 84). `resolution` as in the record: 2 province … 5 point."""

    geonameid: int | None
    name: str
    country: str | None
    lat: float
    lon: float
    resolution: int
    events: int
    quads: dict[str, int]
    types: dict[str, int]


class Land(Struct, frozen=True, kw_only=True):
    """A country (ISO alpha-3) and the events in it, those in its places included."""

    code: str
    events: int
    quads: dict[str, int]
    types: dict[str, int]


class Bucket(Struct, frozen=True):
    """The events that began in the unit of time whose first day is `start`, by quad code and by type."""

    start: str
    quads: dict[str, int]
    types: dict[str, int]


class Timeline(Struct, frozen=True):
    """Events over time; units without any are left out."""

    unit: Unit
    buckets: tuple[Bucket, ...]


class Overview(Struct, frozen=True, kw_only=True):
    """What fits. Each event counts once, by its most telling mention; in `facets` once for each value told of it."""

    total: Total
    all: Total
    list: Page[listing.Row]
    places: tuple[Spot, ...]
    countries: tuple[Land, ...]
    unplaced: int
    undated: int
    timeline: Timeline
    facets: dict[str, tuple[Count, ...]]


def of(view: View, filters: Filters, sort: Sort = "-date", limit: int = 50) -> Overview:
    """The overview of the events that fit."""
    chosen = view.chosen()
    columns = chosen.columns
    with view.looking() as db:
        fits = chosen.fits(db, filters)
        shown = chosen.shown(fits)
        return Overview(
            total=_total(columns, fits),
            all=_total(columns, np.ones(len(columns), np.bool_)),
            list=listing.listed(db, columns, shown, sort, Asked(limit)),
            places=places(columns, shown),
            countries=_countries(columns, shown),
            unplaced=int(np.count_nonzero(columns.coded("country").codes[shown] == UNKNOWN)),
            undated=int(np.count_nonzero(columns.day[shown] == UNKNOWN)),
            timeline=_timeline(columns, shown),
            facets=_facets(db, chosen, filters),
        )


def _total(columns: Columns, fits: Truth) -> Total:
    links, told_in = columns.link_of[fits], np.bincount(columns.article[fits], minlength=1)
    return Total(len(distinct(links)), len(links), int(np.count_nonzero(told_in)))


def places(columns: Columns, shown: Whole, most: int = _PLACES) -> tuple[Spot, ...]:
    """The places of these rows that have a point, those of most events first."""
    rows = shown[(columns.resolution[shown] >= SMALL) & ~np.isnan(columns.lat[shown])]
    _, first, groups, events = np.unique(
        columns.places[rows], return_index=True, return_inverse=True, return_counts=True
    )
    quads, types = (named(columns, name, rows, groups, len(first)) for name in ("quad", "type"))
    order = np.argsort(-events, kind="stable")[:most].tolist()
    spots = zip(order, *_points(columns, rows[first[order]]), strict=True)
    return tuple(
        Spot(geonameid=known if known != UNKNOWN else None, name=name or "", country=country, lat=lat, lon=lon,
             resolution=size, events=int(events[n]), quads=quads[n], types=types[n])
        for n, known, name, country, lat, lon, size in spots
    )  # fmt: skip


def _points(columns: Columns, rows: Whole) -> tuple[list[Any], ...]:
    """Id, name, country, degrees and resolution of the places of rows."""
    place, country = columns.coded("place"), columns.coded("country")
    return (
        columns.geonameid[rows].tolist(),
        [place.value(code) for code in place.codes[rows].tolist()],
        [country.value(code) for code in country.codes[rows].tolist()],
        columns.lat[rows].tolist(),
        columns.lon[rows].tolist(),
        columns.resolution[rows].tolist(),
    )


def _countries(columns: Columns, shown: Whole) -> tuple[Land, ...]:
    coded = columns.coded("country")
    rows = shown[coded.codes[shown] != UNKNOWN]
    codes, groups, events = np.unique(coded.codes[rows], return_inverse=True, return_counts=True)
    quads, types = (named(columns, name, rows, groups, len(codes)) for name in ("quad", "type"))
    order = np.argsort(-events, kind="stable").tolist()
    return tuple(
        Land(code=coded.values[codes[n]], events=int(events[n]), quads=quads[n], types=types[n]) for n in order
    )


def named(columns: Columns, name: str, rows: Whole, groups: Whole, count: int) -> list[dict[str, int]]:
    """For each group of rows how many have which value of a column of strings."""
    coded = columns.coded(name)
    return tallies.by_value(groups, coded.codes[rows], coded.values, count)


def _timeline(columns: Columns, shown: Whole) -> Timeline:
    rows = shown[columns.day[shown] != UNKNOWN]
    days = columns.day[rows]
    unit = _unit(days)
    starts, groups = np.unique(begins(days, unit), return_inverse=True)
    quads, types = (named(columns, name, rows, groups, len(starts)) for name in ("quad", "type"))
    return Timeline(unit, tuple(Bucket(iso(int(d)), q, t) for d, q, t in zip(starts, quads, types, strict=True)))


def _unit(days: Whole) -> Unit:
    """By the time that nearly all of the events take; a few from long ago do not make it coarse."""
    first, last = np.quantile(days, (0.02, 0.98)) if len(days) else (0, 0)
    return next((name for longest, name in _UNITS if last - first <= longest), "year")


def begins(days: Whole, unit: Unit) -> Whole:
    """For days, as ordinals, the first days of their units of time; weeks begin on Monday."""
    if unit == "day":
        return days
    if unit == "week":
        return days - (days - 1) % 7
    name = {"month": "M", "year": "Y"}[unit]
    dates = (days - _EPOCH).astype("datetime64[D]").astype(f"datetime64[{name}]").astype("datetime64[D]")
    first: Whole = dates.astype(np.int64) + _EPOCH
    return first


def iso(day: int) -> str:
    """The ISO day of an ordinal."""
    return dt.date.fromordinal(day).isoformat()


def _facets(db: sa.Connection, chosen: Chosen, filters: Filters) -> dict[str, tuple[Count, ...]]:
    return {
        name: tallies.facet(chosen.columns, name, chosen.fits(db, replace(filters, **{name: None})), _VALUES)
        for name in FACETS
    }
