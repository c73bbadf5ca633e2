"""What the name of a place does where it stands: a place, an actor by its seat or state, or part of another name."""

from __future__ import annotations

from dateline.knowledge.places.spot import COUNTRY
from dateline.reading.where.context import Context
from dateline.reading.where.propose import Proposal


def role(p: Proposal, context: Context) -> str:
    """ "place"; "actor" where a state or capital acts ("Moscow warned"); "organisation" inside a body's name;
    "modifier" before a common noun ("Baghdad residents")."""
    head = context.tokens[p.core]
    after = context.after(p.last)
    governor = context.tokens[head.head]
    if after is not None and after.text[:1].isupper() and context.classes(after.i) & {"org", "body", "company"}:
        return "organisation"
    entity = context.entity_at.get(head.i)
    if entity and entity[2] == "ORG" and _has_body(p, entity, context):
        return "organisation"
    if head.dep in ("nsubj", "agent") and _is_power(p):
        return "actor"
    if head.dep == "pobj" and governor.lower == "by" and governor.dep == "agent" and _is_power(p):
        return "actor"
    if head.dep == "compound" and governor.i > p.last:
        return "modifier"
    return "place"


def _has_body(p: Proposal, entity: tuple[int, int, str], context: Context) -> bool:
    """Whether the rest of an organisation's name holds a word for a body: the tagger's ORG alone is often a place."""
    rest = (i for i in range(entity[0], entity[1] + 1) if not p.first <= i <= p.last)
    return any(context.classes(i) & {"org", "body", "company"} for i in rest)


def _is_power(p: Proposal) -> bool:
    return any(s.level == COUNTRY or s.feature == "P.PPLC" for s in p.spots)
