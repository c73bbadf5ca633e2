"""What a person was on a given day: in office, or out of it."""

from __future__ import annotations

import msgspec

from dateline.knowledge.actors import Actor, Actors
from dateline.knowledge.base import Knowledge
from dateline.model.mentions import Entity

_LED = "administration:"
_LEFT = frozenset({"GOV", "LEG", "JUD", "COP", "SPY", "ELI"})
"""Offices one leaves to become a former official; commanders, rebels, clerics stay what they were."""


def as_of(entity: Entity, day: str | None, knowledge: Knowledge) -> Entity:
    """The entity with country and sector as they were on the ISO day (null: unchanged).

    A person of the knowledge base has the sector of the term that covers the day, ELI after an office has ended; so has
    a group that changed its side (rebels who came to power). Everyone and everything else stays as it is.
    """
    if not day or entity.identifier_id is None:
        return entity
    actor = knowledge.actors.by_id.get(entity.identifier_id.removeprefix(_LED))
    if actor is None or not actor.terms:
        return entity
    sector, code, why = settled(actor, day)
    if sector is None:
        return entity
    return msgspec.structs.replace(entity, sector=(sector,) if sector else (), code=code, why=why)


def settled(actor: Actor, day: str) -> tuple[str | None, str | None, str]:
    """Sector (null: not known), country and reason for a person or group on an ISO day."""
    term = actor.term_on(day)
    if term:
        return term.sector, term.country, f"{term.office or 'role'} on {day}"
    last = max((t for t in actor.terms if t.start <= day), key=lambda t: t.start, default=None)
    if last and last.sector in _LEFT:
        return "ELI", actor.country, f"out of office on {day}"
    if last:
        return last.sector, last.country, f"last known role before {day}"
    if actor.party:
        return "PTY", actor.country, f"before the first office, on {day}"
    return None, actor.country, "nothing known for the day"


def default_sector(actor: Actor, day: str, actors: Actors) -> tuple[str, str]:
    """The sector on the day of publication; without one the first term listed."""
    del actors
    if day:
        sector, _, why = settled(actor, day)
        if sector is not None:
            return sector, why
    return actor.sector, "first role listed, the day is not known"
