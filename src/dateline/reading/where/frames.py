""" "Name, Container": a town followed by the subdivision or country it lies in."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.places.spot import ADMIN1, ADMIN2, COUNTRY, Spot
from dateline.reading.where.context import Context
from dateline.reading.where.propose import Proposal

Holders = dict[int, tuple[Spot, ...]]
"""By the token that a name begins with: the countries and subdivisions it could be."""


def holders_of(proposals: Iterable[Proposal]) -> Holders:
    """The countries and subdivisions proposed, by first token; the longest name counts."""
    found: Holders = {}
    for p in proposals:
        if p.first not in found:
            units = tuple(s for s in p.spots if s.level in (COUNTRY, ADMIN1, ADMIN2))
            if units:
                found[p.first] = units
    return found


def holds(unit: Spot, spot: Spot) -> bool:
    """Whether `spot` lies in the country or subdivision `unit`."""
    if unit.cc != spot.cc or unit.id == spot.id:
        return False
    return unit.level == COUNTRY or unit.id in (spot.admin1, spot.admin2)


def container(p: Proposal, context: Context, holders: Holders) -> tuple[Spot, ...]:
    """The units that the proposal's name is followed by: after a comma, in brackets, or "in"."""
    joint, name = context.after(p.last), context.after(p.last, 2)
    if joint is None or name is None or joint.text not in (",", "(", "in"):
        return ()
    if name.lower == "the" and name.i + 1 in holders:
        return holders[name.i + 1]
    if joint.text == "," and name.lower == "in":
        return holders.get(name.i + 1, ())
    return holders.get(name.i, ())


def contained(p: Proposal, context: Context, holders: Holders) -> bool:
    """Whether one of the proposal's places lies in a unit that follows it."""
    units = container(p, context, holders)
    return any(holds(u, s) for u in units for s in p.spots)
