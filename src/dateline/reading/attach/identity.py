"""Which event this is: stable ids, and links between the mentions of one real-world event in one article."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from dateline.model.document import Event
from dateline.model.mentions import Entity
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed

_LINKED = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "CONSULT", "AGREE", "SANCTION", "AID"})
"""Types whose repeated mention in one article usually is one event; statements are usually several."""


def event_id(parsed: Parsed, candidate: Candidate) -> str:
    """The same words of the same article give the same id, whenever they are read."""
    token = parsed.tokens[candidate.trigger[0]]
    key = f"{parsed.article.url}\n{parsed.text}\n{token.start}-{token.end} {candidate.event}"
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def with_links(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Each event with the id of the first event of its article that is the same real-world event."""
    linked: list[Event] = []
    for event in events:
        first = next((e for e in linked if _same(e, event)), None)
        linked.append(replace(event, link=first.link if first else event.id))
    return tuple(linked)


def _same(a: Event, b: Event) -> bool:
    if a.event[0] != b.event[0] or a.event[0] not in _LINKED or a.status != b.status:
        return False
    if not _days_meet(a, b) or not _places_meet(a, b):
        return False
    return _share(a.recipient, b.recipient) or (not (a.recipient and b.recipient) and _share(a.actor, b.actor))


def _days_meet(a: Event, b: Event) -> bool:
    if a.date is None or b.date is None:
        return False
    return a.date <= (b.enddate or b.date) and b.date <= (a.enddate or a.date)


def _places_meet(a: Event, b: Event) -> bool:
    if a.event_loc is None or b.event_loc is None:
        return True
    return a.event_loc.country_code == b.event_loc.country_code


def _share(these: tuple[Entity, ...], those: tuple[Entity, ...]) -> bool:
    return bool({_name(e) for e in these} & {_name(e) for e in those})


def _name(entity: Entity) -> str:
    return entity.identifier_id or (entity.identifier_text or entity.entity_text).casefold()
