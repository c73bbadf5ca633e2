"""A record as an argument of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.record.errors import StoreError

if TYPE_CHECKING:
    from dateline.record.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])


def argument(command: Command) -> Command:
    """Adds the argument RECORD."""
    return click.argument("record", metavar="RECORD")(command)


@contextmanager
def opened(record: str) -> Iterator[Store]:
    """The record, open; what goes wrong with it becomes the command's one line."""
    from dateline.record.store import Store  # the database's library takes a moment: only where it is needed

    try:
        with Store(record) as store:
            yield store
    except StoreError as error:
        raise click.ClickException(str(error)) from error
