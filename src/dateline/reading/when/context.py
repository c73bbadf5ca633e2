"""What relative expressions are counted from: the day of publication and the time the text has last spoken of."""

from __future__ import annotations

import datetime as dt
import itertools

from dateline.knowledge.calendar import Calendar
from dateline.reading.parsed import Parsed
from dateline.reading.when.lex import Lex
from dateline.reading.when.match import Match
from dateline.reading.when.tense import Tense, is_present_perfect, tense_at
from dateline.reading.when.value import Point, of_day, point

_FINENESS = {"D": 0, "W": 1, "M": 2, "Q": 3, "S": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7, "ML": 8}
_LONG = ("Y", "DE")
_HISTORY_YEARS = 8
_NEAR_SENTENCES = 2
_ABOUT_NOW = 21
"""Days from the publication day within which a bare day is the present one, whatever the article told before."""


class Context:
    """Moves through the article: `note` each value as it is settled, in text order."""

    def __init__(self, parsed: Parsed, calendar: Calendar, pieces: list[Lex]) -> None:
        self.parsed = parsed
        self.calendar = calendar
        self.published = parsed.article.published
        self.history = _is_history(pieces, self.published)
        self._asides: frozenset[int] = _asides(pieces) if self.history else frozenset()
        self._last: dict[str, Point] = {}
        self._spoken: dict[str, int] = {}
        self._days: dict[tuple[int, int], int] = {}
        self.following: Match | None = None
        self.named_year: Point | None = None
        """The last time told with its year, an aside or not: what "that year" points to."""
        self._explicit: tuple[int, int, int, str] | None = None

    @property
    def speech(self) -> Point | None:
        """The day of publication."""
        return of_day(self.published) if self.published else None

    def tense(self, match: Match) -> Tense:
        """The tense that governs the expression."""
        return tense_at(self.parsed, match.start, match.end, self.calendar.lists)

    def modifies(self, match: Match) -> bool:
        """Whether the expression stands before a noun ("the Nov. 8 election"), whose time no verb tells."""
        head = self.parsed.head_in(match.start, match.end)
        if head is None or head.head < head.i:
            return False
        return head.dep in ("compound", "nmod", "amod", "nummod") and self.parsed.tokens[head.head].pos == "NOUN"

    def hangs_on_noun(self, match: Match) -> bool:
        """Whether a noun, not a verb, has the expression: "Sunday's bombing", "the blast Monday"."""
        head = self.parsed.head_in(match.start, match.end)
        return head is not None and head.head != head.i and self.parsed.tokens[head.head].pos in ("NOUN", "PROPN")

    def lasts(self, match: Match, unit: str) -> bool:
        """Whether so long a time ends with the day of speaking: "has fought for twenty years", "the 17-year war"."""
        head = self.parsed.head_in(match.start, match.end)
        if head is None:
            return False
        up = self.parsed.tokens[head.head]
        if up.pos == "NOUN" and head.i < up.i:
            return unit in _LONG and up.lemma in self.calendar.lists["noun-lasting"]
        return up.lower == "for" and is_present_perfect(self.parsed, up)

    def would_follow(self, match: Match) -> bool:
        """Whether the sentence has told a day or month and says what "would" come after it."""
        number = match.own[0].sent
        tokens = self.parsed.sentence_tokens(self.parsed.sentences[number])
        return self.spoken_in(number) and any(t.lower == "would" and t.start < match.start for t in tokens)

    def reference(self, unit: str = "ML") -> Point | None:
        """The time last spoken of, known at least as finely as `unit`."""
        return next((p for u, p in reversed(self._last.items()) if _FINENESS[u] <= _FINENESS.get(unit, 0)), None)

    def base(self, direction: str, unit: str = "ML") -> Point | None:
        """What to count from: "S" the day of publication, "N" the narrative (the publication where there is none)."""
        if direction == "S" and not self.history:
            return self.speech
        return self.reference(unit) or self.speech

    def background_year(self, match: Match) -> int | None:
        """The year that the passage speaks of, where it has just named one that is not the year of publication."""
        if self._explicit is None:
            return None
        year, sentence, paragraph, unit = self._explicit
        here = self.parsed.sentences[match.own[0].sent]
        near = (
            here.number - sentence <= (1 if unit == "D" and match.has("DAY", "ORD") else 0)
            and here.paragraph == paragraph
        )
        if self.published and year == self.published.year:
            return None
        return year if near else None

    def spoken_in(self, sentence: int) -> bool:
        """Whether a day or month has been told in the sentence."""
        return sentence in (self._spoken.get("D"), self._spoken.get("M"))

    def compared(self, match: Match) -> Point | None:
        """The quarter that the passage compares with another year's."""
        quarter, sentence = self._last.get("Q"), match.own[0].sent
        near = quarter is not None and sentence - self._spoken["Q"] <= _NEAR_SENTENCES
        return quarter if near else None

    def known_year(self, month: int, day: int | None, match: Match) -> int | None:
        """The year of a day that the world knows by what happened on it: "the September 11 attacks"."""
        behind = match.after()
        year = self.calendar.known_days.get((month, day or 0, behind.lower)) if behind else None
        return year if year and self.published and self.published.year >= year else None

    def told_day(self, month: int, day: int | None) -> int | None:
        """The year that the article has given this day before; not for days about the day of publication."""
        year = self._days.get((month, day or 0))
        if year is None or self.published is None or self.history:
            return None
        apart = (month - self.published.month) * 30 + (day or 0) - self.published.day
        return None if abs(apart) <= _ABOUT_NOW else year

    def note(self, match: Match, value: str | None) -> None:
        """Keeps the time as the one last spoken of. Furniture does not count."""
        at = point(value)
        sentence = self.parsed.sentences[match.own[0].sent]
        if at is None or sentence.furniture is not None:
            return
        if match.has("YEAR"):
            self.named_year = at
        if match.make == "year_ago" or (self.history and self._aside(match, at)):
            return
        if at.unit == "D" and match.has("YEAR"):
            self._days[at.month, at.day] = at.year
        self._last.pop(at.unit, None)
        self._last[at.unit] = at
        self._spoken[at.unit] = sentence.number
        if at.unit in ("D", "M") and (match.has("YEAR") or (self._explicit and self._explicit[0] == at.year)):
            self._explicit = (at.year, sentence.number, sentence.paragraph, at.unit)

    def _aside(self, match: Match, at: Point) -> bool:
        if any(p.start in self._asides for p in match.own):
            return True
        return at.unit == "Y" and not _told(match)


def _asides(pieces: list[Lex]) -> frozenset[int]:
    """Where history looks ahead or back for a moment: years out of the order that those around them keep."""
    years = [(p.start, int(p.values["YEAR"])) for p in pieces if "YEAR" in p.values]
    around = zip(years, years[1:], years[2:], strict=False)
    return frozenset(start for (_, a), (start, year), (_, b) in around if a <= b and not a <= year <= b)


def _told(match: Match) -> bool:
    """Whether a bare year moves the narrative on: "in 1944", "early 1944"; not "(1944)", "since 1944"."""
    before = match.pieces[match.first - 1] if match.first else None
    return before is not None and (before.lower in ("in", "of", "during") or "MODADJ" in before.values)


def _is_history(pieces: list[Lex], published: dt.date | None) -> bool:
    """Whether the text tells history: many years named, nearly all long before publication, hardly a weekday."""
    years = [int(p.values["YEAR"]) for p in pieces if "YEAR" in p.values and "MONTH" not in p.values]
    eras = sum("ERA" in p.values for p in pieces)
    deictic = sum("WEEKDAY" in p.values or "DEICTIC" in p.values or p.lower == "ago" for p in pieces)
    deictic += sum(a.lower in ("this", "last", "next") and "UNIT1" in b.values for a, b in itertools.pairwise(pieces))
    if published is None:
        return False
    old = sum(year < published.year for year in years) + eras
    return old >= _HISTORY_YEARS and old > 0.8 * (len(years) + eras) and deictic * 6 < old
