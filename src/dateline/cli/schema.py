"""`dateline schema`: the JSON Schema of what `dateline read` puts out."""

from __future__ import annotations

import json

import click

from dateline.model import encode


@click.command(epilog="\b\nExample:\n  dateline schema > dateline.schema.json")
def schema() -> None:
    """Print the JSON Schema of the record."""
    click.echo(json.dumps(encode.schema(), indent=2))
