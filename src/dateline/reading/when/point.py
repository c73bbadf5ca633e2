"""Days, months, years and times of day: values of expressions that name a stretch of the calendar."""

from __future__ import annotations

import datetime as dt

from dateline.reading.when.context import Context
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.tense import Tense
from dateline.reading.when.value import Point, of_day, shift, write

NO_DAY = "publication day unknown"
NO_REFERENCE = "nothing to count from"
_JUST_DAYS = 62
_SCHEDULED_DAYS = 122
"""How far ahead a day may lie that a past tense surrounds: more where it stands before a noun ("the Nov. 8 vote")."""


def point(match: Match, context: Context) -> Timex:
    """A day, month or year, with its time of day where one is named."""
    clock = time_of_day(match)
    day = _calendar(match, context)
    if isinstance(day, str):
        return Timex("TIME" if clock else "DATE", None, day)
    value = write(day)
    deictic = match.value("DEICTIC", "OVERNIGHT")
    if not clock and deictic and "T" in deictic:
        clock = deictic[deictic.index("T") :]
    if clock and day.unit == "D":
        return Timex("TIME", value + clock)
    return Timex("DATE", value)


def _calendar(match: Match, context: Context) -> Point | str:
    if match.has("MONTH"):
        return _month(match, context)
    if match.has("DEICTIC", "OVERNIGHT"):
        return _deictic(match, context)
    if match.has("WEEKDAY", "WDABBR"):
        return _weekday(match, context)
    if match.has("ISO"):
        return _iso_day(match.value("ISO") or "")
    if _year_piece(match) or match.has("ERA", "YY") or match.rule == "the-year":
        year = year_of(match, context)
        return Point("Y", year) if year else NO_REFERENCE
    return _of_the_day(match, context)


def _iso_day(text: str) -> Point | str:
    try:
        return of_day(dt.date.fromisoformat(text[:10]))
    except ValueError:
        return "no such day"


def year_of(match: Match, context: Context) -> int | None:
    """The year that the expression itself names: 1998, '98, 146 BC, "that year"; negative before Christ."""
    era = match.value("ERA")
    text = _year_piece(match) or (match.value("NUM") if era or match.rule == "the-year" else None)
    if text and text.isdigit():
        return -int(text) if era == "BC" else int(text)
    short = match.value("YY")
    if short:
        return _century(int(short), context)
    if match.has("U_Y"):
        at = relative_unit(match, context, "Y")
        return at.year if at else None
    return None


def _year_piece(match: Match) -> str | None:
    """The four figures of a year; not those of a time before its zone ("2000 GMT")."""
    following = [*match.own[1:], None]
    for piece, after in zip(match.own, following, strict=True):
        if "YEAR" in piece.values and not (after and "ZONE" in after.values):
            return piece.values["YEAR"]
    return None


def _century(short: int, context: Context) -> int:
    """The latest year with these two figures that is not after the next year; in history that of the passage."""
    reference = context.reference("Y")
    if context.history and reference:
        return reference.year // 100 * 100 + short
    limit = context.published.year + 1 if context.published else 2049
    return limit - (limit - short) % 100


def relative_unit(match: Match, context: Context, unit: str) -> Point | None:
    """The unit that "last", "this", "the following" and the like point to."""
    word = match.value("FOLLOWING", "PREVIOUS", "SAME", "THAT", "LAST", "NEXT", "THIS", "LATEST")
    direction, count = direction_of(word)
    if match.own[0].lower == "the" and direction == "S" and count and context.tense(match) == "past":
        direction = "N" if match.has("NEXT") else direction
    base = context.base(direction, unit)
    if unit == "Y" and count == 0 and direction == "N":
        base = context.named_year or base
    return shift(stretch_at(base, unit), count, unit) if base else None


def direction_of(word: str | None) -> tuple[str, int]:
    if word and word[0] in "SN" and len(word) > 1:
        return word[0], int(word[1:])
    return "N", 0


def stretch_at(base: Point, unit: str) -> Point:
    """The stretch of `unit` that holds the first day of `base`."""
    first = base.first()
    return of_day(first, unit) if first else Point(unit, base.year, base.month, base.day)


def _month(match: Match, context: Context) -> Point | str:
    month = int(match.value("MONTH") or 1)
    day = _day_beside_month(match)
    year = year_of(match, context)
    if year is None:
        moved = match.value("LAST", "NEXT", "THIS") if match.rule == "rel-month" else None
        settled = settle_year(month, day, match, context, moved)
        if isinstance(settled, str):
            return settled
        year = settled
    if day is None:
        return Point("M", year, month)
    try:
        if year > 0:
            dt.date(year, month, day)
    except ValueError:
        return "no such day"
    return Point("D", year, month, day)


def _day_beside_month(match: Match) -> int | None:
    own = match.own
    at = next(i for i, p in enumerate(own) if "MONTH" in p.values)
    for piece in own[at + 1 : at + 4]:
        if "DAY" in piece.values or "ORD" in piece.values:
            return int(piece.values.get("DAY") or piece.values["ORD"])
        if not {"DOT", "THE"} & piece.values.keys():
            break
    for piece in reversed(own[max(0, at - 3) : at]):
        if "DAY" in piece.values or "ORD" in piece.values:
            return int(piece.values.get("DAY") or piece.values["ORD"])
        if not {"OF", "SUF"} & piece.values.keys():
            break
    return None


def settle_year(month: int, day: int | None, match: Match, context: Context, moved: str | None = None) -> int | str:
    """The year of a month or day named without one: by the narrative in history and background, else by tense."""
    joined = None if moved else _joined_year(match, context)
    if joined is not None:
        return joined
    known = None if moved else context.told_day(month, day) or context.known_year(month, day, match)
    if known is not None:
        return known
    background = None if context.history or moved else context.background_year(match)
    if context.history or background or not context.published:
        reference = context.reference("Y")
        if background and reference and context.tense(match) == "past":
            return background
        if context.history or not context.published:
            return _forward(month, reference, context.reference("M")) if reference else NO_DAY
    assert context.published
    if moved:
        return _moved(month, context.published, moved)
    told = context.reference("M") if context.would_follow(match) else None
    if told is not None:
        return _forward(month, told, told)
    just = _SCHEDULED_DAYS if context.modifies(match) else _JUST_DAYS
    return _by_tense(month, day, context.published, context.tense(match), just)


def _joined_year(match: Match, context: Context) -> int | None:
    """The year that a month shares with the next one: "in April and June 1955", "26 June - 4 August 1952"."""
    following = context.following
    if following is None or not (following.has("MONTH") or following.make == "listed"):
        return None
    between = match.pieces[match.last : following.first]
    if len(between) > 3 or not any(p.values.keys() & {"AND", "OR", "TO", "HYPHEN", "COMMA"} for p in between):
        return None
    year = year_of(following, context) if all(p.values for p in between) else None
    if year is None:
        return None
    later = int(following.value("MONTH") or 12) < int(match.value("MONTH") or 1)
    return year - 1 if later else year


def _forward(month: int, reference: Point, spoken: Point | None) -> int:
    """A narrative goes on: the year that brings the month nearest to the time last spoken of, rather after it."""
    if reference.unit == "Y":
        if spoken is None or spoken.year != reference.year:
            return reference.year
        reference = spoken
    ahead = (month - reference.month) % 12
    after = reference.year + (1 if month < reference.month else 0)
    return after if ahead <= 6 else after - 1


def _by_tense(month: int, day: int | None, today: dt.date, tense: Tense, just: int) -> int:
    """The last or next such day or month, by tense; but what is only just ahead, or just gone, is meant even where
    the tense speaks against it, since a date a whole year off would be written with its year."""
    ahead = (month - today.month) * 30.44 + ((day - today.day) if day else 0)
    if ahead < 0:
        ahead += 365.25
    if ahead == 0:
        return today.year
    following = today.year + (1 if (month, day or 99) < (today.month, today.day if day else 0) else 0)
    if tense == "past":
        return following if ahead <= just else following - 1
    if tense == "future":
        return following if 365.25 - ahead > just else following - 1
    return following if ahead <= 183 else following - 1


def _moved(month: int, today: dt.date, word: str) -> int:
    """The year of "last May", "next May", "this May". Of the month just past one says "last month"."""
    if word[1:] == "0":
        return today.year
    if word[1] == "-":
        return today.year - (1 if month > today.month - 2 else 0)
    return today.year + (1 if month <= today.month else 0)


def _deictic(match: Match, context: Context) -> Point | str:
    offset = match.value("DEICTIC", "OVERNIGHT") or "0"
    base = context.base("S", "D")
    if base is None:
        return NO_DAY
    return shift(base, int(offset.split("T")[0]), "D") or NO_DAY


def _weekday(match: Match, context: Context) -> Point | str:
    wanted = int(match.value("WEEKDAY", "WDABBR") or 1)
    word = match.value("PREVIOUS", "FOLLOWING", "SAME", "THAT", "LAST", "NEXT", "THIS")
    direction, count = direction_of(word) if word else ("S", 0)
    base = context.base(direction, "D")
    today = base.first() if base else None
    if today is None:
        return NO_DAY
    tense = context.tense(match)
    if tense == "present" and context.hangs_on_noun(match):
        tense = "past"
    back = (today.isoweekday() - wanted) % 7
    ahead = (wanted - today.isoweekday()) % 7
    if count < 0:
        days = -(back or 7)
    elif count > 0:
        days = ahead or 7
    elif tense == "past":
        days = wanted - today.isoweekday() if word and match.has("THIS") else -back
    else:
        days = ahead
    return shift(of_day(today), days, "D") or NO_DAY


def _of_the_day(match: Match, context: Context) -> Point | str:
    """ "that day", "this morning", "the next night", "4 p.m.": the day spoken of, or one beside it."""
    word = match.value("PREVIOUS", "FOLLOWING", "SAME", "THAT", "LAST", "NEXT", "THIS")
    direction, count = direction_of(word)
    if word and match.own[0].lower == "the" and match.has("NEXT"):
        direction = "N"
    base = context.base(direction, "D")
    if base is None:
        return NO_REFERENCE
    return shift(base, count, "D") or NO_REFERENCE


def time_of_day(match: Match) -> str:
    """The time of day as TIMEX3 suffix, "" where none is named."""
    for at, piece in enumerate(match.own):
        if "CLOCK" in piece.values or "CLOCKDOT" in piece.values:
            return _time(piece.values.get("CLOCK") or piece.values["CLOCKDOT"], match)
        following = match.own[at + 1].values if at + 1 < len(match.own) else {}
        if "HHMM" in piece.values and "ZONE" in following:
            return f"T{piece.lower[:2]}:{piece.lower[2:]}"
        if "NUM" in piece.values and {"AMPM", "OCLOCK", "IN"} & following.keys() and _hour(piece.values["NUM"]):
            return _time(f"{piece.values['NUM']}:00", match)
    return match.value("PART", "PARTPOINT") or ""


def _hour(number: str) -> bool:
    return number.isdigit() and int(number) <= 24


def _time(text: str, match: Match) -> str:
    hour, _, minutes = text.partition(":")
    count = int(hour)
    half = match.value("AMPM")
    part = match.value("PART")
    if (half == "p" or part in ("TAF", "TEV")) and count < 12:
        count += 12
    if half == "a" and count == 12:
        count = 0
    return f"T{count:02d}:{minutes[:2]}"
