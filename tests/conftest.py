"""One reader for the whole run: it takes seconds to load."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader as users have it."""
    return Reader()
