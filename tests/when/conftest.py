"""A parser and the words of time, loaded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.knowledge import Knowledge
from dateline.model.article import Article, Furniture
from dateline.model.mentions import When
from dateline.reading.parse import Parser
from dateline.reading.when import find

Dates = Callable[..., tuple[When, ...]]
WEDNESDAY = dt.date(2022, 1, 5)


@pytest.fixture(scope="session")
def dates() -> Dates:
    """Reads the time expressions of a text published on Wednesday, 5 January 2022, unless told otherwise."""
    parser, knowledge = Parser(), Knowledge()

    def read(
        text: str, published: dt.date | None = WEDNESDAY, furniture: tuple[Furniture, ...] = ()
    ) -> tuple[When, ...]:
        return find(parser.parse(Article(text=text, published=published, furniture=furniture)), knowledge)

    return read
