"""Whether an event noun tells an event or only points back to one, names a kind of thing, or describes another noun."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed, Token

_GENERIC = frozenset({"any", "no", "every", "each"})
_POINTING = _GENERIC | {"the", "this", "that", "these", "those", "such"}
_SPECIFIC = ("amod", "compound", "nummod", "nmod")
_AFTER = ("prep", "acl", "relcl", "appos")


def weighed(parsed: Parsed, found: Candidate, told: set[str], events: Events) -> Candidate:
    """The candidate with its score lowered or raised by what its noun phrase says; verbs pass unchanged.

    `told` holds the event lemmas that the article had before.
    """
    token = parsed.tokens[found.trigger[0]]
    if token.pos not in ("NOUN", "PROPN") or len(found.trigger) > 1:
        return found
    return replace(found, score=max(0.0, min(1.0, found.score + _worth(parsed, token, found, told, events))))


def _worth(parsed: Parsed, token: Token, found: Candidate, told: set[str], events: Events) -> float:
    kids = parsed.all_children(token.i)
    determiner = next((k.lower for k in kids if k.dep == "det"), "")
    worth = _by_phrase(token, found, kids) + _by_place(parsed, token, events)
    if determiner in ("a", "an"):
        worth += 0.1
    if determiner in _GENERIC:
        worth -= 0.1
    if token.lemma in told and not found.recipients:
        worth -= 0.2 if determiner in _POINTING else 0.15
    return worth


def _by_phrase(token: Token, found: Candidate, kids: tuple[Token, ...]) -> float:
    """What stands around the noun in its phrase: a bare noun tells little, a name is a name."""
    worth = -0.2 if token.pos == "PROPN" else 0.0
    described = any(k.dep in _SPECIFIC for k in kids)
    continued = any(k.dep in _AFTER for k in kids)
    if continued:
        return worth + (0.15 if found.recipients else 0.05)
    return worth if described or found.actors or found.recipients else worth - 0.15


def _by_place(parsed: Parsed, token: Token, events: Events) -> float:
    """What the noun is to its clause: beside a verb that says it happened, or only a label of another noun."""
    if token.dep in ("compound", "nmod", "amod"):
        return -0.25
    head = parsed.tokens[token.head]
    worth = 0.12 if token.dep in ("dobj", "nsubjpass") and events.is_a(head.lemma, "carrier") else 0.0
    if token.dep in ("nsubj", "nsubjpass") and events.is_a(head.lemma, "occur"):
        worth += 0.2
    return worth
