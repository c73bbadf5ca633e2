"""Whether an event noun tells an event or only points back to one, names a kind of thing, or describes another noun."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed, Token

_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "any", "no", "every", "each"})
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
    described = any(k.dep in _SPECIFIC for k in kids)
    continued = any(k.dep in _AFTER for k in kids)
    worth = 0.0
    if token.dep in ("compound", "nmod", "amod"):
        worth -= 0.25
    if token.pos == "PROPN":
        worth -= 0.2
    if not (described or continued or found.actors or found.recipients):
        worth -= 0.15
    elif continued and found.recipients:
        worth += 0.15
    elif continued:
        worth += 0.05
    head = parsed.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and events.is_a(head.lemma, "carrier"):
        worth += 0.12
    determiner = next((k.lower for k in kids if k.dep == "det"), "")
    if determiner in ("a", "an"):
        worth += 0.1
    if token.lemma in told and not found.recipients:
        worth -= 0.2 if determiner in _POINTING else 0.15
    if determiner in ("any", "no", "every", "each"):
        worth -= 0.1
    if token.dep in ("nsubj", "nsubjpass") and events.is_a(parsed.tokens[token.head].lemma, "occur"):
        worth += 0.2
    return worth
