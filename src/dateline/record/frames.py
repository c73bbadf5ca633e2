"""The record as data frames: Polars or pandas, whichever is installed (`pip install 'dateline[polars]'`)."""

from __future__ import annotations

import importlib
from typing import Any, Literal

from dateline.model.document import Event
from dateline.record import ask, counts
from dateline.record.ask import Filters, Sort
from dateline.record.counts import Dimension
from dateline.record.store import Store

Library = Literal["polars", "pandas"]


def events(store: Store, filters: Filters | None = None, sort: Sort = "date", library: Library = "polars") -> Any:
    """The events that fit as a frame, one a row. Raises ImportError where the library is not installed."""
    return _frame([_row(e) for e in ask.events(store, filters or Filters(), sort)], _COLUMNS, library)


def stats(store: Store, by: Dimension, filters: Filters | None = None, library: Library = "polars") -> Any:
    """Counts as a frame: value, events, mentions. Raises ImportError where the library is not installed."""
    found = [{by: c.value, "events": c.events, "mentions": c.mentions} for c in counts.stats(store, by, filters)]
    return _frame(found, (by, "events", "mentions"), library)


_COLUMNS = (
    "id", "link", "type", "mode", "date", "enddate", "actor", "recipient", "place", "country", "lat", "lon",
    "killed_low", "killed_high", "status", "hedged", "confidence", "outlet", "published", "url",
)  # fmt: skip


def _row(event: Event) -> dict[str, Any]:
    place, cite = event.event_loc, event.cite_info
    killed = [f for f in event.size if f.kind == "killed"]
    values = (
        event.id, event.link, event.event[0], " ".join(event.mode), event.date, event.enddate,
        "; ".join(a.called for a in event.actor),
        "; ".join(a.called for a in event.recipient),
        place and place.resolved_place, place and place.country_code, place and place.lat, place and place.lon,
        killed[0].low if killed else None, killed[0].high if killed else None,
        event.status, event.hedged, event.confidence, cite.publication, cite.date, cite.url,
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _frame(rows: list[dict[str, Any]], columns: tuple[str, ...], library: Library) -> Any:
    module = importlib.import_module(library)
    return module.DataFrame({name: [row[name] for row in rows] for name in columns})
