"""`dateline`: the commands, one module each."""

from __future__ import annotations

import importlib
import sys

import click

COMMANDS = (
    "read", "show", "events", "compare", "timeline", "stats", "link", "edit", "serve", "export", "demo", "schema",
)  # fmt: skip
"""One module of this package each, which has the command under its own name."""


class Commands(click.Group):
    """Loads a command's module when it is asked for: `dateline events` does not wait for the reader's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"dateline.cli.{cmd_name}"), cmd_name)
        return command


@click.group(
    cls=Commands,
    epilog="\b\nExamples:\n  dateline demo\n  dateline read report.txt --published 2022-01-02"
    "\n  dateline read news/ --into record.db && dateline show record.db",
)
@click.version_option(package_name="dateline")
def cli() -> None:
    """Reads news reports and keeps the record: who did what to whom, where, when, how many, and who says so."""


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
