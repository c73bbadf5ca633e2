"""From a TIMEX3 value to the days it covers."""

from __future__ import annotations

import datetime as dt
import re

from dateline.reading.when.value import Point, month_end, point

_PRECISION = {
    "D": "day",
    "WE": "weekend",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "H": "half",
    "S": "season",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)\Z")
_VAGUE = re.compile(r"(\d{4})-(?:(\d\d)-XX|XX(?:-XX)?|[WQ]XX?)(?:T.*)?\Z")


def interval(value: str | None, mod: str | None = None) -> tuple[str, str, str] | None:
    """First day, last day (ISO) and precision of a TIMEX3 value; None for durations, references, years before Christ.

    A winter is the one that begins in December of its year. `mod` START, MID or END narrows a stretch of a month
    or more to its first, middle or last third, as "early", "mid-" and "late" do.
    """
    spelled = _RANGE.match(value or "")
    if spelled:
        return spelled[1], spelled[2], "range"
    vague = _VAGUE.match(value or "")
    if vague:
        value = f"{vague[1]}-{vague[2]}" if vague[2] else vague[1]
    at = point(value)
    if at is None or value is None:
        return None
    unit = "WE" if value.endswith("-WE") else at.unit
    days = _days(at, unit)
    if days is None:
        return None
    first, last = _third(*days, mod) if mod and unit not in ("D", "WE", "W") else days
    return first.isoformat(), last.isoformat(), _PRECISION[unit]


def _days(at: Point, unit: str) -> tuple[dt.date, dt.date] | None:
    first = at.first()
    if first is None:
        return None
    try:
        if unit == "D":
            return first, first
        if unit == "WE":
            return first + dt.timedelta(days=5), first + dt.timedelta(days=6)
        if unit == "W":
            return first, first + dt.timedelta(days=6)
        index = at.year * 12 + at.month - 2 + _MONTHS[unit]
        year, month = index // 12, index % 12 + 1
        return first, dt.date(year, month, month_end(year, month))
    except (OverflowError, ValueError):
        return None


def _third(first: dt.date, last: dt.date, mod: str) -> tuple[dt.date, dt.date]:
    days = (last - first).days + 1
    if mod == "START":
        return first, first + dt.timedelta(days=-(-days // 3) - 1)
    if mod == "END":
        return last - dt.timedelta(days=-(-days // 3) - 1), last
    if mod == "MID":
        return first + dt.timedelta(days=days // 3), last - dt.timedelta(days=days // 3)
    return first, last
