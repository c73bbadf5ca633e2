"""From recognised stretches to values, in text order, since each can be counted from the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.reading.when import length, named, numeric, periods, point, relative
from dateline.reading.when.context import Context
from dateline.reading.when.match import Match, Timex

MAKERS: dict[str, Callable[[Match, Context], Timex]] = {
    "iso": numeric.iso,
    "numeric": numeric.numeric,
    "point": point.point,
    "day_beside": relative.day_beside,
    "relative": relative.relative,
    "plain": relative.plain,
    "unit_end": relative.unit_end,
    "week_of": relative.week_of,
    "past_unit": relative.past_unit,
    "offset": relative.offset,
    "year_ago": relative.year_ago,
    "quarter": periods.quarter,
    "rel_quarter": periods.rel_quarter,
    "half": periods.half,
    "season": periods.season,
    "fiscal": periods.fiscal,
    "decade": periods.decade,
    "century": periods.century,
    "before_era": periods.before_era,
    "second_year": periods.second_year,
    "two_years": periods.two_years,
    "named": named.named,
    "anniversary": named.anniversary,
    "reference": named.reference,
    "nth": named.nth,
    "nth_of": named.nth_of,
    "listed": named.listed,
    "duration": length.duration,
    "vague_units": length.vague_units,
    "bare_units": length.bare_units,
    "every": length.every,
}
"""The functions that rules.tsv names."""


def normalise(matches: Iterable[Match], context: Context) -> list[tuple[Match, Timex]]:
    """Each stretch with its meaning."""
    found = []
    listed = list(matches)
    for match, following in zip(listed, [*listed[1:], None], strict=False):
        context.following = following
        timex = MAKERS[match.make](match, context)
        if timex.type in ("DATE", "TIME"):
            context.note(match, timex.value)
        found.append((match, timex))
    return found
