"""Stretches of time: what the words around a date make of it."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.reading import when
from dateline.reading.attach.stretches import stretches
from dateline.reading.parse import Parser


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police have held him since 1993.", [("1993", "1993-01-01", "2022-01-05")]),
        ("Since the January 2019 bombing nobody came.", [("January 2019", "2019-01-01", "2019-01-31")]),
        ("It was the first since March 2019, when an officer died.", [("March 2019", "2019-03-01", "2019-03-31")]),
        ("From April to May the army shelled it.", [("April to May", "2021-04-01", "2021-05-31")]),
        (
            "It fired rockets between February 2020 and 9 June 2020.",
            [("February 2020 and 9 June 2020", "2020-02-01", "2020-06-09")],
        ),
        (
            "He fled in April and returned in May 2021.",
            [("April", "2021-04-01", "2021-04-30"), ("May 2021", "2021-05-01", "2021-05-31")],
        ),
    ],
)
def test_what_is_told(text: str, told: list[tuple[str, str, str]]) -> None:
    parsed = Parser().parse(Article(text=text, published=dt.date(2022, 1, 5)))
    found = stretches(parsed, when.find(parsed, Knowledge()))
    assert [(w.text, w.date, w.enddate) for w in found] == told
