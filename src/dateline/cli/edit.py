"""`dateline edit`: what a person sets for a field of an event."""

from __future__ import annotations

import getpass

import click

from dateline.cli import records

_EXAMPLES = """\b
Examples:
  dateline edit record.db 1f0c9a5be2d37741 date 2022-01-02
  dateline edit record.db 1f0c9a5be2d37741 mode explosives,suicide-attack
  dateline edit record.db 1f0c9a5be2d37741 actor '[{"entity_text": "Taliban", "code": "AFG", "sector": ["REB"]}]'
  dateline edit record.db 1f0c9a5be2d37741 event_loc null
  dateline edit record.db 1f0c9a5be2d37741 date --undo    # as it was read
"""


@click.command(epilog=_EXAMPLES)
@records.argument
@click.argument("event")
@click.argument("field")
@click.argument("value", required=False)
@click.option("--undo", is_flag=True, help="Take back what was set: the field is as it was read.")
@click.option("--author", help="Who says so; by default your login name.")
def edit(record: str, event: str, field: str, value: str | None, undo: bool, author: str | None) -> None:
    """Set FIELD of EVENT (its id) of RECORD to VALUE: plain words or JSON. No reading ever overrules it.

    The fields are those of events in `dateline schema` but for what says which event it is. Of an event whose type is
    set, quad class, scale and modes follow unless they were set, too.
    """
    if undo == (value is not None):
        raise click.UsageError("Give a VALUE or --undo.")
    from dateline.record import checks  # the codebook takes a moment: only where it is needed

    try:
        with records.opened(record) as store:
            if undo or value is None:
                store.undo(event, field, author or getpass.getuser())
            else:
                store.decide(event, field, checks.value_of(field, value), author or getpass.getuser())
    except ValueError as error:
        raise click.ClickException(str(error)) from error
