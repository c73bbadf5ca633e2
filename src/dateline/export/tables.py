"""Tables of text: columns with an optional HXL tag each, written as CSV or TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, Generic, TypeVar

from msgspec import Struct

from dateline.export.base import Job

Row = TypeVar("Row")
Cell = str | int | float | bool | None


class Column(Struct, Generic[Row], frozen=True):
    """A column: its heading, its HXL tag ("" where there is none that fits), and the cell of a row."""

    heading: str
    hxl: str
    cell: Callable[[Row], Cell]


def empty(_: object) -> Cell:
    """The cell of a column that the record knows nothing about."""
    return None


def write(columns: Sequence[Column[Row]], rows: Iterable[Row], out: BinaryIO, job: Job, delimiter: str = ",") -> None:
    """Writes headings, the HXL tags if asked for, and the rows, and counts them."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow([c.heading for c in columns])
    if job.hxl:
        writer.writerow([c.hxl for c in columns])
    for row in rows:
        writer.writerow([_shown(c.cell(row)) for c in columns])
        job.tally.rows += 1
    text.detach()


def _shown(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell
