"""A parser and the knowledge for the tests of places: the gazetteer is built once, into the user's cache."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.knowledge import Knowledge
from dateline.knowledge.places import Gazetteer
from dateline.model.article import Article
from dateline.model.mentions import Place
from dateline.reading.parse import Parser
from dateline.reading.where import find

Where = Callable[[str], tuple[Place, ...]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge as users have it."""
    return Knowledge()


@pytest.fixture(scope="session")
def gazetteer(knowledge: Knowledge) -> Gazetteer:
    """The built gazetteer."""
    return knowledge.places.gazetteer


@pytest.fixture(scope="session")
def where(knowledge: Knowledge) -> Where:
    """Reads the places of a text."""
    parser = Parser()
    return lambda text: find(parser.parse(Article(text=text)), knowledge)
