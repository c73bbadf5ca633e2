"""Counts over the record, and its events in the order of their days: by links, so that an event counts once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal

import sqlalchemy as sa
from msgspec import Struct

from dateline.record.ask import Filters, narrow, query
from dateline.record.opening import told
from dateline.record.reconcile import Reconciled, reconciled, tellings
from dateline.record.store import Store
from dateline.record.tables import ARTICLE, EVENT, SOURCE

Dimension = Literal["day", "week", "month", "year", "type", "country", "status", "outlet"]


class Count(Struct, frozen=True):
    """How many events, told in how many mentions, fall to `value` (None: not known)."""

    value: str | None
    events: int
    mentions: int


def _week(day: str) -> str:
    year, week, _ = dt.date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02}"


_DAYS: dict[str, Callable[[str], str]] = {
    "day": lambda d: d,
    "week": _week,
    "month": lambda d: d[:7],
    "year": lambda d: d[:4],
}


def stats(store: Store, by: Dimension, filters: Filters | None = None) -> list[Count]:
    """Counts by day, week, month or year of the events, in order of time; by anything else, most first."""
    column = EVENT.c.date if by in _DAYS else _outlet() if by == "outlet" else EVENT.c[by]
    with told(store.target), store.db.begin():
        ask_for = query if by == "outlet" else narrow
        mentions = store.db.execute(ask_for(store.db, filters or Filters(), column, EVENT.c.link)).all()
    links: dict[Any, set[str]] = {}
    counts: dict[Any, int] = {}
    for value, link in mentions:
        bucket = _DAYS[by](value) if by in _DAYS and value else value
        links.setdefault(bucket, set()).add(link)
        counts[bucket] = counts.get(bucket, 0) + 1
    found = [Count(value, len(those), counts[value]) for value, those in links.items()]
    if by in _DAYS:
        return sorted(found, key=lambda c: (c.value is None, c.value))
    return sorted(found, key=lambda c: (-c.events, c.value is None, c.value))


def _outlet() -> sa.ColumnElement[Any]:
    return sa.select(SOURCE.c.name).where(SOURCE.c.id == ARTICLE.c.source).scalar_subquery()


def timeline(store: Store, filters: Filters | None = None) -> list[Reconciled]:
    """The events that fit, each once, in the order of their days; those without one come last."""
    with told(store.target), store.db.begin():
        links = store.db.execute(narrow(store.db, filters or Filters(), EVENT.c.link).distinct()).scalars().all()
        found = [reconciled(link, those) for link, those in tellings(store.db, links).items()]
    return sorted(found, key=lambda r: (r.date is None, r.date or "", r.link))
