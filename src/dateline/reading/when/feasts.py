"""On which day a named day falls in a year."""

from __future__ import annotations

import datetime as dt

from dateline.knowledge.calendar import Calendar, NamedDay
from dateline.reading.when.value import month_end

_ISLAMIC_EPOCH = 227014
"""Proleptic Gregorian ordinal of 1 Muharram 1 AH, civil reckoning (16 July 622 Julian) less one."""


def falls_on(named: NamedDay, year: int, calendar: Calendar) -> dt.date | None:
    """The first day of the feast in the year; None where it is not known or the year is out of reach."""
    kind, _, rest = named.rule.partition("-")
    if len(named.rule) == 10 and kind.isdigit():
        return dt.date.fromisoformat(named.rule)
    if not 1583 <= year <= 9990:
        return None
    if kind == "hijri":
        month, day = rest.split("-")
        return _hijri(year, int(month), int(day))
    if kind == "chinese":
        found = next((d for d in calendar.chinese_new_years if d.startswith(f"{year:04d}-")), None)
        return dt.date.fromisoformat(found) if found else None
    if kind == "hebrew":
        return _hebrew(year, rest)
    if kind == "election":
        return _nth_weekday(year, 11, 1, 1) + dt.timedelta(days=1)
    if kind.startswith("easter") or named.rule.startswith("easter"):
        return _easter(year) + dt.timedelta(days=int(named.rule.removeprefix("easter")))
    if named.rule.startswith("orthodox"):
        return _orthodox(year) + dt.timedelta(days=int(named.rule.removeprefix("orthodox")))
    if ":" in named.rule:
        month_, nth, weekday = (int(part) for part in named.rule.split(":"))
        return _nth_weekday(year, month_, nth, weekday)
    return dt.date(year, int(kind), int(rest))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = dt.date(year, month, month_end(year, month))
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7 - 7 * (nth + 1))


def _easter(year: int) -> dt.date:
    """Western Easter, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _orthodox(year: int) -> dt.date:
    """Orthodox Easter, by Meeus's Julian algorithm, as a Gregorian day."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


def _hijri(year: int, month: int, day: int) -> dt.date | None:
    """The first such day of the year, by the tabular Islamic calendar (civil; leap years 2 5 7 10 13 16 …)."""
    about = (year - 622) * 33 // 32
    for hijri in range(about - 1, about + 3):
        days = (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (month - 1) + month // 2 + day
        date = dt.date.fromordinal(_ISLAMIC_EPOCH + days)
        if date.year == year:
            return date
    return None


def _hebrew(year: int, rest: str) -> dt.date | None:
    """Feasts counted from Passover, which fixes the year from Nisan on: its days apart from 15 Nisan never change,
    save Hanukkah, which a long Heshvan puts off by a day."""
    passover = _passover(year)
    apart = {"1-15": 0, "3-6": 51 - 1, "7-1": 163, "7-10": 172, "7-15": 177, "purim": -30, "9-25": 246}[rest]
    if rest == "9-25" and (_passover(year + 1) - passover).days in (355, 385):
        apart += 1
    return passover + dt.timedelta(days=apart)


def _passover(year: int) -> dt.date:
    """15 Nisan by Gauss's formula, as a Gregorian day."""
    a, b = (12 * year + 12) % 19, year % 4
    q = 20.0955877 + 1.5542418 * a + 0.25 * b - 0.003177794 * year
    whole = int(q)
    weekday, part = (whole + 3 * year + 5 * b + 1) % 7, q - whole
    if weekday in (2, 4, 6):
        whole += 1
    elif weekday == 1 and a > 6 and part >= 0.632870370:
        whole += 2
    elif weekday == 0 and a > 11 and part >= 0.897723765:
        whole += 1
    return dt.date(year, 3, 1) + dt.timedelta(days=whole - 1 + year // 100 - year // 400 - 2)
