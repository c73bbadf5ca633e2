"""One parser and one knowledge for all tests of attribution and modality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.knowledge.base import Knowledge
from dateline.model.article import Article
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge()


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parsed]:
    parser = Parser()
    return lambda text: parser.parse(Article(text=text))
