"""From one codebook to another: rows found by type and mode, narrowed by conditions, each saying what is lost."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from dateline.model.span import Record


class Row(Record, frozen=True):
    """One correspondence. An empty `mode` stands for the type itself, an empty `when` for no condition.

    `code` is empty where the other codebook has no place for it; `lossy` names what is lost or claimed beyond.
    """

    event: str
    mode: str = ""
    when: str = ""
    code: str = ""
    name: str = ""
    lossy: str = ""


class Crosswalk:
    """The rows from one codebook to another, in the order of the file."""

    def __init__(self, source: str, target: str, rows: tuple[Row, ...]) -> None:
        self.source = source
        self.target = target
        self.rows = rows

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], tuple[Row, ...]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            found.setdefault((row.event, row.mode), []).append(row)
        return {pair: tuple(rows) for pair, rows in found.items()}

    def of(self, event: str, mode: str = "", when: Collection[str] = ()) -> tuple[Row, ...]:
        """The rows for a type and mode, the narrowest first: those whose condition is in `when` (contexts, or what
        else the file's header names), then the one without condition. A mode without rows falls back to the type.
        """
        rows = self._by_pair.get((event, mode)) or self._by_pair.get((event, ""), ())
        narrow = tuple(r for r in rows if r.when and r.when in when)
        return narrow + tuple(r for r in rows if not r.when)

    def one(self, event: str, mode: str = "", when: Collection[str] = ()) -> Row | None:
        """The narrowest row, or None where the type is unknown."""
        return next(iter(self.of(event, mode, when)), None)
