"""A record's rows, for comparison."""

from __future__ import annotations

from typing import Any

from dateline.record.store import Store
from dateline.record.tables import SCHEMA


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, in order."""
    with store.db.begin():
        return {
            table.name: sorted((tuple(r) for r in store.db.execute(table.select())), key=repr)
            for table in SCHEMA.sorted_tables
        }
