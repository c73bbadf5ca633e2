"""`dateline show`: the events of a record, as `read` prints them."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import output
from dateline.record.store import Store, StoreError

_EXAMPLES = """\b
Examples:
  dateline show record.db
  dateline show record.db --format jsonl > events.jsonl
"""


@click.command(epilog=_EXAMPLES)
@click.argument("record", type=click.Path(path_type=Path, dir_okay=False))
@output.options
def show(record: Path, **shape: object) -> None:
    """Print the events kept in RECORD, a file that `dateline read --into` made."""
    writer = output.Writer(output.Shape(**shape))  # type: ignore[arg-type]
    try:
        with Store(record) as store:
            for document in store.documents():
                writer.write(document)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
