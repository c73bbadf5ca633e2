"""Whether a value fits a field of an event: its form, the codebook's names, days, shares."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import msgspec

from dateline.codebook import Codebook
from dateline.codebook import load as load_codebook
from dateline.model.document import Event
from dateline.model.mentions import Entity

FIXED = frozenset({"id", "link", "cite_info", "text_info"})
"""Fields that say which event it is and where it stands: never edited."""
SETTABLE = tuple(f for f in Event.__struct_fields__ if f not in FIXED and f != "why")


def known(field: str) -> None:
    """Raises ValueError where an event has no such field, or none that can be set."""
    if field not in SETTABLE:
        raise ValueError(f"{field}: no field of an event that can be set; those are {', '.join(SETTABLE)}")


def value_of(field: str, words: str) -> Any:
    """What somebody writes for a field: JSON, or plain words, several between commas where the field holds several.

    Raises ValueError where the field cannot hold it.
    """
    known(field)
    form = next(f.type for f in msgspec.structs.fields(Event) if f.name == field)
    problem = "does not fit"
    for value in _readings(words):
        try:
            msgspec.convert(value, form)
        except msgspec.ValidationError as error:
            problem = str(error)
        else:
            return value
    raise ValueError(f"{field}: {words}: {problem}")


def _readings(words: str) -> Iterator[Any]:
    with contextlib.suppress(msgspec.DecodeError):
        yield msgspec.json.decode(words)
    yield [w.strip() for w in words.split(",")]
    yield words


def check(field: str, event: Event) -> None:
    """Raises ValueError where what the field of an event now holds makes no sense, whatever its form."""
    for problem in _CHECKS.get(field, _nothing)(event, load_codebook()):
        raise ValueError(f"{field}: {problem}")


def _nothing(event: Event, book: Codebook) -> Iterable[str]:
    return ()


def _unknown(names: Iterable[str], allowed: Collection[str]) -> Iterator[str]:
    yield from (f"{n} is none of {', '.join(allowed)}" for n in names if n not in allowed)


def _types(event: Event, book: Codebook) -> Iterator[str]:
    if not event.event:
        yield "an event has a type"
    yield from _unknown(event.event, book.events)


def _modes(event: Event, book: Codebook) -> Iterator[str]:
    return _unknown(event.mode, book.modes(event.event[0]))


def _days(event: Event, book: Codebook) -> Iterator[str]:
    for day in filter(None, (event.date, event.enddate)):
        try:
            dt.date.fromisoformat(day)
        except ValueError:
            yield f"{day} is not a day of the form YYYY-MM-DD"
    if event.date and event.enddate and event.date > event.enddate:
        yield f"{event.date} is after the last day, {event.enddate}: set that first"


def _parties(parties: Iterable[Entity], book: Codebook) -> Iterator[str]:
    return _unknown((s for p in parties for s in p.sector), book.sectors)


def _between(number: float | None, low: float, high: float) -> Iterator[str]:
    if number is not None and not low <= number <= high:
        yield f"{number} is not between {low:g} and {high:g}"


_CHECKS: dict[str, Callable[[Event, Codebook], Iterable[str]]] = {
    "event": _types,
    "mode": _modes,
    "context": lambda e, book: _unknown(e.context, book.contexts),
    "quad_code": lambda e, book: _unknown(filter(None, [e.quad_code]), book.quads),
    "event_scale": lambda e, _: _between(e.event_scale, -10, 10),
    "confidence": lambda e, _: _between(e.confidence, 0, 1),
    "date": _days,
    "enddate": _days,
    "actor": lambda e, book: _parties(e.actor, book),
    "recipient": lambda e, book: _parties(e.recipient, book),
}
