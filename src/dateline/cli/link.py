"""`dateline link`: what a person says about which events are the same."""

from __future__ import annotations

import getpass

import click

from dateline.cli import records

_EXAMPLES = """\b
Examples:
  dateline link record.db 1f0c9a5be2d37741 9b27c01d55e6aa03            # they are one event
  dateline link record.db 1f0c9a5be2d37741 9b27c01d55e6aa03 --apart    # they are not
  dateline link record.db 1f0c9a5be2d37741 9b27c01d55e6aa03 --forget   # let dateline decide again
"""


@click.command(epilog=_EXAMPLES)
@records.argument
@click.argument("one")
@click.argument("other")
@click.option("--apart", is_flag=True, help="They are two events.")
@click.option("--forget", is_flag=True, help="Take back what was said of the two.")
@click.option("--author", help="Who says so; by default your login name.")
def link(record: str, one: str, other: str, apart: bool, forget: bool, author: str | None) -> None:
    """Say that the events ONE and OTHER (their ids) of RECORD are the same. No reading ever overrules it."""
    same = None if forget else not apart
    try:
        with records.opened(record) as store:
            store.judge(one, other, same, author or getpass.getuser())
    except ValueError as error:
        raise click.ClickException(str(error)) from error
