"""What people decided: fields of events set by hand, and events said to be, or not to be, the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from dateline.codebook import load as load_codebook
from dateline.linking.cluster import pair
from dateline.model.document import Event
from dateline.record import checks, rows
from dateline.record.shelf import Tables
from dateline.record.tables import CLAIM, EDIT, EVENT, FIGURE, JUDGEMENT, PARTY

_TAKEN_BACK = ""
"""In place of a value: the field is as it was read."""


def edit(db: sa.Connection, event: str, field: str, value: object, author: str) -> None:
    """Keeps a decision. Raises ValueError where there is no such event or field, or the value does not fit it."""
    found = _event(db, event)
    checks.known(field)
    text = msgspec.json.encode(value).decode()
    try:
        checks.check(field, _set(found, _changes(db, [event]).get(event, {}) | {field: text}))
    except msgspec.ValidationError as error:
        raise ValueError(f"{field}: {error}") from error
    _keep(db, event, field, text, author)


def undo(db: sa.Connection, event: str, field: str, author: str) -> None:
    """Takes back what was set for a field. Raises ValueError where nothing was."""
    _event(db, event)
    if field not in _changes(db, [event]).get(event, {}):
        raise ValueError(f"{field}: nobody set it for {event}")
    _keep(db, event, field, _TAKEN_BACK, author)


def _event(db: sa.Connection, event: str) -> Event:
    row = db.execute(sa.select(EVENT.c.link, EVENT.c.body).where(EVENT.c.id == event)).mappings().first()
    if row is None:
        raise ValueError(f"{event}: no such event")
    return rows.event(dict(row))


def _keep(db: sa.Connection, event: str, field: str, text: str, author: str) -> None:
    row = {"event": event, "field": field, "value": text, "author": author, "made": _now()}
    db.execute(sa.insert(EDIT).values(**row))
    follow(db, [event])


def follow(db: sa.Connection, events: Sequence[str]) -> None:
    """Brings what is asked for (columns, parties, figures, claims) in line with what people set, or took back."""
    query = sa.select(EDIT.c.event).where(EDIT.c.event.in_(events)).distinct()
    for event in applied(db, [_event(db, name) for name in sorted(db.execute(query).scalars())]):
        db.execute(sa.update(EVENT).where(EVENT.c.id == event.id).values(**rows.columns(event)))
        made = (PARTY, list(rows.parties(event))), (FIGURE, rows.figures(event)), (CLAIM, rows.claims(event))
        for table, those in made:
            db.execute(sa.delete(table).where(table.c.event == event.id))
            if those:
                db.execute(sa.insert(table), those)


def judge(db: sa.Connection, shelf: Tables, both: tuple[str, str], same: bool | None, author: str) -> None:
    """Keeps a judgement and brings the links up to date. Raises ValueError where an event is unknown."""
    from dateline.record.writing import relink

    known = set(db.execute(sa.select(EVENT.c.id).where(EVENT.c.id.in_(both))).scalars())
    for event in both:
        if event not in known:
            raise ValueError(f"{event}: no such event")
    a, b = pair(*both)
    db.execute(sa.insert(JUDGEMENT).values(a=a, b=b, same=same, author=author, made=_now()))
    relink(db, shelf, both)


def applied(db: sa.Connection, events: Sequence[Event]) -> list[Event]:
    """The events with their edited fields; of several edits of a field the last one counts."""
    if db.execute(sa.select(EDIT.c.id).limit(1)).first() is None:
        return list(events)
    changes = _changes(db, [e.id for e in events])
    return [_set(e, changes[e.id]) if changes.get(e.id) else e for e in events]


def _changes(db: sa.Connection, events: Sequence[str]) -> dict[str, dict[str, str]]:
    """For each event the fields that people set, in JSON."""
    found: dict[str, dict[str, str]] = {}
    for i in range(0, len(events), 500):
        query = sa.select(EDIT.c.event, EDIT.c.field, EDIT.c.value).where(EDIT.c.event.in_(events[i : i + 500]))
        for event, field, value in db.execute(query.order_by(EDIT.c.id)):
            found.setdefault(event, {})[field] = value
    return {e: {f: v for f, v in those.items() if v != _TAKEN_BACK} for e, those in found.items()}


def _set(event: Event, changes: dict[str, str]) -> Event:
    """The event with these fields, and with those that follow from its type where nobody set them."""
    fields = msgspec.to_builtins(event) | {f: msgspec.json.decode(v) for f, v in changes.items()}
    changed = msgspec.convert(fields, Event)
    book, name = load_codebook(), next(iter(changed.event), "")
    if not changes.keys() & {"event", "mode"} or name not in book.events:
        return changed
    modes = changed.mode if "mode" in changes else tuple(m for m in changed.mode if m in book.modes(name))
    implied = {"mode": modes, "quad_code": book.quad(name), "event_scale": book.scale(name, modes)}
    return replace(changed, **{f: v for f, v in implied.items() if f not in changes})


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
