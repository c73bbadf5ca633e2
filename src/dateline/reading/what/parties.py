"""The parties of an event by its entry's frame, each with the rule that found it."""

from __future__ import annotations

from dateline.knowledge.events import Source
from dateline.reading.candidate import Party
from dateline.reading.what import actors
from dateline.reading.what.match import Match
from dateline.reading.what.relations import View


def actors_of(found: Match) -> tuple[Party, ...]:
    """Who did it."""
    return _first(found.view, found.row.frame.actor, found.tokens)


def recipients_of(found: Match, taken: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom it was done to; nobody who is already an actor."""
    heads = {p.head for p in taken}
    return tuple(p for p in _first(found.view, found.row.frame.recipient, found.tokens) if p.head not in heads)


def _first(view: View, alternatives: tuple[tuple[Source, ...], ...], own: tuple[int, ...]) -> tuple[Party, ...]:
    for sources in alternatives:
        parties = {p.head: p for s in sources for p in take(view, s) if p.head not in own}
        if parties:
            return tuple(parties.values())
    return ()


def take(view: View, source: Source) -> tuple[Party, ...]:
    """What the words in a relation offer as parties."""
    parsed, events = view.parsed, view.events
    found = []
    for head in view.relation(source.relation):
        for each in actors.conjuncts(parsed, head):
            i = actors.meant(parsed, each, events)
            if parsed.tokens[i].lower.endswith(("self", "selves")):
                continue
            if source.take == "!" or actors.is_actor(parsed, i, events):
                found.append(Party(actors.named(parsed, i), source.relation))
            elif source.take == "~" or source.relation == "subj":
                behind = actors.owners(parsed, i, events)
                found.extend(Party(o, f"{source.relation} owner", 0.7) for o in behind)
    return tuple(found)
