"""`dateline compare`: one event as its witnesses tell it, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from dateline.cli import records, rows, table

if TYPE_CHECKING:
    from dateline.record.reconcile import Reconciled, Telling, Toll, Version

_EXAMPLES = """\b
Examples:
  dateline compare record.db 1f0c9a5be2d37741
  dateline compare record.db 1f0c9a5be2d37741 --format json
"""
_HEADINGS = ("field", "version", "witnesses", "who tells it")


@click.command(epilog=_EXAMPLES)
@records.argument
@click.argument("link")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def compare(record: str, link: str, form: str) -> None:
    """Print what each witness tells of the event LINK (a link, or the id of any of its mentions) in RECORD."""
    from dateline.record import reconcile

    with records.opened(record) as store:
        event = reconcile.of_link(store, link)
    if event is None:
        raise click.ClickException(f"{link}: the record has no such link or event")
    if form == "json":
        click.echo(json.dumps(msgspec.to_builtins(event), ensure_ascii=False))
        return
    if form == "table":
        table.console().print(heading(event), markup=False)
    rows.show(form, _HEADINGS, _cells(event))


def heading(event: Reconciled) -> str:
    """The event in a line: what, when, how many tell it."""
    told = f"{event.witnesses} witness{'es' if event.witnesses != 1 else ''}, {event.articles} printed"
    return " · ".join(filter(None, (event.type, event.date, told, ", ".join(event.outlets))))


def _cells(event: Reconciled) -> Iterator[tuple[str, str, int, str]]:
    for field in event.fields:
        for version in field.versions:
            mark = "" if field.agreed else " ≠"
            yield f"{field.name}{mark}", version.value, version.witnesses, _tellers(version)
    for toll in event.tolls:
        yield f"{toll.kind} over time", _range(toll), len(toll.told), _over_time(toll)


def _tellers(version: Version) -> str:
    return "; ".join(dict.fromkeys(map(_teller, version.tellings)))


def _teller(telling: Telling) -> str:
    said = ", ".join(f"{source or 'somebody'} {stance}" for source, stance in telling.according_to)
    doubt = " (in doubt)" if telling.hedged else ""
    name = " ".join(filter(None, (telling.outlet or telling.url or "?", telling.published)))
    return f"{name}{f': {said}' if said else ''}{doubt}"


def _range(toll: Toll) -> str:
    return str(toll.lowest) if toll.lowest == toll.highest else f"{toll.lowest}–{toll.highest}"


def _over_time(toll: Toll) -> str:
    return "; ".join(f"{day or '?'} {_bounds(low, high)} ({outlet or '?'})" for day, low, high, outlet in toll.told)


def _bounds(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{'?' if low is None else low}–{'?' if high is None else high}"
