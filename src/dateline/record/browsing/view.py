"""A record opened for looking at: never written, by many threads at once, its columns kept while it does not change."""

from __future__ import annotations

import queue
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import sqlalchemy as sa

from dateline.record.browsing.choosing import Chosen
from dateline.record.browsing.columns import Columns
from dateline.record.opening import told
from dateline.record.store import Store

_SPARED = 5
"""While the record is written, at least so many times as long as the columns take to load passes between two loads."""


class View:
    """An open record. Use as a context manager. Methods raise StoreError, whose message names the record and the cause.

    What another program writes is seen as soon as it is there; columns that take long to load may be some seconds old.
    """

    def __init__(self, target: Path | str) -> None:
        self._target = target
        self._free: queue.LifoQueue[Store] = queue.LifoQueue()
        self._lock = threading.Lock()
        self._watch = Store(target, read_only=True)  # one connection alone: a version holds for its own connection
        self._seen: str | None = None
        self._rested, self._generation, self._name = 0.0, 0, secrets.token_hex(4)
        self._chosen: Chosen | None = None

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections."""
        self._watch.db.close()
        while not self._free.empty():
            self._free.get().db.close()

    @property
    def name(self) -> str:
        """What to call the record: never with a password."""
        return self._watch.name

    @contextmanager
    def store(self) -> Iterator[Store]:
        """A connection for this thread alone, until it is done."""
        try:
            one = self._free.get_nowait()
        except queue.Empty:
            one = Store(self._target, read_only=True)
        try:
            yield one
        except BaseException:
            one.db.close()
            raise
        self._free.put(one)

    @contextmanager
    def looking(self) -> Iterator[sa.Connection]:
        """A connection within a transaction: all that is asked in it sees one state of the record."""
        with self.store() as store, told(self._target), store.db.begin():
            yield store.db

    def version(self) -> str:
        """Names the state of the record that is looked at: the same as long as it stays the same."""
        self.chosen()
        return f"{self._name}-{self._generation}"

    def chosen(self) -> Chosen:
        """The columns of the record, and what was lately chosen among them."""
        with self._lock:
            version = self._version()
            if self._chosen is None or (version != self._seen and time.monotonic() >= self._rested):
                self._chosen, self._seen = self._loaded(), version
                self._generation += 1
            return self._chosen

    def forget(self) -> None:
        """Drops what is kept in memory."""
        with self._lock:
            self._chosen = None

    def _version(self) -> str:
        query = "PRAGMA data_version"
        if self._watch.db.dialect.name != "sqlite":
            query = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"
        with told(self._target), self._watch.db.begin():
            return str(self._watch.db.exec_driver_sql(query).scalar())

    def _loaded(self) -> Chosen:
        began = time.monotonic()
        with told(self._target), self._watch.db.begin():
            columns = Columns(self._watch.db)
        ended = time.monotonic()
        self._rested = ended + _SPARED * (ended - began)
        return Chosen(columns)
