"""`dateline export`: the record in the formats that others use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dateline import export as exports
from dateline.export import BadInput, ExportError, Reading, Tally

_EXAMPLES = """\b
Examples:
  dateline export --list
  dateline export --format acled-csv record.db -o events.csv
  dateline export --format geojson events.jsonl -o events.geojson
  dateline export --format brat documents.jsonl -o annotations/
  dateline read news/ --format jsonl | dateline export --format cameo-csv --hxl - > dyads.csv
"""


def _list(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        names = exports.names()
        width = max(map(len, names))
        for name in names:
            click.echo(f"{name:{width}}  {exports.load(name).summary}")
        ctx.exit()


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True)
@click.option("--format", "name", required=True, metavar="NAME", help="One of those that --list shows.")
@click.option(
    "-o", "--output", default="-", show_default=True, help="The file (or folder) to write; - is the terminal."
)
@click.option("--hxl", is_flag=True, help="Add a row of HXL tags below the headings of a table.")
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the formats.")
def export(inputs: tuple[str, ...], name: str, output: str, hxl: bool) -> None:
    """Write the events of INPUTS in another format.

    INPUTS are records (`dateline read --into`), files of events or annotated documents (`dateline read --format jsonl`
    or `document`), or - for standard input. What each format keeps and loses: docs/exports.md.
    """
    complaints = _Complaints()
    try:
        form = exports.load(name)
        _check(form, output, hxl, inputs)
        out = sys.stdout.buffer if output == "-" else Path(output)
        tally = exports.export(complaints.passed_over(inputs), form, out, hxl=hxl)
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    click.echo(_report(tally, output), err=True)
    if complaints.count:
        raise click.exceptions.Exit(1)


def _check(form: exports.Format, output: str, hxl: bool, inputs: tuple[str, ...]) -> None:
    if hxl and not form.hxl:
        raise ExportError("only tables have a row of HXL tags; this format is none")
    if form.binary and output == "-" and sys.stdout.isatty():
        raise ExportError("this format is not for a terminal: name a file with -o")
    if output != "-" and any(i != "-" and Path(i).resolve() == Path(output).resolve() for i in inputs):
        raise ExportError(f"{output}: is an input, too")


class _Complaints:
    """Says each bad input in one line, and counts them."""

    count = 0

    def passed_over(self, inputs: tuple[str, ...]) -> Iterator[Reading]:
        """The readings of all inputs; `-` is standard input."""
        for name in inputs:
            path = None if name == "-" else Path(name)
            for found in exports.open_readings(path, sys.stdin.buffer):
                if isinstance(found, BadInput):
                    self.count += 1
                    click.echo(f"dateline: {found.message}", err=True)
                else:
                    yield found


def _report(tally: Tally, output: str) -> str:
    """What was written, and what was left out for which reason."""
    left: list[Any] = [f"{count} {reason}" for reason, count in tally.left_out.most_common()]
    rest = f"; left out: {', '.join(left)}" if left else ""
    return f"dateline: {tally.rows} written{'' if output == '-' else f' to {output}'}{rest}"
