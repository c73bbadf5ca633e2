"""Does the article doubt it? Signals of doubt about the event at a word."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dateline.knowledge.base import Knowledge
from dateline.knowledge.modality import Modality
from dateline.reading.parsed import Parsed, Token

_UP = 6
_OPENING = frozenset({'"', "“", "‘", "'", "``"})
_CLOSING = frozenset({'"', "”", "’", "'", "''"})
_SCOPE = 3
"""How far down from its verb an adverb of doubt reaches."""
_IN_SCOPE = frozenset({"dobj", "xcomp", "nsubj", "nsubjpass", "conj", "pobj", "prep", "agent", "advcl", "pcomp"})
_BESIDE = frozenset({"amod", "advmod", "nmod", "acl"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "agent", "pobj", "compound"})
_CLAUSES = frozenset(
    {
        "ccomp",
        "xcomp",
        "pcomp",
        "pobj",
        "prep",
        "dobj",
        "conj",
        "acl",
        "relcl",
        "nsubj",
        "nsubjpass",
        "attr",
        "acomp",
        "advcl",
    }
)


def hedged(parsed: Parsed, token_number: int, knowledge: Knowledge) -> str | None:
    """Why the event whose head word is at `token_number` is in doubt; null where the article does not doubt it."""
    modality, token = knowledge.modality, parsed.tokens[token_number]
    for reason in (_beside(parsed, token, modality), _above(parsed, token, modality), _modal(parsed, token, modality)):
        if reason is not None:
            return reason
    return _scare_quotes(parsed, token)


def _beside(parsed: Parsed, token: Token, modality: Modality) -> str | None:
    words = modality.hedges["beside"]
    for child in _near(parsed, token):
        if child.lower in words and child.dep in _BESIDE:
            return f"beside it: {child.lower}"
    return None


def _near(parsed: Parsed, token: Token) -> Iterator[Token]:
    """The words on the event's word, on its means ("reportedly by fire"), and on what names its subject or agent."""
    for child in parsed.all_children(token.i):
        yield child
        if child.dep in ("prep", "agent"):
            yield from parsed.all_children(child.i, "advmod")
        if child.dep in _PARTIES and child.dep != "pobj":
            yield from parsed.all_children(child.i, "amod")
    lower = token
    for head in itertools.islice(parsed.ancestors(token.i), _SCOPE):
        if lower.dep not in _IN_SCOPE:
            return
        if head.pos in {"VERB", "AUX", "ADP"}:
            yield from parsed.all_children(head.i, "advmod")
        lower = head


def _above(parsed: Parsed, token: Token, modality: Modality) -> str | None:
    words = modality.hedges["above"]
    lower = token
    for _ in range(_UP):
        head = parsed.tokens[lower.head]
        if head.i == lower.i or lower.dep not in _CLAUSES:
            return None
        subject = lower.dep in {"nsubj", "dobj", "nsubjpass"} and head.lemma not in {"blame"}
        clausal = lower.dep in {"ccomp", "xcomp", "acl", "relcl"} and head.lemma in modality.hedges["clause"]
        if (clausal or head.lemma in words) and not subject:
            return f"below: {head.lemma}"
        lower = head
    return None


def _modal(parsed: Parsed, token: Token, modality: Modality) -> str | None:
    """ "may have fired": a guess about what took place. Without the perfect it is a possibility, a matter of status."""
    below = parsed.all_children(token.i, "aux")
    perfect = any(c.lemma == "have" for c in below)
    word = next((c.lower for c in below if c.lower in modality.hedges["modal"]), None)
    return f"beside it: {word} have" if perfect and word else None


def _scare_quotes(parsed: Parsed, token: Token) -> str | None:
    """Quotation marks round the event's word alone."""
    around = parsed.tokens[max(token.i - 1, 0) : token.i + 2]
    if len(around) < 3 or token.pos == "VERB" or any(t.sent != token.sent for t in around):
        return None
    return "scare quotes" if around[0].text in _OPENING and around[2].text in _CLOSING else None
