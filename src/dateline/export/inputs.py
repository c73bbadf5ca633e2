"""What can be exported: lines of events, lines of annotated documents, or a record's database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from dateline.export.base import Reading
from dateline.model import encode
from dateline.model.document import AnnotatedDocument, Event
from dateline.record.errors import StoreError

if TYPE_CHECKING:
    from dateline.record.ask import Filters
    from dateline.record.store import Store

_SQLITE = b"SQLite format 3\0"
_WHOLE = 2**63
"""Whole numbers of this size and more fit into no other format."""


class BadInput(Struct, frozen=True):
    """A line, or a whole input, that cannot be exported: one line for people, naming file, line and cause."""

    message: str


class _Peek(Struct):
    """Tells a document's line from an event's."""

    events: msgspec.Raw | UnsetType = UNSET


def open_readings(path: Path | None, stdin: BinaryIO) -> Iterator[Reading | BadInput]:
    """What the file holds, in its order; None stands for standard input. Bad lines are told and passed over."""
    if path is None:
        yield from _lines("standard input", stdin)
        return
    try:
        with path.open("rb") as stream:
            if stream.read(len(_SQLITE)) != _SQLITE:
                stream.seek(0)
                yield from _lines(str(path), stream)
                return
    except OSError as error:
        yield BadInput(f"{path}: {error.strerror}")
        return
    yield from _record(path)


def _lines(name: str, stream: Iterable[bytes]) -> Iterator[Reading | BadInput]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            yield _reading(line)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            yield BadInput(f"{name}:{number}: {_one_line(error)}")


def _record(path: Path) -> Iterator[Reading | BadInput]:
    from dateline.record.store import Store  # the database's library takes a moment: only where a record is read

    try:
        with Store(path) as store:
            for document in store.documents():
                yield _checked(str(path), document)
    except StoreError as error:
        yield BadInput(str(error))
    except msgspec.MsgspecError as error:
        yield BadInput(f"{path}: an article of this record cannot be read: {_one_line(error)}")


def of_store(store: Store, filters: Filters) -> Iterator[Reading | BadInput]:
    """The events of an open record that fit, an article a reading. Raises StoreError."""
    from dateline.record import ask

    wanted = ask.by_article(store, filters)
    for key in store.articles():
        document = store.document(key) if key in wanted else None
        if document is not None:
            events = tuple(e for e in document.events if e.id in wanted[key])
            yield _checked(store.name, replace(document, events=events))


def _checked(name: str, document: AnnotatedDocument) -> Reading | BadInput:
    try:
        return _of_document(document)
    except ValueError as error:
        return BadInput(f"{name}: {document.cite_info.url or 'an article'}: {error}")


def _reading(line: bytes) -> Reading:
    if msgspec.json.decode(line, type=_Peek).events is not UNSET:
        return _of_document(encode.document_from_json(line))
    event = encode.event_from_json(line)
    _check(event)
    return Reading(cite=event.cite_info, events=(event,))


def _of_document(document: AnnotatedDocument) -> Reading:
    for event in document.events:
        _check(event)
    return Reading(cite=document.cite_info, events=document.events, document=document)


def _check(event: Event) -> None:
    """Raises ValueError where a value is outside what the record may hold, so that formats need not ask again."""
    if not event.event:
        raise ValueError(f"event {event.id!r} has no type")
    for name, day in (("date", event.date), ("enddate", event.enddate), ("cite_info.date", event.cite_info.date)):
        if day is not None and not _is_day(day):
            raise ValueError(f"{name} {day!r} of event {event.id!r} is not a day of the form YYYY-MM-DD")
    if any(abs(n) >= _WHOLE for n in _whole_numbers(msgspec.to_builtins(event))):
        raise ValueError(f"event {event.id!r} holds a number of more than 64 bits")


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2000-01-01") and bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def _whole_numbers(value: Any) -> Iterator[int]:
    if isinstance(value, int):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _whole_numbers(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _whole_numbers(part)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
