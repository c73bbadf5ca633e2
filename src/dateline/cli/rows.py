"""Rows printed as a table for people, or as CSV or JSON Lines for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich import box
from rich.markup import escape
from rich.table import Table

from dateline.cli import table


def show(form: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Prints rows in the form table, csv or jsonl. A value that is not known is empty, in JSON null."""
    if form == "csv":
        click.echo(as_csv(columns, rows), nl=False)
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
    else:
        _table(columns, rows)


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows as CSV with a header line (RFC 4180, line feeds)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if v is None else v for v in row] for row in rows)
    return text.getvalue()


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    out = table.console()
    cells = [["" if v is None else str(v) for v in row] for row in rows]
    if not out.is_terminal:
        for row in (list(columns), *cells):
            out.file.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
        return
    shown = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in cells:
        shown.add_row(*map(escape, row))
    out.print(shown)
