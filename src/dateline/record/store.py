"""The record's database: one SQLite file, articles with their annotated documents and events."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from dateline.model import encode
from dateline.model.document import AnnotatedDocument, Event

APPLICATION_ID = 0x646C6E65
"""Marks a file as ours ("dlne"), so that another program's database is refused by name."""
VERSION = 1
_SCHEMA = """
CREATE TABLE article (
    id TEXT PRIMARY KEY, url TEXT, title TEXT, publication TEXT, published TEXT, reader TEXT NOT NULL,
    document BLOB NOT NULL
) STRICT;
CREATE TABLE event (
    article TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE, sequence INTEGER NOT NULL,
    id TEXT NOT NULL, type TEXT NOT NULL, date TEXT, enddate TEXT, country TEXT, status TEXT NOT NULL,
    event BLOB NOT NULL, PRIMARY KEY (article, sequence)
) STRICT;
CREATE INDEX event_type_date ON event (type, date);
"""


class StoreError(Exception):
    """The database cannot be used; the message names the file and the cause."""


class Store:
    """An open record. Use as a context manager; each article is one transaction, whole or not at all."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        if not create and not path.exists():
            raise StoreError(f"{path}: no such record")
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=30)
            self._prepare()
        except sqlite3.Error as error:
            raise StoreError(f"{path}: {error}") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def _prepare(self) -> None:
        mark, version = (
            self._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and mark != APPLICATION_ID:
            raise StoreError(f"{self.path}: a database of another program")
        if version > VERSION:
            raise StoreError(f"{self.path}: written by a newer dateline (schema {version}, this one knows {VERSION})")
        self._db.execute("PRAGMA foreign_keys = ON")
        if not tables:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.executescript(
                f"BEGIN;{_SCHEMA}PRAGMA application_id = {APPLICATION_ID};PRAGMA user_version = {VERSION};COMMIT;"
            )

    def has(self, url: str | None, text: str, reader: str) -> bool:
        """True where this article was already read by this version of the reader."""
        found = self._db.execute("SELECT reader FROM article WHERE id = ?", (_key(url, text),)).fetchone()
        return found is not None and found[0] == reader

    def put(self, document: AnnotatedDocument, reader: str) -> None:
        """Writes one article and its events, replacing what an earlier reading of it left. Raises StoreError."""
        key, cite = _key(document.cite_info.url, document.text), document.cite_info
        try:
            with self._db:
                self._db.execute("DELETE FROM article WHERE id = ?", (key,))
                self._db.execute(
                    "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (key, cite.url, cite.title, cite.publication, cite.date, reader,
                     encode.to_json(document, explain=True)),
                )  # fmt: skip
                self._db.executemany(
                    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [_event_row(key, n, e) for n, e in enumerate(document.events)],
                )
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {error}") from error

    def documents(self) -> Iterator[AnnotatedDocument]:
        """All articles, in the order of their publication, then of their address."""
        rows = self._db.execute("SELECT document FROM article ORDER BY published, url, id")
        return (encode.document_from_json(row[0]) for row in rows)


def _key(url: str | None, text: str) -> str:
    return hashlib.sha256(f"{url or ''}\n{text}".encode()).hexdigest()[:32]


def _event_row(article: str, number: int, event: Event) -> tuple[object, ...]:
    country = event.event_loc.country_code if event.event_loc else None
    body = encode.to_json(event, explain=True)
    return article, number, event.id, event.event[0], event.date, event.enddate, country, event.status, body
