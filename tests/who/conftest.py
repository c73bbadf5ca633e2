"""What the tests of who read with: loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.knowledge.base import Knowledge

if TYPE_CHECKING:
    from dateline.reading.parse import Parser


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge()


@pytest.fixture(scope="session")
def parser() -> Parser:
    from dateline.reading.parse import Parser

    return Parser()
