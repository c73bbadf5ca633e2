"""Values of named days, of references to now, then and to come, and of days told by their number alone."""

from __future__ import annotations

import datetime as dt

from dateline.knowledge.calendar import NamedDay
from dateline.reading.when.context import Context
from dateline.reading.when.feasts import falls_on
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.point import NO_DAY, NO_REFERENCE, _direction, point, year_of
from dateline.reading.when.value import Point, shift, write
from dateline.reading.when.value import point as parse

ORIGINAL = "original "
"""What `why` of an anniversary has before the TIMEX3 value of the day that is remembered."""


def named(match: Match, context: Context) -> Timex:
    """Christmas, Labor Day last year, the eve of Ramadan."""
    day = context.calendar.named[match.value("NAMED") or ""]
    year = year_of(match, context)
    first = falls_on(day, year, context.calendar) if year else _by_tense(day, match, context)
    if first is None:
        return Timex("DATE", None, NO_DAY if year is None else f"the day of {day.name} in {year} is not known")
    if match.has("EVE"):
        first -= dt.timedelta(days=1)
    if day.days == 1 or match.has("EVE", "PART"):
        part = match.value("PART") or ""
        return Timex("TIME" if part else "DATE", first.isoformat() + part, day.name)
    last = first + dt.timedelta(days=day.days - 1)
    return Timex("DATE", f"{first.isoformat()}/{last.isoformat()}", f"{day.name}: by the reckoned calendar")


def _by_tense(day: NamedDay, match: Match, context: Context) -> dt.date | None:
    """The feast nearest to the day of speaking on the side that "last", "next" or the tense tells."""
    base = context.base("S", "D")
    today = base.first() if base else None
    if base is None or today is None:
        return None
    years = (base.year - 1, base.year, base.year + 1)
    feasts = [first for year in years if (first := falls_on(day, year, context.calendar))]
    word = match.value("LAST", "NEXT")
    count = _direction(word)[1] if word else 0
    if context.history:
        return next((d for d in feasts if d.year == base.year), None)
    before = [d for d in feasts if d <= today]
    after = [d for d in feasts if d >= today]
    tense = "past" if count < 0 else "future" if count > 0 else context.tense(match)
    if tense == "past":
        return before[-1] if before else None
    return after[0] if after else None


def reference(match: Match, context: Context) -> Timex:
    """now, recently, the future."""
    return Timex("DATE", match.value("REF", "REFSOON", "REFADJ", "CURRENT") or "PAST_REF")


def anniversary(match: Match, context: Context) -> Timex:
    """the second anniversary of …: the day itself where the original day is told after it; `why` keeps the original."""
    count = int(float(match.value("ORD", "NUM") or 0))
    following = context.following
    told = point_of(following, context) if following and following.own[0].sent == match.own[0].sent else None
    original = parse(told)
    if original is None:
        return Timex("DATE", None, "the original day is not told")
    today = context.published
    if not count and today:
        count = today.year - original.year
    marked = Point(original.unit, original.year + count, original.month, original.day)
    return Timex("DATE", write(marked), f"{ORIGINAL}{told}")


def point_of(match: Match | None, context: Context) -> str | None:
    """The value of a day, month or year with its year."""
    if match is None or match.make != "point" or not match.has("YEAR"):
        return None
    return point(match, context).value


def nth(match: Match, context: Context) -> Timex:
    """the second day: of what, only the story tells."""
    return Timex("DATE", None, "counted from a day that is not told")


def listed(match: Match, context: Context) -> Timex:
    """A day by its number: "June 4 and 7", "10 and 12 June", "the 13th"."""
    day = int(match.value("DAY") or 1)
    year_text = match.value("YEAR")
    beside = _month_after(match) if match.rule == "listed-day" else None
    base = context.reference("M")
    if beside is not None:
        following = context.following
        told = year_of(following, context) if following and following.has("MONTH") else None
        year = told or (base.year if base else None)
        base = Point("M", year, beside) if year else None
    if base is None:
        return Timex("DATE", None, NO_REFERENCE)
    at = Point("M", int(year_text) if year_text else base.year, base.month)
    month_start = shift(at, 0, "M")
    if month_start is None:
        return Timex("DATE", None, NO_REFERENCE)
    try:
        if month_start.year > 0:
            dt.date(month_start.year, month_start.month, day)
    except ValueError:
        return Timex("DATE", None, "no such day")
    return Timex("DATE", write(Point("D", month_start.year, month_start.month, day)))


def _month_after(match: Match) -> int | None:
    for count in range(1, 8):
        piece = match.after(count)
        if piece and "MONTH" in piece.values:
            return int(piece.values["MONTH"])
    return None
