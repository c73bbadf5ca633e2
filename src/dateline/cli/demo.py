"""`dateline demo`: the shipped example articles, read with nothing to prepare."""

from __future__ import annotations

from importlib import resources

import click

from dateline.cli import output
from dateline.intake import IntakeOptions, Refusal, open_sources
from dateline.reading.reader import Reader, Settings


@click.command(epilog="\b\nExamples:\n  dateline demo\n  dateline demo --explain")
@output.options
def demo(**shape: object) -> None:
    """Read the example articles that come with dateline (invented incidents) and print their record."""
    writer = output.Writer(output.Shape(**shape))  # type: ignore[arg-type]
    folder = resources.files("dateline").joinpath("examples")
    with resources.as_file(folder) as path:
        for source in open_sources([str(path)], IntakeOptions()):
            if isinstance(source, Refusal):
                raise click.ClickException(f"{source.name}: {source.cause}")
            writer.write(Reader(Settings()).read(source))
