"""From PLOVER to another codebook, for one event: its first mode that has a place there."""

from __future__ import annotations

from collections.abc import Collection

from dateline.codebook import Crosswalk, Row
from dateline.model.document import Event

NOT_OCCURRED = "did not occur, or not yet"


def correspondence(walk: Crosswalk, event: Event, when: Collection[str] = ()) -> Row | None:
    """The row of the crosswalk, or None where the other codebook has no place for the event."""
    rows = (walk.one(event.event[0], mode, when) for mode in event.mode or ("",))
    return next((row for row in rows if row and row.code), None)


def not_occurred(event: Event) -> str | None:
    """The reason why a count of what happened leaves this event out."""
    return None if event.status == "occurred" else NOT_OCCURRED
