"""What the very first run needs: the gazetteer, built once, with its steps told on standard error."""

from __future__ import annotations

import sys

import click

from dateline.knowledge import Knowledge


def prepare() -> None:
    """Builds the gazetteer where it is missing. One line of what it does; on a terminal each step.

    Raises ClickException where the cache folder cannot be written.
    """
    places = Knowledge().places
    if places.is_ready:
        return
    click.echo("dateline: building the gazetteer (once, some ten seconds)", err=True)
    places.progress = _step if sys.stderr.isatty() else None
    try:
        places.gazetteer  # noqa: B018 - the first look builds it
    except OSError as error:
        raise click.ClickException(f"cannot build the gazetteer: {error} (DATELINE_CACHE names its folder)") from error


def _step(label: str, step: int, steps: int) -> None:
    click.echo(f"  {step}/{steps} {label}", err=True)
