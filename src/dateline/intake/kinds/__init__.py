"""One module a kind of source, found in the table below: by the end of a file's name, or else by how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from dateline.intake.draft import Draft, IntakeOptions, Raw, Refusal
from dateline.intake.kinds import json_lines, page, plain


class Kind(Struct, frozen=True):
    """A kind of source: ends of file names, how its bytes begin, and what reads it."""

    name: str
    ends: tuple[str, ...]
    begins: re.Pattern[bytes] | None
    read: Callable[[Raw, IntakeOptions], Iterator[Draft | Refusal]]


KINDS = (
    Kind(
        "HTML", (".html", ".htm", ".xhtml"), re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.I), page.read
    ),
    Kind("JSON Lines", (".jsonl", ".ndjson"), re.compile(rb'\s*\{\s*"'), json_lines.read),
    Kind("JSON", (".json",), re.compile(rb'\s*\[\s*\{\s*"'), json_lines.read_document),
    Kind("text", (".txt", ".text"), None, plain.read),
)
_MARK = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")


def by_name(name: str) -> Kind | None:
    """The kind that the end of a file's name tells; a final .gz does not count."""
    bare = name.lower().removesuffix(".gz")
    return next((k for k in KINDS if bare.endswith(k.ends)), None)


def by_content(data: bytes) -> Kind:
    """The kind that the first bytes tell; text where they tell nothing."""
    head = _MARK.sub(b"", data[:400]).replace(b"\0", b"")
    return next((k for k in KINDS if k.begins and k.begins.match(head)), KINDS[-1])
