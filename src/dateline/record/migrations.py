"""Brings a record of any earlier version up to date, in one transaction."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from dateline.record import tables

NEWEST = 4


def found(db: sa.Connection, mark: int) -> int | None:
    """The version of the record's tables; 0 where the database is empty, None where it is another program's."""
    names = sa.inspect(db).get_table_names()
    if db.dialect.name == "sqlite":
        ours = db.exec_driver_sql("PRAGMA application_id").scalar() == mark
        return (db.exec_driver_sql("PRAGMA user_version").scalar() if ours else None) if names else 0
    if not names:
        return 0
    if "meta" not in names or "article" not in names:
        return None
    version = db.execute(sa.select(tables.META.c.value).where(tables.META.c.name == "dateline schema")).scalar()
    return None if version is None else int(version)


def migrate(db: sa.Connection, mark: int) -> None:
    """Makes the tables, or changes older ones step by step. Looks again first: another run may have been faster."""
    version = found(db, mark)
    if version == 0:
        tables.create(db)
    else:
        for step in range(version or NEWEST, NEWEST):
            _STEPS[step](db)
    db.execute(sa.delete(tables.META))
    db.execute(sa.insert(tables.META).values(name="dateline schema", value=str(NEWEST)))
    if db.dialect.name == "sqlite":
        db.exec_driver_sql(f"PRAGMA application_id = {mark}")
        db.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")


def _to_2(db: sa.Connection) -> None:
    """Version 1 kept each document whole: they are put in anew."""
    from dateline.model import encode
    from dateline.record.writing import put

    old = db.exec_driver_sql("SELECT reader, document FROM article ORDER BY rowid").all()
    for table in ("event", "article"):
        db.exec_driver_sql(f"DROP TABLE {table}")
    tables.create(db)
    for reader, document in old:
        put(db, encode.document_from_json(document), reader, keep_text=True)


def _to_3(db: sa.Connection) -> None:
    """Version 2 kept an event's resolution in its body only, and had no narrow indexes."""
    if "resolution" in {c["name"] for c in sa.inspect(db).get_columns("event")}:
        return  # made anew by the step before
    db.exec_driver_sql("ALTER TABLE event ADD COLUMN resolution INTEGER")
    db.exec_driver_sql(f"UPDATE event SET resolution = {_RESOLUTION[db.dialect.name]}")
    db.exec_driver_sql("DROP INDEX event_date")
    new = {"event_narrow", "event_days", "article_narrow"}
    for index in (*tables.EVENT.indexes, *tables.ARTICLE.indexes):
        if index.name in new:
            index.create(db)


_RESOLUTION = {
    "sqlite": "json_extract(CAST(body AS TEXT), '$.event_loc.resolution')",
    "postgresql": "(convert_from(body, 'UTF8')::json #>> '{event_loc,resolution}')::integer",
}


def _to_4(db: sa.Connection) -> None:
    """Version 3 compared mentions; now those of an article that are one event are gathered first."""
    from dateline.record.relinking import relink_all

    relink_all(db)


_STEPS: dict[int, Callable[[sa.Connection], None]] = {1: _to_2, 2: _to_3, 3: _to_4}
"""For each version the step to the next one."""
