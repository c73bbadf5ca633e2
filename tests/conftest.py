"""One reader for the whole run: it takes seconds to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dateline.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader as users have it."""
    from dateline.reading.reader import Reader  # so that one broken module does not stop the tests of the others

    return Reader()
