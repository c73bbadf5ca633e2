"""What people decided: fields of events set by hand, and events said to be, or not to be, the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from dateline.linking.cluster import pair
from dateline.model.document import Event
from dateline.record.shelf import Tables
from dateline.record.tables import EDIT, EVENT, JUDGEMENT

FIXED = frozenset({"id", "link", "cite_info", "text_info"})
"""Fields that say which event it is and where it stands: never edited."""


def edit(db: sa.Connection, event: str, field: str, value: object, author: str) -> None:
    """Keeps a decision. Raises ValueError where there is no such event or field, or the value does not fit it."""
    body = db.execute(sa.select(EVENT.c.body).where(EVENT.c.id == event)).scalar()
    if body is None:
        raise ValueError(f"{event}: no such event")
    if field in FIXED or field not in Event.__struct_fields__:
        raise ValueError(f"{field}: no field of an event that can be set")
    text = msgspec.json.encode(value).decode()
    try:
        _set(msgspec.json.decode(body), {field: text})
    except msgspec.ValidationError as error:
        raise ValueError(f"{field}: {error}") from error
    row = {"event": event, "field": field, "value": text, "author": author, "made": _now()}
    db.execute(sa.insert(EDIT).values(**row))


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
    changes: dict[str, dict[str, str]] = {}
    names = [e.id for e in events]
    for i in range(0, len(names), 500):
        query = sa.select(EDIT.c.event, EDIT.c.field, EDIT.c.value).where(EDIT.c.event.in_(names[i : i + 500]))
        for event, field, value in db.execute(query.order_by(EDIT.c.id)):
            changes.setdefault(event, {})[field] = value
    return [_set(msgspec.to_builtins(e), changes[e.id]) if e.id in changes else e for e in events]


def _set(event: dict[str, Any], changes: dict[str, str]) -> Event:
    return msgspec.convert(event | {f: msgspec.json.decode(v) for f, v in changes.items()}, Event)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
