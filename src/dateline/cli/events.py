"""`dateline events`: the events of a record that fit."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import columns, filters, records, rows
from dateline.model import encode

if TYPE_CHECKING:
    from dateline.model.document import Event

_EXAMPLES = """\b
Examples:
  dateline events record.db --type ASSAULT --country IRQ --since 2024-01-01
  dateline events record.db --dyad IRN USA --sort -date --limit 20
  dateline events record.db --text "car bomb" --format jsonl > events.jsonl
  dateline events postgresql://ana@localhost/news --source Reuters --format csv
"""
_SORTS = ("date", "-date", "published", "-published", "type", "country", "confidence", "-confidence", "link")
_HEADINGS = (*columns.HEADINGS, "outlet", "link")


@click.command(epilog=_EXAMPLES)
@records.argument
@filters.options
@click.option("--sort", type=click.Choice(_SORTS), default="date", show_default=True, help="- for the other way round.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--format", type=click.Choice(["table", "csv", "jsonl"]), default="table", show_default=True)
def events(record: str, **options: Any) -> None:
    """Print the events of RECORD that fit all of the options, one a line."""
    chosen = filters.taken(options)
    from dateline.record import ask

    with records.opened(record) as store:
        found = ask.events(store, chosen, options["sort"], options["limit"])
        if options["format"] == "jsonl":
            for event in found:
                sys.stdout.buffer.write(encode.to_json(event) + b"\n")
        else:
            rows.show(options["format"], _HEADINGS, _cells(found))


def _cells(found: Iterator[Event]) -> Iterator[tuple[str | None, ...]]:
    return ((*columns.row(e), e.cite_info.publication, e.link) for e in found)
