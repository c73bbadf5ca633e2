"""What a format is, what it is given, and what it reports back."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

from dateline.model.document import AnnotatedDocument, Cite, Event
from dateline.model.span import Record


class ExportError(Exception):
    """The export cannot be made; the message says why in one line."""


class Reading(Record, frozen=True, kw_only=True):
    """The events of one article, or one event alone. `document` is None where only the event's line was given."""

    cite: Cite
    events: tuple[Event, ...]
    document: AnnotatedDocument | None = None

    @property
    def key(self) -> str:
        """A stable id of the article."""
        text = self.document.text if self.document else ""
        known = "\n".join(p or "" for p in (self.cite.url, self.cite.title, self.cite.publication, self.cite.date))
        return hashlib.sha256(f"{known}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def passage(self, event: Event) -> str | None:
        """The sentence of an event on one line, or None where the text is not at hand."""
        if self.document is None or event.text_info is None:
            return None
        words = self.document.text[event.text_info.start : event.text_info.end]
        return " ".join(words.split()) or None


class Tally:
    """How many rows were written, and which events were left out for which reason."""

    def __init__(self) -> None:
        self.rows = 0
        self.left_out: Counter[str] = Counter()

    def leave_out(self, reason: str) -> None:
        """Counts one event, or one part of it, that this format has no place for."""
        self.left_out[reason] += 1


class Job(Struct, frozen=True):
    """The options of one export, and its tally."""

    tally: Tally
    hxl: bool = False


Writer = Callable[[Iterable[Reading], BinaryIO, Job], None]
Files = Callable[[Iterable[Reading], Job], Iterator[tuple[str, bytes]]]


class Format(Struct, frozen=True, kw_only=True):
    """A format: `write` makes one file, `files` the files of a folder (name, content); one of the two is given.

    `suffix` is the usual end of the file's name, `media` its media type, `needs_text` true where lines of events alone
    are not enough, `hxl` where a row of HXL tags may follow the headings, `binary` where the file is nothing for a
    terminal.
    """

    summary: str
    suffix: str = ""
    media: str = "application/octet-stream"
    write: Writer | None = None
    files: Files | None = None
    needs_text: bool = False
    hxl: bool = False
    binary: bool = False
