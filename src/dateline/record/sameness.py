"""Which events of a new reading are those of an earlier one, so that they keep their ids."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.model.document import Event


def with_kept_ids(events: Sequence[Event], old: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each with the id of the earlier event that it is; ids are unique within the article."""
    free = {e.id: e for e in old}
    ids: list[str | None] = [free.pop(e.id).id if e.id in free else None for e in events]
    for number, event in enumerate(events):
        if ids[number] is None:
            same = max(free.values(), key=lambda e: (_closeness(event, e), e.id), default=None)
            if same is not None and _closeness(event, same) > 0:
                ids[number] = free.pop(same.id).id
    return _unique([replace(e, id=i or e.id) for e, i in zip(events, ids, strict=True)])


def _closeness(a: Event, b: Event) -> float:
    """Above 0 where two readings of one article name one event: by overlapping words, of one type or one side of the
    codebook."""
    if a.event[0] != b.event[0] and a.quad_code != b.quad_code:
        return 0.0
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.event_text for y in b.event_text)
    return shared * (2.0 if a.event[0] == b.event[0] else 1.0)


def _unique(events: Sequence[Event]) -> tuple[Event, ...]:
    seen: dict[str, int] = {}
    found = []
    for event in events:
        seen[event.id] = seen.get(event.id, 0) + 1
        found.append(event if seen[event.id] == 1 else replace(event, id=f"{event.id}-{seen[event.id]}"))
    return tuple(found)
