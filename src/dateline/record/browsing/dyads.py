"""Who does what to whom: pairs of actor and recipient, by country or by name, also over time."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import sqlalchemy as sa
from msgspec import Struct
from numpy.typing import NDArray

from dateline import codebook
from dateline.record.ask import Filters
from dateline.record.browsing import people
from dateline.record.browsing.choosing import Chosen
from dateline.record.browsing.columns import UNKNOWN, Coded, Columns, Truth, Whole
from dateline.record.browsing.overview import begins, iso, named
from dateline.record.browsing.sides import Sides
from dateline.record.browsing.view import View

Scores = NDArray[np.float64]
Named = tuple[str, str | None]
"""What an actor is called, and its code."""
_MOST, _DRAWN = 200, 12
"""Pairs that are listed; pairs that are followed over time."""


class Dyad(Struct, frozen=True, kw_only=True):
    """`actor` and `recipient` are codes, or names. `scale` is the mean of the codebook's scores, -10 to 10."""

    actor: str
    actor_code: str | None
    recipient: str
    recipient_code: str | None
    events: int
    quads: dict[str, int]
    scale: float


class Moment(Struct, frozen=True):
    """The events of a pair in the unit of time that begins on the day `start`."""

    start: str
    events: int
    types: dict[str, int]
    scale: float


class Course(Struct, frozen=True, kw_only=True):
    """A pair over time; units without an event are left out."""

    actor: str
    actor_code: str | None
    recipient: str
    recipient_code: str | None
    buckets: tuple[Moment, ...]


class Dyads(Struct, frozen=True):
    """The pairs of most events first, the first of them over time."""

    dyads: tuple[Dyad, ...]
    over_time: tuple[Course, ...]


def of(
    view: View, filters: Filters, by: Literal["country", "actor"] = "country", unit: Literal["month", "year"] = "month"
) -> Dyads:
    """The pairs in the events that fit; each event counts once for a pair."""
    chosen = view.chosen()
    with view.looking() as db:
        fits = chosen.fits(db, filters)
        sides = chosen.sides(db)
        coded = sides.code if by == "country" else sides.who
        rows, groups, pairs = _paired(chosen.columns, sides, coded, fits)
        names = _names(db, chosen, coded, pairs) if by == "actor" else {n: (c, c) for n, c in enumerate(coded.values)}
    called = [(names[p // len(coded.values)], names[p % len(coded.values)]) for p in pairs.tolist()]
    return _dyads(chosen.columns, (rows, groups), called, unit)


def _paired(columns: Columns, sides: Sides, coded: Coded, fits: Truth) -> tuple[Whole, Whole, Whole]:
    """A row of the columns for each pair and event, which pair it has, and the pairs (actor * size + recipient)."""
    actors, recipients = sides.pairs
    size = max(1, len(coded.values))
    known = fits[sides.row[actors]] & (coded.codes[actors] != UNKNOWN) & (coded.codes[recipients] != UNKNOWN)
    rows, pairs = sides.row[actors[known]], coded.codes[actors[known]] * size + coded.codes[recipients[known]]
    found, groups = np.unique(pairs, return_inverse=True)
    links = columns.link_of[rows]
    _, once = np.unique(groups * (len(columns.starts) or 1) + links, return_index=True)
    rows, groups = rows[once], groups[once]
    order = np.argsort(-np.bincount(groups, minlength=len(found)), kind="stable")[:_MOST]
    place = np.full(len(found), UNKNOWN, np.int64)
    place[order] = np.arange(len(order))
    kept = place[groups] != UNKNOWN
    return rows[kept], place[groups[kept]], found[order]


def _names(db: sa.Connection, chosen: Chosen, coded: Coded, pairs: Whole) -> dict[int, Named]:
    size = max(1, len(coded.values))
    wanted = sorted({*(pairs // size).tolist(), *(pairs % size).tolist()})
    spelled = people.spellings(db, chosen.columns, chosen.sides(db), wanted)
    return {n: (e.called, e.code) for n, e in spelled.items()}


def _dyads(
    columns: Columns, found: tuple[Whole, Whole], called: list[tuple[Named, Named]], unit: Literal["month", "year"]
) -> Dyads:
    rows, groups = found
    scores = _scores(columns)[rows]
    events = np.bincount(groups, minlength=len(called))
    means = np.bincount(groups, scores, minlength=len(called)) / np.maximum(events, 1)
    quads = named(columns, "quad", rows, groups, len(called))
    dyads = (
        Dyad(**_called(a, r), events=int(events[n]), quads=quads[n], scale=round(float(means[n]), 3))
        for n, (a, r) in enumerate(called)
    )
    courses = (
        Course(**_called(a, r), buckets=_moments(columns, rows[groups == n], scores[groups == n], unit))
        for n, (a, r) in enumerate(called[:_DRAWN])
    )
    return Dyads(tuple(dyads), tuple(courses))


def _called(actor: Named, recipient: Named) -> dict[str, Any]:
    return dict(zip(("actor", "actor_code", "recipient", "recipient_code"), (*actor, *recipient), strict=True))


def _moments(columns: Columns, rows: Whole, scores: Scores, unit: Literal["month", "year"]) -> tuple[Moment, ...]:
    dated = columns.day[rows] != UNKNOWN
    rows, scores = rows[dated], scores[dated]
    starts, groups, counts = np.unique(begins(columns.day[rows], unit), return_inverse=True, return_counts=True)
    means = np.bincount(groups, scores, minlength=len(starts)) / np.maximum(counts, 1)
    types = named(columns, "type", rows, groups, len(starts))
    cells = zip(starts.tolist(), counts.tolist(), types, means.tolist(), strict=True)
    return tuple(Moment(iso(start), count, kinds, round(mean, 3)) for start, count, kinds, mean in cells)


def _scores(columns: Columns) -> Scores:
    """For each row the codebook's score of its type and modes."""
    book = codebook.load()
    types, modes = columns.coded("type"), columns.coded("mode")
    size = len(modes.values) + 1
    pairs, where = np.unique(types.codes * size + modes.codes + 1, return_inverse=True)
    found = [_score(book, types.values[p // size], modes.value(p % size - 1)) for p in pairs.tolist()]
    scores: Scores = np.array(found, np.float64)[where]
    return scores


def _score(book: codebook.Codebook, name: str, modes: str | None) -> float:
    return book.scale(name, tuple((modes or "").split())) if name in book.events else 0.0
