"""Values counted from another time: last week, three days later, a year earlier, the end of the month."""

from __future__ import annotations

from dateline.reading.when.context import Context
from dateline.reading.when.length import amount, period
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.point import NO_DAY, NO_REFERENCE, direction_of, relative_unit, stretch_at
from dateline.reading.when.point import point as day_of
from dateline.reading.when.value import Point, shift, write
from dateline.reading.when.value import point as parse

_CLOCK_UNITS = ("TH", "TM", "TS")


def relative(match: Match, context: Context) -> Timex:
    """this week, last year, the following day, that same month, the weekend."""
    unit = next(p.values["UNIT1"] for p in reversed(match.own) if "UNIT1" in p.values) if match.has("UNIT1") else "WE"
    if unit in _CLOCK_UNITS:
        return Timex("DATE", "PRESENT_REF") if match.has("THIS") else Timex("DURATION", f"PT1{unit[1]}")
    if match.has("BEFORE", "AFTER", "EARLIER", "LATER", "FOLLOWING") and match.rule == "day-before-narrative":
        return _beside(match, context, -1 if match.has("BEFORE", "EARLIER") else 1)
    at = relative_unit(match, context, {"WE": "W", "W2": "W"}.get(unit, unit))
    if at is None:
        return Timex("DATE", None, NO_DAY)
    return Timex("DATE", write(at) + ("-WE" if unit == "WE" else ""))


def _beside(match: Match, context: Context, count: int) -> Timex:
    base = context.base("N", "D")
    at = shift(base, count, "D") if base else None
    return Timex("DATE", write(at)) if at else Timex("DATE", None, NO_REFERENCE)


def day_beside(match: Match, context: Context) -> Timex:
    """the day before the named day, the day after yesterday."""
    of = parse(day_of(match, context).value)
    at = shift(of, -1 if match.has("BEFORE") else 1, "D") if of and of.unit == "D" else None
    return Timex("DATE", write(at)) if at else Timex("DATE", None, NO_REFERENCE)


def plain(match: Match, context: Context) -> Timex:
    """the year, the month, the weekend: the one spoken of."""
    unit = match.value("UNIT1", "WEEKEND") or "D"
    following = match.after()
    if following and following.lower in ("ended", "ending"):
        return Timex("DURATION", f"P1{unit}")
    wanted = "W" if unit == "WE" else unit
    base = context.base("N" if context.history or context.spoken_in(match.own[0].sent) else "S", wanted)
    if base is None:
        return Timex("DATE", None, NO_DAY)
    at = stretch_at(base, wanted)
    if unit == "WE" and context.tense(match) == "past" and context.published and context.published.isoweekday() < 6:
        at = shift(at, -1, "W") or at
    return Timex("DATE", write(at) + ("-WE" if unit == "WE" else ""))


def unit_end(match: Match, context: Context) -> Timex:
    """year-end, the month's end."""
    timex = plain(match, context)
    return Timex("DATE", timex.value, timex.why, "END")


def week_of(match: Match, context: Context) -> Timex:
    """the week of March 6."""
    of = parse(day_of(match, context).value)
    return Timex("DATE", write(stretch_at(of, "W"))) if of else Timex("DATE", None, NO_REFERENCE)


def past_unit(match: Match, context: Context) -> Timex:
    """the past year, the last decade: a stretch that ends, or begins, with the day of speaking."""
    unit = match.value("UNIT1", "QUARTER", "WEEKEND") or "Y"
    if match.has("PAST") and unit not in ("WE", "Q"):
        return Timex("DURATION", period(1, unit))
    return relative(match, context)


def offset(match: Match, context: Context) -> Timex:
    """three days ago, two weeks later, a few years earlier, months ago."""
    word = match.value("AGO", "LATER") or "N-1"
    if match.has("FROM"):
        word = "S1"
    direction, sign = direction_of(word)
    count, unit = amount(match)
    if unit in _CLOCK_UNITS and direction == "N" and context.reference("D"):
        return _hours_off(match, context, direction)
    if count is None or unit is None:
        return Timex("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "a vague number of units")
    if unit in _CLOCK_UNITS:
        return _hours_off(match, context, direction)
    base = context.base(direction, unit)
    if direction == "N" and sign > 0 and context.reference(unit) is None:
        base = None
    if base is None:
        return Timex("DATE", None, NO_DAY if direction == "S" else NO_REFERENCE)
    whole = {"W2": (2, "W"), "DE": (10, "Y")}.get(unit, (1, unit))
    if count != int(count):
        return Timex("DATE", None, "a broken number of units")
    at = shift(_from(base, whole[1]), sign * int(count) * whole[0], whole[1])
    return Timex("DATE", write(at)) if at else Timex("DATE", None, "beyond the calendar")


def _from(base: Point, unit: str) -> Point:
    return base if unit == "D" else stretch_at(base, unit)


def _hours_off(match: Match, context: Context, direction: str) -> Timex:
    base = context.base(direction, "D")
    if base is None or base.unit != "D":
        return Timex("TIME", None, NO_REFERENCE)
    return Timex("TIME", write(base) + "TXX", "the hour is not told")


def year_ago(match: Match, context: Context) -> Timex:
    """a year ago, a year earlier, the year-ago quarter: in the measure that the passage compares in."""
    direction = "S" if match.has("AGO") and match.value("AGO") == "S-1" else "N"
    compared = context.compared(match)
    base = compared or context.base(direction if context.history else "S", "Y")
    if base is None:
        return Timex("DATE", None, NO_DAY)
    unit = compared.unit if compared else "Y"
    return Timex("DATE", write(Point(unit, base.year - 1, base.month if unit != "Y" else 1, 1)))
