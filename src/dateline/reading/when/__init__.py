"""When: the time expressions of an article, as TIMEX3 and as days."""

from __future__ import annotations

from typing import cast

from dateline.knowledge import Knowledge
from dateline.model.mentions import TimexType, When
from dateline.reading.parsed import Parsed
from dateline.reading.when.context import Context
from dateline.reading.when.grammar import grammar_of
from dateline.reading.when.interval import interval
from dateline.reading.when.lex import lex
from dateline.reading.when.match import Match, Timex
from dateline.reading.when.named import ORIGINAL
from dateline.reading.when.normalise import normalise
from dateline.reading.when.recognise import recognise

__all__ = ["find", "interval", "original"]


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[When, ...]:
    """Every time expression of the article, in text order, none overlapping another."""
    calendar = knowledge.calendar
    pieces = lex(parsed, calendar)
    matches = recognise(parsed, pieces, grammar_of(calendar))
    context = Context(parsed, calendar, pieces)
    return tuple(_when(parsed, context, match, timex) for match, timex in normalise(matches, context))


def original(mention: When) -> tuple[str, str, str] | None:
    """The days that an anniversary remembers: first, last, precision; None for all other mentions."""
    _, found, rest = str(mention.why).partition(ORIGINAL)
    return interval(rest.split(";")[0]) if found else None


def _when(parsed: Parsed, context: Context, match: Match, timex: Timex) -> When:
    mod = match.mod or timex.mod
    days = _days(context, timex, mod)
    return When(
        text=parsed.text[match.start : match.end],
        start=match.start,
        end=match.end,
        value=timex.value,
        type=cast(TimexType, timex.type),
        date=days[0] if days else None,
        enddate=days[1] if days else None,
        date_precision=days[2] if days else None,
        why=_why(parsed, match, timex, mod),
    )


def _days(context: Context, timex: Timex, mod: str) -> tuple[str, str, str] | None:
    if timex.days:
        return (*timex.days, "range")
    if timex.value == "PRESENT_REF" and context.published:
        today = context.published.isoformat()
        return today, today, "day"
    return interval(timex.value, mod) if timex.type in ("DATE", "TIME") else None


def _why(parsed: Parsed, match: Match, timex: Timex, mod: str) -> str:
    furniture = parsed.sentences[match.own[0].sent].furniture
    notes = [match.rule, timex.why, f"mod={mod}" if mod else "", f"in furniture ({furniture})" if furniture else ""]
    return "; ".join(note for note in notes if note)
