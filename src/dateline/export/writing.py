"""Writes an export to its place: whole or not at all, and never over a record."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.export.base import ExportError, Format, Job, Reading, Tally

_MARK = slice(68, 72)
_OURS = b"dlne"
"""The application id of a record, where SQLite keeps it in a file."""


def export(readings: Iterable[Reading], form: Format, out: Path | BinaryIO, *, hxl: bool = False) -> Tally:
    """Writes `readings` in the format `form`: to a file or folder (Path), or to an open binary stream.

    An event that comes twice is written once. Returns what was written and left out. Raises ExportError.
    """
    job = Job(Tally(), hxl)
    once = _once(readings, job.tally, needs_text=form.needs_text)
    if form.files is not None:
        _to_folder(form.files(once, job), out)
    elif form.write is not None:
        with _target(out) as stream:
            form.write(once, stream, job)
    return job.tally


def _once(readings: Iterable[Reading], tally: Tally, *, needs_text: bool) -> Iterator[Reading]:
    seen: set[str] = set()
    for reading in readings:
        if needs_text and (reading.document is None or not reading.document.text):
            raise ExportError(
                "this format holds the articles' texts: give it annotated documents "
                "(dateline read --format document) or a record, not lines of events"
            )
        fresh = []
        for event in reading.events:
            if event.id in seen:
                tally.leave_out("given twice")
            else:
                seen.add(event.id)
                fresh.append(event)
        yield Reading(cite=reading.cite, events=tuple(fresh), document=reading.document)


@contextlib.contextmanager
def _target(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    """The stream to write to; a disk that is full, say, is told in one line."""
    try:
        if not isinstance(out, Path):
            yield out
        elif out.exists() and not out.is_file():
            with out.open("wb") as device:
                yield device
        else:
            with _whole_or_not(out.resolve()) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"{out if isinstance(out, Path) else 'output'}: {error.strerror or error}") from error


@contextlib.contextmanager
def _whole_or_not(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its place when all is written, and vanishes if something fails."""
    _spare_records(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _spare_records(path: Path) -> None:
    """Refuses a record, told by its mark, and any database that someone is writing (its mark may be in the log)."""
    if path.with_name(f"{path.name}-wal").exists():
        raise ExportError(f"{path}: this database is in use; an export never takes its place")
    if path.is_file():
        with path.open("rb") as stream:
            if stream.read(_MARK.stop)[_MARK] == _OURS:
                raise ExportError(f"{path}: this is a record; an export never takes a record's place")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _to_folder(files: Iterable[tuple[str, bytes]], out: Path | BinaryIO) -> None:
    if not isinstance(out, Path):
        raise ExportError("this format makes a folder of files: name it with -o")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files:
            with _whole_or_not(out / name) as stream:
                stream.write(content)
    except OSError as error:
        raise ExportError(f"{out}: {error.strerror or error}") from error
