"""`dateline stats`: counts over a record, as a table, CSV, JSON Lines or a chart."""

from __future__ import annotations

from typing import Any

import click

from dateline.cli import chart, filters, records, rows

_EXAMPLES = """\b
Examples:
  dateline stats record.db --by week --type ASSAULT
  dateline stats record.db --by country --format csv > countries.csv
  dateline stats record.db --by month --party Taliban --format svg > months.svg
"""
_BY = ("day", "week", "month", "year", "type", "country", "status", "outlet")


@click.command(epilog=_EXAMPLES)
@records.argument
@click.option("--by", type=click.Choice(_BY), default="week", show_default=True)
@filters.options
@click.option("--format", type=click.Choice(["table", "csv", "jsonl", "svg"]), default="table", show_default=True)
def stats(record: str, by: Any, **options: Any) -> None:
    """Count the events of RECORD that fit. Each real-world event counts once, however many tell it."""
    chosen = filters.taken(options)
    from dateline.record import counts

    with records.opened(record) as store:
        found = counts.stats(store, by, chosen)
    if options["format"] == "svg":
        click.echo(chart.bars(f"Events by {by}", [(c.value or "unknown", c.events) for c in found]))
        return
    rows.show(options["format"], (by, "events", "mentions"), [(c.value, c.events, c.mentions) for c in found])
