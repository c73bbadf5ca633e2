"""What the name of a place does where it stands: a place, an actor by its seat or state, or part of another name."""

from __future__ import annotations

from dateline.knowledge.places.spot import COUNTRY
from dateline.reading.where.context import Context
from dateline.reading.where.propose import Proposal


def role(p: Proposal, context: Context) -> str:
    """ "place"; "actor" where a state or capital acts ("Moscow warned"); "organisation" inside a body's name;
    "modifier" before a common noun ("Baghdad residents"); "demonym" for an adjective."""
    if p.source == "demonym":
        return "demonym"
    head = context.tokens[p.core]
    after = context.after(p.last)
    governor = context.tokens[head.head]
    if after is not None and after.text[:1].isupper() and context.classes(after.i) & {"org", "body", "company"}:
        return "organisation"
    entity = context.entity_at.get(head.i)
    if entity and entity[2] == "ORG" and entity[1] - entity[0] > p.last - p.first:
        return "organisation"
    if head.dep in ("nsubj", "agent") and _is_power(p):
        return "actor"
    if head.dep == "pobj" and governor.lower == "by" and governor.dep == "agent" and _is_power(p):
        return "actor"
    if head.dep == "compound" and governor.i > p.last:
        return "modifier"
    return "place"


def _is_power(p: Proposal) -> bool:
    return any(s.level == COUNTRY or s.feature == "P.PPLC" for s in p.spots)
