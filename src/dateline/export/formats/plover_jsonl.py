"""PLOVER's exchange format: an event a line, by the manual's field names, which the record has too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from dateline.export.base import Format, Job, Reading
from dateline.model.document import Event


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    for reading in readings:
        for event in reading.events:
            out.write(msgspec.json.encode(_line(event, reading.passage(event))) + b"\n")
            job.tally.rows += 1


def _line(event: Event, passage: str | None) -> dict[str, Any]:
    """The event with its sentence as `text` and its `coder`. What is unknown is left out, as the manual allows."""
    line: dict[str, Any] = _told(msgspec.to_builtins(event))
    extra = {"text": passage, "coder": event.cite_info.coder}
    return line | {k: v for k, v in extra.items() if v is not None}


def _told(value: Any) -> Any:
    """Without nulls, empty lists and reasons."""
    if isinstance(value, dict):
        parts = {k: _told(v) for k, v in value.items() if k != "why"}
        return {k: v for k, v in parts.items() if v is not None and v != [] and v != {}}
    if isinstance(value, list | tuple):
        return [_told(v) for v in value]
    return value


FORMAT = Format(
    summary="PLOVER's JSON Lines, an event a line", suffix=".jsonl", media="application/x-ndjson", write=_write
)
