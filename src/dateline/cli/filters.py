"""The options by which commands choose among a record's events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from dateline.model.document import STATUSES

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        return dt.date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day of the form YYYY-MM-DD", ctx, param) from None


def _statuses(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    for status in value.split(",") if value else ():
        if status not in STATUSES:
            raise click.BadParameter(f"{status!r} is none of {', '.join(STATUSES)}", ctx, param)
    return value


_OPTIONS = (
    click.option("--actor", help="Who did it: an ISO or IGO code (IRN, IGO) or part of a name."),
    click.option("--recipient", help="To whom it was done: a code or part of a name."),
    click.option("--party", help="On either side: a code or part of a name."),
    click.option("--dyad", nargs=2, help="Actor and recipient: two codes or parts of names."),
    click.option("--type", help="PLOVER types, commas between several, e.g. ASSAULT,PROTEST."),
    click.option("--mode", help="PLOVER mode, e.g. aerial."),
    click.option("--quad", help="Quad codes of the codebook (1 to 4), commas between several."),
    click.option("--place", help="Part of the place's name."),
    click.option("--geonameid", type=int, help="The place, by its GeoNames id."),
    click.option("--country", help="ISO alpha-3 codes of where it took place, commas between several."),
    click.option("--since", callback=_day, metavar="YYYY-MM-DD", help="Not over before this day."),
    click.option("--until", callback=_day, metavar="YYYY-MM-DD", help="Begun by this day."),
    click.option("--undated/--dated", default=None, help="Only events without a day, or with one."),
    click.option("--source", help="Part of the outlet's name."),
    click.option("--said-by", help="Part of the name of who is quoted for it."),
    click.option("--status", callback=_statuses, help=f"{', '.join(STATUSES)}; commas between several."),
    click.option("--hedged/--not-hedged", default=None, help="Only what the article doubts, or does not."),
    click.option("--text", help="Words that its sentence holds."),
    click.option("--link", help="Only mentions of this event."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out events less sure than this."),
    click.option(
        "--min-witnesses",
        "--least-witnesses",
        "min_witnesses",
        type=click.IntRange(min=1),
        help="Told by so many witnesses, or more.",
    ),
)


def options(command: Command) -> Command:
    """Adds the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def taken(options: dict[str, Any]) -> Any:
    """The filters of a command's options; what is left in `options` is the command's own."""
    from dateline.record.ask import Filters  # the database's library takes a moment: only where a record is asked

    return Filters(**{name: options.pop(name) for name in Filters.__struct_fields__ if name in options})
