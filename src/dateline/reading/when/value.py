"""Arithmetic on TIMEX3 values: parts of a value, and moving it by units of the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from msgspec import Struct

_POINT = re.compile(
    r"(?P<era>BC)?(?P<year>\d{2,4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<wday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?P<time>T.*)?\Z"
)
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Point(Struct, frozen=True):
    """A stretch of the calendar. `unit`: D W M Q H S (season) Y DE CE; `year` negative before Christ.

    `month` and `day` are of the stretch's first day.
    """

    unit: str
    year: int
    month: int = 1
    day: int = 1

    def first(self) -> dt.date | None:
        """The first day; None before the year 1."""
        if not 1 <= self.year <= 9999:
            return None
        return dt.date(self.year, self.month, self.day)


def point(value: str | None) -> Point | None:
    """The stretch of a TIMEX3 date value; None for durations, references and values with X."""
    match = _POINT.match(value or "")
    if not match:
        return None
    digits = match["year"]
    if len(digits) < 4:
        return Point("DE" if len(digits) == 3 else "CE", int(digits) * 10 ** (4 - len(digits)))
    year = -int(digits) if match["era"] else int(digits)
    try:
        return _within(match, year)
    except ValueError:
        return None


def _within(match: re.Match[str], year: int) -> Point:
    if match["day"]:
        if year > 0:
            dt.date(year, int(match["month"]), int(match["day"]))
        return Point("D", year, int(match["month"]), int(match["day"]))
    if match["month"]:
        if not 1 <= int(match["month"]) <= 12:
            raise ValueError("month")
        return Point("M", year, int(match["month"]))
    if match["week"]:
        return of_day(dt.date.fromisocalendar(year, int(match["week"]), 1), "W")
    if match["quarter"]:
        return Point("Q", year, int(match["quarter"]) * 3 - 2)
    if match["half"]:
        return Point("H", year, int(match["half"]) * 6 - 5)
    if match["season"]:
        return Point("S", year, _SEASON_MONTH[match["season"]])
    return Point("Y", year)


def of_day(day: dt.date, unit: str = "D") -> Point:
    """The stretch of `unit` that holds the day."""
    if unit == "W":
        day -= dt.timedelta(days=day.weekday())
    elif unit == "M":
        day = day.replace(day=1)
    elif unit == "Q":
        day = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    elif unit in ("Y", "DE", "CE", "ML"):
        day = day.replace(month=1, day=1)
    return Point(unit, day.year, day.month, day.day)


def shift(start: Point, count: int, unit: str) -> Point | None:
    """The stretch of `unit` that lies `count` units away; None where it leaves the calendar."""
    years = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(unit)
    if years:
        return Point(unit, start.year + count * years, start.month, start.day)
    months = {"M": 1, "Q": 3, "H": 6}.get(unit)
    if months:
        index = start.year * 12 + (start.month - 1) // months * months + count * months
        return Point(unit, index // 12, index % 12 + 1)
    first = start.first()
    if first is None or abs(count) > 4_000_000:
        return None
    try:
        return of_day(first + dt.timedelta(days=count * (7 if unit == "W" else 1)), unit)
    except OverflowError:
        return None


def write(at: Point) -> str:
    """The stretch as TIMEX3 value."""
    if at.unit == "W":
        first = at.first()
        year, week, _ = first.isocalendar() if first else (at.year, 1, 1)
        return f"{year:04d}-W{week:02d}"
    year_text = f"{at.year:04d}" if at.year >= 0 else f"BC{-at.year:04d}"
    if at.unit == "D":
        return f"{year_text}-{at.month:02d}-{at.day:02d}"
    if at.unit == "M":
        return f"{year_text}-{at.month:02d}"
    if at.unit == "Q":
        return f"{year_text}-Q{(at.month + 2) // 3}"
    if at.unit == "H":
        return f"{year_text}-H{1 if at.month < 7 else 2}"
    if at.unit == "S":
        return f"{year_text}-{ {3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI'}[at.month] }"
    cut = {"DE": 1, "CE": 2, "ML": 3}.get(at.unit, 0)
    return year_text[: len(year_text) - cut]


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return calendar.monthrange(year, month)[1]
