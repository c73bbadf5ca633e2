"""JSON Lines: an article a line, `text` required, `url title published outlet language` optional. JSON likewise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.intake.decode import decode
from dateline.intake.draft import Draft, IntakeOptions, Raw, Refusal, Unreadable


class Row(msgspec.Struct):
    """An article as JSON gives it. Other fields are let be."""

    text: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


def read(raw: Raw, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """The articles of a JSON Lines file that is held in memory."""
    for number, line in enumerate(decode(raw.data, raw.charset).split("\n"), 1):
        if line.strip():
            yield from of_line(line, number, raw.name)


def of_line(line: str | bytes, number: int, name: str) -> Iterator[Draft | Refusal]:
    """The article of one line, or the refusal that names the line."""
    where = f"{name}, line {number}"
    try:
        row = msgspec.json.decode(line, type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Refusal(name=where, cause=_cause(error))
        return
    yield from _draft(row, where, f"{name}#{number}")


def read_document(raw: Raw, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """The articles of a JSON file: one object, a list of them, or, in spite of its name, JSON Lines."""
    text = decode(raw.data, raw.charset)
    try:
        whole = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():
            yield from read(raw, options)
            return
        raise Unreadable(_cause(error)) from error
    for number, value in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield from _of_value(value, number, raw.name, alone=not isinstance(whole, list))


def _of_value(value: Any, number: int, name: str, *, alone: bool) -> Iterator[Draft | Refusal]:
    where = name if alone else f"{name}, article {number}"
    try:
        row = msgspec.convert(value, type=Row)
    except msgspec.ValidationError as error:
        yield Refusal(name=where, cause=_cause(error))
        return
    yield from _draft(row, where, name if alone else f"{name}#{number}")


def _draft(row: Row, where: str, url: str) -> Iterator[Draft | Refusal]:
    try:
        published = day(row.published)
    except ValueError:
        yield Refusal(name=where, cause=f"published: {(row.published or '')[:40]!r} is not a date (YYYY-MM-DD)")
        return
    yield Draft(
        name=where,
        text=row.text,
        url=row.url or url,
        title=row.title or None,
        outlet=row.outlet or None,
        language=row.language or None,
        published=published,
        published_why="given with the article" if published else None,
    )


def day(written: str | None) -> dt.date | None:
    """The day of an ISO date or time, as written (local days stay plain days). Raises ValueError where it is none."""
    if written is None or not written.strip():
        return None
    bare = written.strip()
    if len(bare) > 10:
        dt.datetime.fromisoformat(bare)
    return dt.date.fromisoformat(bare[:10])


def _cause(error: Exception) -> str:
    words = str(error).replace("\n", " ")
    if isinstance(error, msgspec.ValidationError):
        return f"is no article: {words[:150]}"
    return f"is not JSON: {words[:150]}"
