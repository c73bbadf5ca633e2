"""`dateline show`: the events of a record, as `read` prints them."""

from __future__ import annotations

import click

from dateline.cli import output, records

_EXAMPLES = """\b
Examples:
  dateline show record.db
  dateline show record.db --format jsonl > events.jsonl
"""


@click.command(epilog=_EXAMPLES)
@records.argument
@output.options
def show(record: str, **shape: object) -> None:
    """Print the articles kept in RECORD, a file (or postgresql://…) that `dateline read --into` made."""
    writer = output.Writer(output.Shape(**shape))  # type: ignore[arg-type]
    with records.opened(record) as store:
        for document in store.documents():
            writer.write(document)
