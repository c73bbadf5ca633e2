"""Dates in figures: their order of day and month is settled by evidence, never by habit."""

from __future__ import annotations

import datetime as dt
import re

from dateline.reading.when.context import Context
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.point import time_of_day

_SPLIT = re.compile(r"[/.-]")
_NEAR_DAYS = 45


def iso(match: Match, context: Context) -> Timex:
    """A date, perhaps with its time, as ISO 8601 writes it."""
    text = match.value("ISO") or ""
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:
        return Timex("DATE", None, "no such day")
    return Timex("TIME" if "T" in text else "DATE", text[:16])


def numeric(match: Match, context: Context) -> Timex:
    """24.11.2015, 02/01/2022, 11-24-15, 2015/11/24."""
    text = match.value("NUMDATE") or ""
    readings = _readings(text, context)
    if not readings:
        return Timex("DATE", None, "no such day")
    day, why = _chosen(readings, match, context)
    if day is None:
        return Timex("DATE", f"{readings[0].year:04d}-XX-XX", why)
    clock = time_of_day(match)
    return Timex("TIME" if clock else "DATE", day.isoformat() + clock, why)


def _readings(text: str, context: Context) -> list[dt.date]:
    """The days that the figures can mean: day first, then month first."""
    a, b, c = _SPLIT.split(text)
    orders = [(a, b, c)] if len(a) == 4 else [(c, b, a), (c, a, b)]
    found: list[dt.date] = []
    for year, month, day in orders:
        try:
            date = dt.date(_full(year, context), int(month), int(day))
        except ValueError:
            continue
        if date not in found:
            found.append(date)
    return found


def _full(year: str, context: Context) -> int:
    if len(year) == 4:
        return int(year)
    limit = context.published.year + 1 if context.published else 2049
    return limit - (limit - int(year)) % 100


def _chosen(readings: list[dt.date], match: Match, context: Context) -> tuple[dt.date | None, str]:
    if len(readings) == 1:
        return readings[0], "only one order gives a day"
    order = _order_elsewhere(context)
    if order is not None:
        return readings[order], "order as elsewhere in the article"
    if "." in (match.value("NUMDATE") or ""):
        return readings[0], "day first, as always with full stops"
    if context.published:
        begun = [d for d in readings if d <= context.published]
        if len(begun) == 1 and context.tense(match) == "past":
            return begun[0], "the order that lies before the publication day"
        near = [d for d in readings if abs((d - context.published).days) <= _NEAR_DAYS]
        if len(near) == 1:
            return near[0], "the order that lies near the publication day"
    return None, "order of day and month unsettled"


def _order_elsewhere(context: Context) -> int | None:
    """0 where another date of the article can only be day first, 1 where month first, None where none tells."""
    for found in re.finditer(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)", context.parsed.text):
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            return 0
        if second > 12 >= first:
            return 1
    return None
