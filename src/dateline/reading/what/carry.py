"""Parties that an event word leaves unsaid but its sentence names plainly by their role."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate, Party
from dateline.reading.parsed import Parsed

_ROLES = (
    ("COERCE", "arrest", "enforcer"),
    ("ACCUSE", "investigate", "enforcer"),
    ("ACCUSE", "allege", "prosecuting"),
    ("PROTEST", "demo", "protester"),
    ("PROTEST", "riot", "protester"),
    ("ASSAULT", "suicide-attack", "assailant"),
    ("ASSAULT", "firearms", "assailant"),
    ("ASSAULT", "explosives", "assailant"),
    ("ASSAULT", "", "assailant"),
)
"""Who does acts of a kind: looked for in the sentence where the event word itself has no actor."""


def filled(parsed: Parsed, found: Iterable[Candidate], events: Events) -> list[Candidate]:
    """The candidates of one sentence, each without an actor given the one whose role it is, if named there."""
    return [c if c.actors else _with_role(parsed, c, events) for c in found]


def _with_role(parsed: Parsed, found: Candidate, events: Events) -> Candidate:
    modes = found.mode or ("",)
    name = next((role for event, mode, role in _ROLES if event == found.event and mode in modes), None)
    if name is None:
        return found
    sentence = parsed.sentences[parsed.tokens[found.trigger[0]].sent]
    taken = {p.head for p in found.recipients} | set(found.trigger)
    for token in parsed.sentence_tokens(sentence):
        if token.i in taken or not (events.is_a(token.lemma, name) or events.is_a(token.lower, name)):
            continue
        if token.dep in ("nsubj", "nsubjpass", "pobj", "poss", "conj", "dobj") and token.pos in ("NOUN", "PROPN"):
            return replace(found, actors=(Party(token.i, "role in sentence", 0.5),))
    return found
