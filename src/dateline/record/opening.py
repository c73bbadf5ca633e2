"""Opens a record: a SQLite file or a PostgreSQL database; new ones are made, older ones brought up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from dateline.record import migrations
from dateline.record.errors import StoreError

APPLICATION_ID = 0x646C6E65
"""Marks a SQLite file as ours ("dlne"), so that another program's database is refused by name."""
_PATIENCE = 30
"""Seconds to wait for another writer."""


def name_of(target: Path | str) -> str:
    """What messages call a record: never with a password."""
    if not is_url(target):
        return str(target)
    try:
        return sa.make_url(str(target)).render_as_string(hide_password=True)
    except ArgumentError:
        return "the database address"


def is_url(target: Path | str) -> bool:
    """Whether a record is an address (postgresql://…), not a file."""
    return "://" in str(target)


@contextmanager
def told(target: Path | str) -> Iterator[None]:
    """Turns the database's errors into a line that names the record and the cause."""
    try:
        yield
    except DBAPIError as error:
        cause = str(error.orig).strip().split("\n")[0] or type(error.orig).__name__
        raise StoreError(f"{name_of(target)}: {_plain(cause)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{name_of(target)}: {_plain(str(error))}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{name_of(target)}: {str(error).splitlines()[0]}") from error


_PLAIN = (
    ("locked", "another program is writing it (locked); nothing was lost, try again"),
    ("disk is full", "no room on the disk; what was finished is kept, the run can be repeated"),
    ("malformed", "damaged or cut off; SQLite cannot read it"),
    ("not a database", "no database, or damaged at its beginning"),
    ("server closed", "the server went away; what was finished is kept, the run can be repeated"),
    ("terminating connection", "the server went away; what was finished is kept, the run can be repeated"),
)


def _plain(cause: str) -> str:
    return next((f"{words} ({cause})" for mark, words in _PLAIN if mark in cause), cause)


def connect(target: Path | str, *, create: bool, read_only: bool = False) -> sa.Connection:
    """A connection to the record, its tables at the newest version. Raises StoreError.

    With `read_only` the database itself refuses to write, older tables are refused, and any thread may use it.
    """
    if not is_url(target) and not create and not Path(target).exists():
        raise StoreError(f"{target}: no such record")
    with told(target):
        db = _engine(target, read_only).connect()
        try:
            _prepare(db, target, create, read_only)
        except BaseException:
            db.close()
            raise
    return db


def _file(target: Path | str, read_only: bool) -> sa.URL:
    """The address of a SQLite file. Where nothing can be written beside it, it is taken to be at rest."""
    if not read_only:
        return sa.URL.create("sqlite", database=str(target))
    path = Path(target).resolve()
    at_rest = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    how = {"uri": "true", "mode": "ro"} | ({"immutable": "1"} if at_rest else {})
    return sa.URL.create("sqlite", database=f"file:{quote(str(path))}", query=how)


def _engine(target: Path | str, read_only: bool) -> sa.Engine:
    if not is_url(target):
        engine = sa.create_engine(
            _file(target, read_only),
            poolclass=sa.NullPool,
            connect_args={"timeout": _PATIENCE, "isolation_level": None, "check_same_thread": not read_only},
        )
        sa.event.listen(engine, "connect", _set_up)
        sa.event.listen(engine, "begin", _begin)
        return engine
    address = (
        str(target).replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg://", 1)
    )
    try:
        options = {"options": "-c default_transaction_read_only=on"} if read_only else {}
        return sa.create_engine(address, poolclass=sa.NullPool, connect_args=options)
    except NoSuchModuleError as error:
        raise StoreError(f"{name_of(target)}: no such kind of database; use a file or postgresql://…") from error
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{name_of(target)}: needs the PostgreSQL driver: pip install 'dateline[postgresql]'"
        ) from error


def _set_up(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(db: sa.Connection) -> None:
    db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def writing(db: sa.Connection) -> Iterator[None]:
    """A transaction that writes: whole or not at all."""
    db.execution_options(writes=True)
    try:
        with db.begin():
            if db.dialect.name == "postgresql":
                db.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
            yield
    finally:
        db.execution_options(writes=False)


def _prepare(db: sa.Connection, target: Path | str, create: bool, read_only: bool) -> None:
    with db.begin():
        found = migrations.found(db, APPLICATION_ID)
    if found is None:
        raise StoreError(f"{name_of(target)}: a database of another program")
    if found > migrations.NEWEST:
        newest = migrations.NEWEST
        raise StoreError(f"{name_of(target)}: written by a newer dateline (schema {found}, this one knows {newest})")
    if found == migrations.NEWEST:
        return
    if found == 0 and not create:
        raise StoreError(f"{name_of(target)}: holds no record")
    if read_only:
        name = name_of(target)
        raise StoreError(f"{name}: kept by an older dateline; `dateline stats {name}` brings it up to date")
    if db.dialect.name == "sqlite":
        raw: Any = db.connection.driver_connection  # not within a transaction, which execute() would begin
        raw.execute("PRAGMA journal_mode = WAL")
    with writing(db):
        migrations.migrate(db, APPLICATION_ID)
