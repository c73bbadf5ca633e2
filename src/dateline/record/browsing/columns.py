"""The narrow columns of all event mentions, in memory: what is counted, sorted and drawn, without any text."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.record.tables import ARTICLE, EVENT, NARROW, SOURCE

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]
Sort = Literal[
    "date", "-date", "published", "-published", "type", "-type", "country", "-country",
    "witnesses", "-witnesses", "confidence", "-confidence",
]  # fmt: skip
_SORTED = {"date": "day"}
_PLAIN = (
    "number", "article", "witness", "hedged", "confidence", "resolution", "geonameid", "lat", "lon", "day", "published",
)  # fmt: skip
UNKNOWN = -1
"""The code of a value, and the ordinal of a day, that is not known."""


NOWHERE = -2 - UNKNOWN
"""The number of no place at all."""


class Coded:
    """A column of strings as codes: numbers in the order of the strings; UNKNOWN for None."""

    def __init__(self, values: Sequence[str | None], known: Sequence[str] | None = None) -> None:
        self.values = known if known is not None else sorted({v for v in values if v is not None})
        codes: dict[str | None, int] = {v: n for n, v in enumerate(self.values)}
        codes[None] = UNKNOWN
        self.codes: Whole = np.fromiter(map(codes.__getitem__, values), np.int64, len(values))

    def take(self, order: Whole) -> None:
        """Puts the rows in another order."""
        self.codes = self.codes[order]

    def value(self, code: int) -> str | None:
        """The string of a code."""
        return None if code == UNKNOWN else self.values[code]

    def place_of(self, value: str) -> float:
        """Where a string stands among the codes; half way between two where no row has it."""
        at = bisect.bisect_left(self.values, value)
        return float(at) if at < len(self.values) and self.values[at] == value else at - 0.5


class Columns:
    """All event mentions, those of one link side by side, the most telling of them first.

    Most telling is a mention with a day, with a place, then the surest, then the one published first.
    """

    def __init__(self, db: sa.Connection) -> None:
        narrow = ("number", *NARROW)
        cell = dict(zip(narrow, across(db, *(EVENT.c[name] for name in narrow)), strict=True))
        names = sorted({*cell["link"], *cell["id"]})
        self._coded = {
            **{name: Coded(cell[name]) for name in ("type", "mode", "quad", "country", "status", "place")},
            "link": Coded(cell["link"], names),
            "id": Coded(cell["id"], names),
        }
        self.number = np.array(cell["number"], np.int64)
        self.hedged = np.array(cell["hedged"], np.bool_)
        self.confidence = np.array(cell["confidence"], np.float64)
        self.resolution = _whole(cell["resolution"])
        self.geonameid = _whole(cell["geonameid"])
        self.lat, self.lon = (np.array(cell[name], np.float64) for name in ("lat", "lon"))
        self.day = _days(cell["date"])
        self._of_articles(db, cell["article"])
        self._settle()

    def _of_articles(self, db: sa.Connection, articles: Sequence[str]) -> None:
        """What a mention has from its article: a number of the article, day of publication, outlet, witness."""
        columns = (ARTICLE.c.id, ARTICLE.c.published, ARTICLE.c.source, ARTICLE.c.witness)
        ids, published, sources, witnesses = across(db, *columns)
        self.article = numbered(articles, ids)
        outlets = {row.id: row.name for row in db.execute(sa.select(SOURCE.c.id, SOURCE.c.name))}
        self._coded["source"] = Coded([outlets.get(s) for s in sources])
        self._coded["source"].take(self.article)
        self.published = _days(published)[self.article]
        self.witness = numbered(witnesses, dict.fromkeys(witnesses))[self.article]

    def _settle(self) -> None:
        """Puts the rows in their order."""
        first_told = np.where(self.published == UNKNOWN, np.iinfo(np.int64).max, self.published)
        placed = self.coded("country").codes != UNKNOWN
        order = np.lexsort(
            (self.number, first_told, -self.confidence, ~placed, self.day == UNKNOWN, self.coded("link").codes)
        )
        for column in self._coded.values():
            column.take(order)
        for name in _PLAIN:
            setattr(self, name, getattr(self, name)[order])

    def coded(self, name: str) -> Coded:
        """A column of strings: type mode quad country status place link id source."""
        return self._coded[name]

    def __len__(self) -> int:
        return len(self.number)

    @functools.cached_property
    def at(self) -> Whole:
        """For each number of an event the row that holds it, or UNKNOWN."""
        rows = np.full(int(self.number.max(initial=0)) + 1, UNKNOWN, np.int64)
        rows[self.number] = np.arange(len(self.number))
        return rows

    @functools.cached_property
    def starts(self) -> Whole:
        """The first row of each link."""
        links = self.coded("link").codes
        return np.flatnonzero(np.r_[True, links[1:] != links[:-1]]) if len(links) else np.zeros(0, np.int64)

    @functools.cached_property
    def link_of(self) -> Whole:
        """For each row the number of its link, counted from 0 in the order of the rows."""
        marks = np.zeros(len(self), np.int64)
        marks[self.starts[1:]] = 1
        return np.cumsum(marks)

    @functools.cached_property
    def witnesses(self) -> Whole:
        """For each row how many independent witnesses tell its link."""
        pairs = distinct(self.link_of * (len(self) + 1) + self.witness)
        counts: Whole = np.bincount(pairs // (len(self) + 1), minlength=len(self.starts))[self.link_of]
        return counts

    @functools.cached_property
    def places(self) -> Whole:
        """For each row a number that is the same for one place: its id, or where it has none one of its name."""
        found: Whole = np.where(self.geonameid == UNKNOWN, -2 - self.coded("place").codes, self.geonameid)
        return found

    def mentions_of(self, row: int) -> slice:
        """The rows of the link that `row` belongs to."""
        link = int(self.link_of[row])
        end = int(self.starts[link + 1]) if link + 1 < len(self.starts) else len(self)
        return slice(int(self.starts[link]), end)

    def rows_of(self, numbers: Sequence[int]) -> Whole:
        """The rows of events by their numbers; what came into the record later has none yet."""
        wanted = np.array(numbers, np.int64)
        rows: Whole = self.at[wanted[wanted < len(self.at)]]
        known: Whole = rows[rows != UNKNOWN]
        return known

    @functools.cached_property
    def _ranks(self) -> dict[Sort, Whole]:
        return {}

    def ranks(self, sort: Sort) -> Whole:
        """For each row its place in an order; what is not known comes last both ways."""
        if sort not in self._ranks:
            order = np.lexsort((self.coded("id").codes, self.coded("link").codes, self.key(sort)))
            ranks = np.empty(len(self), np.int64)
            ranks[order] = np.arange(len(self))
            self._ranks[sort] = ranks
        return self._ranks[sort]

    def key(self, sort: Sort) -> NDArray[np.float64]:
        """For each row what it is sorted by, as a number that grows along the order."""
        name, back = sort.removeprefix("-"), sort.startswith("-")
        values = self._coded[name].codes if name in self._coded else getattr(self, _SORTED.get(name, name))
        known = values.astype(np.float64)
        return np.where(known == UNKNOWN, np.inf, -known if back else known)


def distinct(values: Whole) -> Whole:
    """The values, sorted, each once. For values that are nearly in order already, as those of links are."""
    ordered = np.sort(values, kind="stable")
    once: Whole = ordered[np.r_[True, ordered[1:] != ordered[:-1]]] if len(ordered) else ordered
    return once


def cells(db: sa.Connection, query: sa.Select[Any]) -> list[tuple[Any, ...]]:
    """The rows of a query by the driver's own cursor: SQLAlchemy's rows take longer than the database."""
    cursor: Any = db.execute(query).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def across(db: sa.Connection, *columns: sa.ColumnElement[Any]) -> list[tuple[Any, ...]]:
    """Whole columns of a table, each by itself."""
    return list(zip(*cells(db, sa.select(*columns)), strict=True)) or [()] * len(columns)


def numbered(values: Sequence[str], known: Iterable[str]) -> Whole:
    """For each value its place among the known ones."""
    places = {v: n for n, v in enumerate(known)}
    return np.fromiter(map(places.__getitem__, values), np.int64, len(values))


def _whole(values: Sequence[int | None]) -> Whole:
    return np.array([UNKNOWN if v is None else v for v in values], np.int64)


def _days(values: Sequence[str | None]) -> Whole:
    """Days as ordinals of the calendar, UNKNOWN where there is none."""
    ordinals = {day: ordinal(day) for day in set(values)}
    return np.fromiter(map(ordinals.__getitem__, values), np.int64, len(values))


def ordinal(day: str | None) -> int:
    """The number of an ISO day, counted from the year 1; UNKNOWN where it is no day."""
    try:
        return dt.date.fromisoformat(day).toordinal() if day else UNKNOWN
    except ValueError:
        return UNKNOWN
