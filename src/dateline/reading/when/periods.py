"""Quarters, halves, seasons, fiscal years, decades and centuries."""

from __future__ import annotations

from dateline.reading.when.context import Context
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.point import NO_DAY, NO_REFERENCE, direction_of, year_of
from dateline.reading.when.value import Point, of_day, shift, write

_JUST_ENDED = 3
"""Months after its end for which a quarter named alone is the one that ended."""
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def quarter(match: Match, context: Context) -> Timex:
    """the third quarter, last year's fourth quarter, the fiscal first quarter."""
    number = int(match.value("ORD") or 1)
    if not 1 <= number <= 4:
        return Timex("DATE", None, "no such quarter")
    year = year_of(match, context)
    if year is None:
        year = _year_of_stretch(number * 3 - 2, 3, match, context)
    return Timex("DATE", f"{year:04d}-Q{number}") if year else Timex("DATE", None, NO_DAY)


def _year_of_stretch(month: int, months: int, match: Match, context: Context) -> int | None:
    """The year of a quarter or season named alone: the latest begun, or the next to come, by tense."""
    background = context.background_year(match)
    if background:
        return background
    if context.history or not context.published:
        reference = context.reference("Y")
        return _follow(month, reference) if reference else None
    today = context.published
    if context.tense(match) == "past":
        return today.year - (1 if month > today.month else 0)
    ahead = (month - today.month) % 12
    following = today.year + (1 if month < today.month else 0)
    return following if ahead + months <= 12 - _JUST_ENDED else following - 1


def _follow(month: int, reference: Point) -> int:
    if reference.unit == "Y":
        return reference.year
    return reference.year + (1 if (month + 2) % 12 < reference.month - 6 else 0)


def rel_quarter(match: Match, context: Context) -> Timex:
    """last quarter, the latest quarter, the quarter."""
    word = match.value("SAME", "THAT", "LAST", "NEXT", "THIS")
    if word is None:
        spoken = context.reference("Q")
        if spoken is not None and spoken.unit == "Q":
            return Timex("DATE", write(spoken))
        word = "S-1" if context.tense(match) == "past" or match.has("LATEST") else "S0"
    direction, count = direction_of(word)
    base = context.base(direction, "Q")
    first = base.first() if base else None
    at = shift(of_day(first, "Q"), count, "Q") if first else None
    return Timex("DATE", write(at)) if at else Timex("DATE", None, NO_DAY)


def half(match: Match, context: Context) -> Timex:
    """the first half of 1998."""
    number = int(match.value("ORD") or 1)
    year = year_of(match, context)
    if year is None or number > 2:
        return Timex("DATE", None, NO_REFERENCE)
    return Timex("DATE", f"{year:04d}-H{number}")


def season(match: Match, context: Context) -> Timex:
    """last winter, the spring of 1920, this summer."""
    code = match.value("SEASON") or "SU"
    year = year_of(match, context)
    if year is None:
        year = _season_year(_SEASONS[code], match, context)
    if year is None:
        return Timex("DATE", None, NO_DAY)
    return Timex("DATE", write(Point("S", year, _SEASONS[code])))


def _season_year(month: int, match: Match, context: Context) -> int | None:
    word = match.value("PREVIOUS", "FOLLOWING", "SAME", "THAT", "LAST", "NEXT")
    today = context.published
    if word is None or context.history or today is None:
        return _year_of_stretch(month, 3, match, context)
    _, count = direction_of(word)
    if count < 0:
        return today.year - (1 if month + 2 >= today.month else 0)
    if count > 0:
        return today.year + (1 if month <= today.month else 0)
    return _year_of_stretch(month, 3, match, context)


def fiscal(match: Match, context: Context) -> Timex:
    """fiscal 1989, the current fiscal year: TIMEX3 keeps the number of the year."""
    following = match.after()
    if not match.has("YEAR") and following and following.lower in ("ended", "ending"):
        return Timex("DURATION", "P1Y", "a fiscal year that ends on the day told next")
    year = year_of_fiscal(match, context)
    if year is None:
        return Timex("DATE", None, NO_DAY)
    return Timex("DATE", f"{year:04d}", "a fiscal, academic or calendar year: its first and last day are not told")


def year_of_fiscal(match: Match, context: Context) -> int | None:
    """The number of the year."""
    text = match.value("YEAR")
    if text:
        return int(text)
    _, count = direction_of(match.value("LAST", "NEXT", "THIS"))
    base = context.base("S", "Y")
    return base.year + count if base else None


def two_years(match: Match, context: Context) -> Timex:
    """the 2020-21 school year, the 1998-99 season."""
    year = int(match.value("YEAR") or 1)
    return Timex(
        "DATE", f"{year:04d}", "from one year into the next", days=(f"{year:04d}-01-01", f"{year + 1:04d}-12-31")
    )


def second_year(match: Match, context: Context) -> Timex:
    """The 96 of "1995-96"."""
    year = match.before(2)
    figures = year.values.get("YEAR", "0000") if year else "0000"
    return Timex("DATE", f"{figures[:2]}{match.value('YEARS2')}")


def decade(match: Match, context: Context) -> Timex:
    """the 1990s, the '80s, the nineties."""
    year = match.value("YEAR")
    if year:
        return Timex("DATE", year[:3]) if year.endswith("0") else Timex("DATE", year)
    figure = match.value("DECADEWORD") or (match.value("YY") or "0")[0]
    return Timex("DATE", f"{_last_decade(int(figure), context)}")


def _last_decade(figure: int, context: Context) -> str:
    reference = context.reference("Y")
    if context.history and reference:
        return f"{reference.year // 100:02d}{figure}"
    year = context.published.year if context.published else 2029
    century = year // 100 if figure * 10 <= year % 100 else year // 100 - 1
    return f"{century:02d}{figure}"


def century(match: Match, context: Context) -> Timex:
    """the 19th century: 18."""
    number = int(match.value("DAY", "ORD") or 1)
    if match.value("ERA") == "BC":
        return Timex("DATE", f"BC{number - 1:02d}")
    return Timex("DATE", f"{number - 1:02d}")


def before_era(match: Match, context: Context) -> Timex:
    """The first year of a range before Christ."""
    return Timex("DATE", f"BC{int(float(match.value('NUM') or 0)):04d}")
