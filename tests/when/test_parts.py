"""The parts of `when` by themselves: intervals, feasts, numbers in words, the data files."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge import Knowledge
from dateline.reading.when import interval
from dateline.reading.when.feasts import falls_on
from dateline.reading.when.grammar import grammar_of
from dateline.reading.when.normalise import MAKERS
from dateline.reading.when.numbers import compose
from dateline.reading.when.value import Point, point, shift, write

from .conftest import Dates


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2022-01-01", ("2022-01-01", "2022-01-01", "day")),
        ("2022-01-01TMO", ("2022-01-01", "2022-01-01", "day")),
        ("2021-W52", ("2021-12-27", "2022-01-02", "week")),
        ("2021-W52-WE", ("2022-01-01", "2022-01-02", "weekend")),
        ("2020-02", ("2020-02-01", "2020-02-29", "month")),
        ("2020-Q4", ("2020-10-01", "2020-12-31", "quarter")),
        ("2020-H1", ("2020-01-01", "2020-06-30", "half")),
        ("1920-WI", ("1920-12-01", "1921-02-28", "season")),
        ("1999", ("1999-01-01", "1999-12-31", "year")),
        ("199", ("1990-01-01", "1999-12-31", "decade")),
        ("18", ("1800-01-01", "1899-12-31", "century")),
        ("2019-XX-XX", ("2019-01-01", "2019-12-31", "year")),
    ],
)
def test_interval(value: str, days: tuple[str, str, str]) -> None:
    assert interval(value) == days


@pytest.mark.parametrize("value", [None, "", "P2W", "PRESENT_REF", "BC0146", "XXXX-WXX-5", "2022-13", "2022-02-30"])
def test_no_interval(value: str | None) -> None:
    assert interval(value) is None


@given(st.text(alphabet="0123456789-WXQHTPSUBC/", max_size=14))
def test_interval_never_raises(value: str) -> None:
    days = interval(value)
    assert days is None or days[0] <= days[1]


@given(st.integers(1, 9990), st.integers(1, 12), st.integers(-500, 500), st.sampled_from(["M", "Q", "Y", "W", "D"]))
def test_moving_there_and_back(year: int, month: int, count: int, unit: str) -> None:
    start = Point("Y" if unit == "Y" else "M", year, 1 if unit == "Y" else month)
    there = shift(start, count, unit)
    if there is not None and 1 < there.year < 9999:
        assert point(write(there)) == there


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("orthodox easter", 2022, "2022-04-24"),
        ("thanksgiving", 2020, "2020-11-26"),
        ("memorial day", 2021, "2021-05-31"),
        ("election day", 2020, "2020-11-03"),
        ("rosh hashanah", 2022, "2022-09-26"),
        ("passover", 2023, "2023-04-06"),
        ("hanukkah", 2023, "2023-12-08"),
        ("chinese new year", 2022, "2022-02-01"),
    ],
)
def test_feasts(name: str, year: int, day: str) -> None:
    calendar = Knowledge().calendar
    assert str(falls_on(calendar.named[name], year, calendar)) == day


def test_ramadan_within_two_days_of_the_observed_one() -> None:
    calendar = Knowledge().calendar
    for day in ("2016-06-06", "2020-04-24", "2022-04-02", "2024-03-11"):
        observed = dt.date.fromisoformat(day)
        reckoned = falls_on(calendar.named["ramadan"], observed.year, calendar)
        assert reckoned is not None and abs((reckoned - observed).days) <= 2


@pytest.mark.parametrize(
    ("words", "number", "used"),
    [
        ("twenty - four", 24, 3),
        ("nineteen ninety - one", 1991, 4),
        ("two thousand and one", 2001, 4),
        ("three hundred", 300, 2),
        ("two three", 2, 1),
    ],
)
def test_numbers_in_words(words: str, number: int, used: int) -> None:
    worth = Knowledge().calendar.words
    assert compose(words.split(), lambda w: int(worth[w].values["NUMWORD"])) == (number, used)


def test_every_rule_has_its_function_and_compiles() -> None:
    calendar = Knowledge().calendar
    assert {rule.make for rule in calendar.rules} <= MAKERS.keys()
    assert len(grammar_of(calendar).rules) == len(calendar.rules)
    assert len({rule.name for rule in calendar.rules}) == len(calendar.rules)


def test_every_named_day_can_be_reckoned() -> None:
    calendar = Knowledge().calendar
    for named in calendar.named.values():
        assert falls_on(named, 2021, calendar) is not None, named.name


def test_words_have_values_that_fit_their_class() -> None:
    for word, meaning in Knowledge().calendar.words.items():
        assert meaning.flag in ("", "cap", "caps"), word
        for name, value in meaning.values.items():
            if name in ("MONTH", "WEEKDAY", "ORD", "NUMWORD"):
                assert value.isdigit(), word
            if name == "SEASON":
                assert re.fullmatch("SP|SU|FA|WI", value), word


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "last",
                "May",
                "31",
                "February",
                "1998",
                "-",
                "two",
                "ten-year",
                "ago",
                "before",
                "of",
                "in",
                "Friday",
                ",",
                ".",
                "'",
                "12",
                "p.m.",
                "½",
                "2000",
                "GMT",
                "'98",
                "0000",
                "99/99/9999",
                "every",
                "week",
                "1990s",
                "fiscal",
                "quarter",
                "first",
                "half",
                "\n",
                "İ",
                "东",
                "Ramadan",
                "BC",
                "eve",
                "later",
                "and",
                "a",
            ]
        ),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_offsets_quote_the_text_whatever_it_is(dates: Dates, text: str) -> None:
    at = 0
    for mention in dates(text):
        assert text[mention.start : mention.end] == mention.text
        assert at <= mention.start < mention.end
        assert mention.why
        at = mention.end
