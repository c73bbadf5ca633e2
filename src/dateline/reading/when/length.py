"""How long and how often: durations and sets."""

from __future__ import annotations

import datetime as dt

from dateline.reading.when.context import Context
from dateline.reading.when.lex import Lex
from dateline.reading.when.match import Match, Timex

_UNIT_CLASSES = ("UNIT", "UNITABBR", "QUARTER", "WEEKEND")
_HALVES = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "TM": "PT30S", "M": "P15D"}
_WRITTEN = {"W2": (2, "W"), "NI": (1, "D"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y")}
"""Units that ISO 8601 durations have no letter for."""
_DAYS = {"D": 1.0, "W": 7.0, "W2": 14.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "DE": 3652.5}


def _unit(match: Match) -> str | None:
    for piece in reversed(match.own):
        for name in _UNIT_CLASSES:
            if name in piece.values:
                return piece.values[name]
    return None


def amount(match: Match) -> tuple[float | None, str | None]:
    """How many of which unit; None for a vague number."""
    own = match.own
    counts = [float(p.values["NUM"]) for p in own if "NUM" in p.values]
    unit = _unit(match)
    if "HALF" in own[0].values:
        return {"CE": (50.0, "Y"), "DE": (5.0, "Y"), "Y": (6.0, "M")}.get(unit or "", (0.5, unit))
    if counts:
        spread = len(counts) > 1 and counts[0] != counts[-1]
        half = any("HALF" in p.values for p in own)
        return (None, unit) if spread else (counts[0] + (0.5 if half else 0), unit)
    vague = match.value("VAGUE")
    if vague:
        return (float(vague), unit) if vague.isdigit() else (None, unit)
    if any("UNITS" in p.values for p in own):
        return None, unit
    return (1.5 if _and_a_half(own) else 1.0), unit


def _and_a_half(own: list[Lex]) -> bool:
    return any("AND" in p.values for p in own) and any("HALF" in p.values for p in own)


def period(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, PXM."""
    times, unit = _WRITTEN.get(unit, (1, unit))
    count = None if count is None else count * times
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"


def duration(match: Match, context: Context) -> Timex:
    """two weeks, nearly an hour, the past three months, half a century."""
    unit = _unit(match)
    if unit is None:
        return Timex("DURATION", None, "no unit")
    if match.own[0].lower in ("half", "a") and match.has("HALF") and not match.has("NUM", "AND"):
        return Timex("DURATION", _HALVES.get(unit, f"P0.5{unit}"))
    count, unit = amount(match)
    assert unit
    return Timex("DURATION", period(count, unit), days=_anchored(match, context, count, unit))


def _anchored(match: Match, context: Context, count: float | None, unit: str) -> tuple[str, str] | None:
    """The days of "the past two weeks" and "the next few months", counted from the day of publication; also of what
    lasts so long up to it."""
    ahead = match.has("NEXT") and match.value("NEXT") == "S1"
    back = match.has("LAST") and match.value("LAST") == "S-1"
    if not (ahead or back or (count is not None and context.lasts(match, unit))):
        return None
    return _reach(context, count, unit, ahead=ahead)


def _reach(context: Context, count: float | None, unit: str, *, ahead: bool) -> tuple[str, str] | None:
    """So many units (None: a vague number) back from, or ahead of, the day of publication."""
    today = context.published
    if today is None or context.history or unit not in (context.calendar.vague if count is None else _DAYS):
        return None
    days = context.calendar.vague[unit] if count is None else round(count * _DAYS[unit])
    try:
        stretch = dt.timedelta(days)
        first, last = (today, today + stretch) if ahead else (today - stretch, today)
    except OverflowError:
        return None
    return first.isoformat(), last.isoformat()


def vague_units(match: Match, context: Context) -> Timex:
    """recent years, the coming weeks, the early months."""
    unit = _unit(match) or "D"
    if match.has("REFADJ") and unit not in ("W", "M", "D"):
        return Timex("DATE", match.value("REFADJ"), days=_vague_days(match, context, unit))
    return Timex("DURATION", period(None, unit), days=_vague_days(match, context, unit))


def _vague_days(match: Match, context: Context, unit: str) -> tuple[str, str] | None:
    told = match.value("REFADJ", "LAST", "NEXT")
    if told in ("PAST_REF", "S-1"):
        return _reach(context, None, unit, ahead=False)
    return _reach(context, None, unit, ahead=True) if told in ("FUTURE_REF", "S1") else None


def bare_units(match: Match, context: Context) -> Timex:
    """for years, weeks or months, a day-long meeting."""
    own = match.own[0]
    count = 1.0 if "UNIT1" in own.values else None
    return Timex("DURATION", period(count, own.values["UNIT"]))


def every(match: Match, context: Context) -> Timex:
    """daily, every two weeks, each Thursday, twice a year, Tuesday nights."""
    frequency = match.value("FREQ")
    if frequency:
        return Timex("SET", frequency)
    weekday = match.value("WEEKDAY", "WDABBR", "WEEKDAYS")
    part = match.value("PART", "PARTS") or ""
    if weekday:
        return Timex("SET", f"XXXX-WXX-{weekday}{part}")
    if part:
        return Timex("SET", f"XXXX-XX-XX{part}")
    month, season = match.value("MONTH"), match.value("SEASON")
    if month or season:
        return Timex("SET", f"XXXX-{season}" if season else f"XXXX-{int(month or 1):02d}")
    unit = _unit(match)
    count = match.value("NUM", "ORD") or match.value("EVERY") or "1"
    return Timex("SET", period(float(count), unit) if unit else None)
