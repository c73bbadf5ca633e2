"""`dateline timeline`: the events of a record day by day, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import filters, records, rows

if TYPE_CHECKING:
    from dateline.record.reconcile import Reconciled

_EXAMPLES = """\b
Examples:
  dateline timeline record.db --country AFG --since 2024-01-01
  dateline timeline record.db --party Taliban --min-witnesses 2 --format csv
"""
_HEADINGS = ("when", "until", "what", "who", "to whom", "where", "killed", "witnesses", "articles", "link")


@click.command(epilog=_EXAMPLES)
@records.argument
@filters.options
@click.option("--format", type=click.Choice(["table", "csv", "jsonl"]), default="table", show_default=True)
def timeline(record: str, **options: Any) -> None:
    """Print the events of RECORD that fit, each real-world event once, in the order of their days."""
    chosen = filters.taken(options)
    from dateline.record import counts

    with records.opened(record) as store:
        found = counts.timeline(store, chosen)
    rows.show(options["format"], _HEADINGS, _cells(found))


def _cells(found: Iterable[Reconciled]) -> Iterator[tuple[Any, ...]]:
    for event in found:
        fields = {f.name: f.versions[0].value for f in event.fields}
        killed = next((f"{t.lowest}–{t.highest}".replace(f"{t.highest}–{t.highest}", str(t.highest))
                       for t in event.tolls if t.kind == "killed"), None)  # fmt: skip
        named = (fields.get(name) for name in ("who", "to whom", "where"))
        yield event.date, event.enddate, event.type, *named, killed, event.witnesses, event.articles, event.link
