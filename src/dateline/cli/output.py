"""The forms results are printed in, and the options that choose them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import click
from msgspec import Struct
from msgspec.structs import replace

from dateline.cli import explain, table
from dateline.model import encode
from dateline.model.document import AnnotatedDocument

Command = TypeVar("Command", bound=Callable[..., Any])


class Shape(Struct, frozen=True):
    """What to print: the form, whether with reasons, and how sure an event must be."""

    format: Literal["table", "jsonl", "document"] = "table"
    explain: bool = False
    min_confidence: float = 0.0


def options(command: Command) -> Command:
    """Adds the options of Shape to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--format",
        type=click.Choice(["table", "jsonl", "document"]),
        default="table",
        show_default=True,
        help="A table for people; an event a line (jsonl); an annotated article a line (document).",
    ),
    click.option("--explain", is_flag=True, help="Show each event with its sentence, its words, and why."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        help="Leave out events less sure than this (0 to 1).",
    ),
)


class Writer:
    """Prints annotated documents, one after another, to standard output."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._console = table.console()

    @property
    def has_links(self) -> bool:
        """Whether the chosen form shows which events are the same."""
        return self._shape.format in ("jsonl", "document")

    def write(self, document: AnnotatedDocument) -> None:
        """Prints one document in the chosen form."""
        events = tuple(e for e in document.events if e.confidence >= self._shape.min_confidence)
        document = replace(document, events=events)
        if self._shape.format == "document":
            self._line(encode.to_json(document, explain=self._shape.explain))
        elif self._shape.format == "jsonl":
            for event in events:
                self._line(encode.to_json(event, explain=self._shape.explain))
        elif self._shape.explain:
            explain.show(self._console, document)
        else:
            table.show(self._console, document.cite_info, events)

    @staticmethod
    def _line(body: bytes) -> None:
        stream = sys.stdout.buffer
        stream.write(body + b"\n")
        stream.flush()
