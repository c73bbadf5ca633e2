"""The record as JSON, back from JSON, and its JSON Schema."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.model.document import AnnotatedDocument, Event
from dateline.model.span import Record


def to_json(record: Record, *, explain: bool = False) -> bytes:
    """One line of UTF-8 JSON without its newline. The reasons (`why`) are written only with `explain`."""
    if explain:
        return msgspec.json.encode(record)
    return msgspec.json.encode(_without_why(msgspec.to_builtins(record)))


def event_from_json(line: bytes | str) -> Event:
    """Reads an event back. Raises msgspec.ValidationError naming the field that does not fit."""
    return msgspec.json.decode(line, type=Event)


def document_from_json(line: bytes | str) -> AnnotatedDocument:
    """Reads an annotated document back. Raises msgspec.ValidationError naming the field that does not fit."""
    return msgspec.json.decode(line, type=AnnotatedDocument)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of both forms: an event, or an annotated document."""
    refs, definitions = msgspec.json.schema_components((Event, AnnotatedDocument), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dateline record: an event (jsonl) or an annotated document (document)",
        "anyOf": list(refs),
        "$defs": definitions,
    }


def _without_why(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_why(v) for k, v in value.items() if k != "why"}
    if isinstance(value, list | tuple):
        return [_without_why(v) for v in value]
    return value
