"""Builds the gazetteer file: one SQLite database of places and of the folded names that lead to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.knowledge.places import assemble
from dateline.knowledge.places.entry import Entry

Progress = Callable[[str, int, int], None]
"""Called with what is being done, the step (from 1) and the number of steps."""

_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, feature TEXT NOT NULL, lat REAL, lon REAL,
    population INTEGER NOT NULL, cc TEXT NOT NULL, admin1 INTEGER NOT NULL, admin2 INTEGER NOT NULL, geonameid INTEGER
);
CREATE TABLE name (key TEXT, place INTEGER, match INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE country (cc TEXT PRIMARY KEY, iso3 TEXT, place INTEGER, capital TEXT, neighbours TEXT) WITHOUT ROWID;
"""


def build(path: Path, progress: Progress | None = None) -> None:
    """Writes the gazetteer to `path`. Takes some ten seconds of one core."""
    tell = progress or (lambda *_: None)
    steps = assemble.steps()
    book = assemble.Book()
    for number, (label, step) in enumerate(steps, 1):
        tell(label, number, len(steps) + 1)
        step(book)
    tell("writing the gazetteer", len(steps) + 1, len(steps) + 1)
    _write(path, book)


def _write(path: Path, book: assemble.Book) -> None:
    """Sorted by key, so that the table of names is filled in the order it is kept."""
    db = sqlite3.connect(path)
    try:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;" + _TABLES)
        db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _rows(book.entries))
        db.executemany("INSERT INTO country VALUES (?,?,?,?,?)", book.countries)
        names = sorted((key, place, match) for (key, place), match in book.names.items())
        db.executemany("INSERT INTO name VALUES (?,?,?)", names)
        db.execute(f"PRAGMA user_version={len(book.entries)}")
        db.commit()
    finally:
        db.close()


def _rows(entries: Iterable[Entry]) -> Iterable[tuple[object, ...]]:
    for e in entries:
        lat, lon = (None, None) if e.lat is None or e.lon is None else (round(e.lat, 4), round(e.lon, 4))
        yield e.id, e.name, e.level, e.feature, lat, lon, e.population, e.cc, e.admin1, e.admin2, e.geonameid
