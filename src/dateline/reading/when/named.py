"""Values of named days, of references to now, then and to come, and of days told by their number alone."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from dateline.knowledge.calendar import NamedDay
from dateline.reading.when.context import Context
from dateline.reading.when.feasts import falls_on
from dateline.reading.when.interval import interval
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.point import NO_DAY, NO_REFERENCE, direction_of, point, year_of
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
    count = direction_of(word)[1] if word else 0
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


def nth_of(match: Match, context: Context) -> Timex:
    """the last day of August, the first week of 2014: a week by its days, since TIMEX3 has no weeks of a month."""
    whole = _whole(match, context)
    first, last = _ends(whole)
    if first is None or last is None:
        return Timex("DATE", None, NO_REFERENCE)
    number = int(match.value("ORD") or 0)
    if match.own[2].values.get("UNIT1") == "D":
        day = first + dt.timedelta(days=number - 1) if number else last
        return Timex("DATE", day.isoformat()) if day <= last else Timex("DATE", None, "no such day")
    start = first + dt.timedelta(days=7 * (number - 1)) if number else last - dt.timedelta(days=6)
    end = min(start + dt.timedelta(days=6), last)
    return Timex("DATE", whole, "a week of it", days=(start.isoformat(), end.isoformat()))


def _whole(match: Match, context: Context) -> str | None:
    """The month or year that the day or week is one of."""
    if match.has("MONTH", "YEAR") or (match.has("LAST", "NEXT", "THIS", "THAT", "SAME") and match.has("U_Y")):
        return point(replace(match, first=match.first + 4), context).value
    unit = match.own[-1].values.get("UNIT1", "Y")
    base = context.base("N" if context.spoken_in(match.own[0].sent) else "S", unit)
    at = shift(base, 0, unit) if base else None
    return write(at) if at else None


def _ends(whole: str | None) -> tuple[dt.date | None, dt.date | None]:
    days = interval(whole)
    return (dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[1])) if days else (None, None)


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
