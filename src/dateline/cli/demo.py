"""`dateline demo`: the shipped example articles, read with nothing to prepare."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click
from msgspec.structs import replace

from dateline.cli import output
from dateline.cli.prepare import prepare
from dateline.intake import IntakeOptions, Refusal, open_sources
from dateline.reading.reader import Reader, Settings


@click.command(epilog="\b\nExamples:\n  dateline demo\n  dateline demo --explain")
@output.options
def demo(**shape: object) -> None:
    """Read the example articles that come with dateline (invented incidents) and print their record."""
    writer = output.Writer(output.Shape(**shape))  # type: ignore[arg-type]
    prepare()
    reader = Reader(Settings())
    with resources.as_file(resources.files("dateline").joinpath("examples")) as folder:
        for source in open_sources([str(folder)], IntakeOptions()):
            if isinstance(source, Refusal):
                raise click.ClickException(f"{source.name}: {source.cause}")
            writer.write(reader.read(replace(source, url=Path(source.url or "").name)))
