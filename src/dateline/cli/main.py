"""`dateline`: the commands, one module each."""

from __future__ import annotations

import sys

import click

from dateline.cli.compare import compare
from dateline.cli.demo import demo
from dateline.cli.edit import edit
from dateline.cli.events import events
from dateline.cli.export import export
from dateline.cli.link import link
from dateline.cli.read import read
from dateline.cli.schema import schema
from dateline.cli.serve import serve
from dateline.cli.show import show
from dateline.cli.stats import stats
from dateline.cli.timeline import timeline


@click.group(
    epilog="\b\nExamples:\n  dateline demo\n  dateline read report.txt --published 2022-01-02"
    "\n  dateline read news/ --into record.db && dateline show record.db",
)
@click.version_option(package_name="dateline")
def cli() -> None:
    """Reads news reports and keeps the record: who did what to whom, where, when, how many, and who says so."""


for command in (read, show, events, compare, timeline, stats, link, edit, serve, export, demo, schema):
    cli.add_command(command)


def main() -> None:
    """The entry point. Ctrl-C ends with status 130 and one line, never with a traceback."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("dateline: interrupted; what was finished is kept", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
