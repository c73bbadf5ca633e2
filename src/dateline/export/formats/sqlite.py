"""A SQLite file made for Datasette: plain tables with keys between them, and full-text search."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dateline.export import cells, flat
from dateline.export.base import ExportError, Format, Job, Reading
from dateline.model.document import Event

_KINDS = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_SCHEMA = """
CREATE TABLE article (
    id TEXT PRIMARY KEY, url TEXT, title TEXT, publication TEXT, published TEXT, language TEXT, text TEXT
);
CREATE TABLE event ({columns}, latitude REAL, longitude REAL, article TEXT REFERENCES article(id), PRIMARY KEY (id));
CREATE TABLE party (
    id INTEGER PRIMARY KEY, event TEXT REFERENCES event(id), role TEXT, name TEXT, words TEXT, code TEXT,
    sector TEXT, identifier TEXT, start INTEGER, end INTEGER
);
CREATE TABLE figure (
    id INTEGER PRIMARY KEY, event TEXT REFERENCES event(id), kind TEXT, low INTEGER, high INTEGER, words TEXT,
    counted TEXT, start INTEGER, end INTEGER
);
CREATE TABLE attribution (
    id INTEGER PRIMARY KEY, event TEXT REFERENCES event(id), source TEXT, source_code TEXT, stance TEXT, cue TEXT,
    cue_start INTEGER, cue_end INTEGER, content TEXT, content_start INTEGER, content_end INTEGER
);
"""
_AFTER = """
CREATE INDEX event_type_date ON event (type, date);
CREATE INDEX event_link ON event (link);
CREATE INDEX event_article ON event (article);
CREATE INDEX party_event ON party (event);
CREATE INDEX figure_event ON figure (event);
CREATE INDEX attribution_event ON attribution (event);
CREATE VIRTUAL TABLE event_fts USING fts5(words, passage, actor, recipient, place, content="event");
INSERT INTO event_fts (event_fts) VALUES ('rebuild');
"""


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.db"
        try:
            _fill(path, readings, job)
        except sqlite3.Error as error:
            raise ExportError(f"the database cannot be written: {error}") from error
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)


def _fill(path: Path, readings: Iterable[Reading], job: Job) -> None:
    db = sqlite3.connect(path)
    try:
        with db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            columns = ", ".join(f"{name} {_KINDS[kind]}" for name, kind in flat.TYPES.items())
            db.executescript(_SCHEMA.format(columns=columns))
            for reading in readings:
                _put(db, reading)
                job.tally.rows += len(reading.events)
            db.executescript(_AFTER)
    finally:
        db.close()


def _put(db: sqlite3.Connection, reading: Reading) -> None:
    cite, text = reading.cite, reading.document.text if reading.document else None
    article = (reading.key, cite.url, cite.title, cite.publication, cite.date, cite.language, text)
    _insert(db, "INSERT OR IGNORE INTO article VALUES", [article])
    _insert(db, "INSERT INTO event VALUES", (_event(e, reading) for e in reading.events))
    for event in reading.events:
        _insert(db, "INSERT INTO party VALUES", _parties(event))
        _insert(db, "INSERT INTO figure VALUES", _figures(event))
        _insert(db, "INSERT INTO attribution VALUES", _attributions(event))


def _insert(db: sqlite3.Connection, head: str, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        db.execute(f"{head} ({', '.join('?' * len(row))})", row)


def _event(event: Event, reading: Reading) -> tuple[Any, ...]:
    """Only points have coordinates, so that a map plots no country as a place."""
    lon, lat = cells.point(event.event_loc) or (None, None)
    return (*flat.row(event, reading.passage(event)).values(), lat, lon, reading.key)


def _parties(event: Event) -> Iterator[tuple[Any, ...]]:
    for role, entities in (("actor", event.actor), ("recipient", event.recipient)):
        for e in entities:
            known = (e.called, e.entity_text, e.code, cells.joined(e.sector) or None, e.identifier_id)
            yield (None, event.id, role, *known, e.start, e.end)


def _figures(event: Event) -> Iterator[tuple[Any, ...]]:
    return ((None, event.id, f.kind, f.low, f.high, f.text, f.of, f.start, f.end) for f in event.size)


def _attributions(event: Event) -> Iterator[tuple[Any, ...]]:
    for told in event.attribution:
        source = (told.source.called, told.source.code) if told.source else (None, None)
        cue, content = (((s.text, s.start, s.end) if s else (None,) * 3) for s in (told.cue, told.content))
        yield (None, event.id, *source, told.stance, *cue, *content)


FORMAT = Format(
    summary="SQLite for Datasette, with full-text search",
    suffix=".db",
    media="application/vnd.sqlite3",
    write=_write,
    binary=True,
)
