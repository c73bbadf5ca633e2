"""One happening told by several words of a clause is one event."""

from __future__ import annotations

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed


def merged(parsed: Parsed, found: list[Candidate], events: Events) -> list[Candidate]:
    return found
