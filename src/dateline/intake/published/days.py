"""Calendar days as pages write them, with the order of day and month settled by evidence or left open."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

Order = Literal["day-first", "month-first"] | None
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)",
    )
)
_NUMERIC = re.compile(r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)")
_BARE = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?!\d)", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+{_MONTH}(?![a-z])", re.IGNORECASE),
)
_MONTH_FIRST_PLACES = re.compile(r"\.us(?:/|$)|\bUSA\b|\bAmerican?\b|\.gov(?:/|$)", re.IGNORECASE)
_DAY_FIRST_PLACES = re.compile(
    r"\.(?:uk|ie|au|nz|in|pk|za|ng|ke|de|fr|it|es|nl|be|ru|ua|tr|il|ae|sa|eg|iq|ir|lb|sy|my|sg|id|br|ar|mx|eu)(?:[/:]|$)",
    re.IGNORECASE,
)


def order_of(text: str, url: str | None, outlet: str | None) -> Order:
    """Whether numeric dates of this page put the day or the month first: by its other dates, then by its country.

    Dates with full stops between are day first everywhere and need no evidence (see `day_in`).
    """
    day = month = 0
    for found in _NUMERIC.finditer(text):
        a, b = int(found["a"]), int(found["b"])
        day += a > 12 >= b
        month += b > 12 >= a
    if bool(day) != bool(month):
        return "day-first" if day else "month-first"
    source = f"{_host(url)} {outlet or ''}"
    if _DAY_FIRST_PLACES.search(_host(url)):
        return "day-first"
    return "month-first" if _MONTH_FIRST_PLACES.search(source) else None


def day_in(words: str, order: Order) -> tuple[dt.date | None, str]:
    """The first full date in `words`; where there is one that nothing settles, None and why."""
    for pattern in _WRITTEN:
        for found in pattern.finditer(words):
            day = _made(found["year"], _month_number(found["month"]), found["day"])
            if day:
                return day, ""
    return _numeric(words, order)


def month_and_day(words: str) -> tuple[int, int] | None:
    """Month and day of a date without a year."""
    for pattern in _BARE:
        found = pattern.search(words)
        if found and 1 <= int(found["day"]) <= 31:
            return _month_number(found["month"]), int(found["day"])
    return None


def plausible(day: dt.date) -> bool:
    """Whether a news page may carry this day: not before the press, not in the future."""
    return dt.date(1700, 1, 1) <= day <= dt.date.today() + dt.timedelta(days=1)


def _numeric(words: str, order: Order) -> tuple[dt.date | None, str]:
    found = _NUMERIC.search(words)
    if not found:
        return None, ""
    a, b, year = found["a"], found["b"], found["year"]
    by_day, by_month = _made(year, int(b), a), _made(year, int(a), b)
    if by_day == by_month or not by_month or not by_day:
        return by_day or by_month, ""
    if found["sep"] == "." or order == "day-first":
        return by_day, ""
    if order == "month-first":
        return by_month, ""
    return None, f"nothing settles whether {found.group()} puts the day or the month first"


def _made(year: str, month: int, day: str) -> dt.date | None:
    try:
        made = dt.date(int(year), month, int(day))
    except ValueError:
        return None
    return made if plausible(made) else None


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) // 4 + 1


def _host(url: str | None) -> str:
    found = re.match(r"https?://([^/]+)", url or "")
    return found.group(1) if found else ""
