"""(b) Who says so: from the cue to the noun phrase that names its source."""

from __future__ import annotations

from dateline.model.mentions import Entity
from dateline.reading.parsed import Parsed, Token
from dateline.reading.who_says.frames import Frame, is_passive

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSES = ("relcl", "acl", "advcl", "ccomp")
_STEPS = 6
"""How far up the tree a subject is looked for."""


def source_head(parsed: Parsed, i: int, frame: Frame) -> Token | None:
    """The head of the words that name the source of the cue at `i`; null where the sentence does not say."""
    if frame.name.startswith("noun:"):
        return _of_noun(parsed, i)
    if frame.name.startswith("adj:"):
        return _of_adjective(parsed, i)
    if frame.name == "passive:as" or (frame.name == "passive:clause" and _shares_subject(parsed, i)):
        return subject_of(parsed, i)
    if is_passive(parsed, i):
        return _agent(parsed, i)
    return subject_of(parsed, i)


def _shares_subject(parsed: Parsed, i: int) -> bool:
    """ "He was quoted saying": the one quoted says it."""
    return parsed.tokens[i].lemma == "quote"


def _agent(parsed: Parsed, i: int) -> Token | None:
    for by in parsed.all_children(i, "agent", "prep"):
        if by.lower == "by":
            return parsed.child(by.i, "pobj")
    return None


def subject_of(parsed: Parsed, i: int) -> Token | None:
    """The subject of the verb at `i`, its own or that of the clause it depends on."""
    for _ in range(_STEPS):
        token = parsed.tokens[i]
        own = parsed.child(i, "nsubj", "nsubjpass", "csubj")
        if own is not None:
            return _own_subject(own)
        inverted = _inverted(parsed, i)
        if inverted is not None:
            return inverted
        if token.dep == "acl":
            return parsed.tokens[token.head]
        if token.head == i or token.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "relcl"}:
            return None
        i = token.head
        if parsed.tokens[i].pos in {"NOUN", "PROPN"}:
            return _of_noun(parsed, i)
    return None


def _own_subject(subject: Token) -> Token | None:
    return None if subject.dep == "expl" else subject


def antecedent(parsed: Parsed, number: int) -> Token:
    """The noun that a relative pronoun ("who") stands for; any other token stands for itself."""
    token = parsed.tokens[number]
    if token.lower not in _RELATIVE or token.tag not in {"WP", "WDT"}:
        return token
    clause = next((t for t in parsed.ancestors(number) if t.dep == "relcl"), None)
    return token if clause is None else parsed.tokens[clause.head]


def _inverted(parsed: Parsed, i: int) -> Token | None:
    """ "…, said the minister": the parser calls the speaker an object at times."""
    token = parsed.tokens[i]
    if token.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    after = parsed.child(i, "dobj", "npadvmod", "attr", "oprd")
    before = parsed.tokens[i - 1] if i else None
    fronted = before is not None and before.sent == token.sent and before.text in {",", "”", '"', "''", "’", "?", "!"}
    return after if fronted and after is not None and after.i > i and after.ent not in {"DATE", "TIME"} else None


def _of_noun(parsed: Parsed, i: int) -> Token | None:
    owner = parsed.child(i, "poss")
    if owner is not None:
        return owner
    for prep in parsed.all_children(i, "prep"):
        if prep.lower in {"by", "from", "among"}:
            return parsed.child(prep.i, "pobj")
    token = parsed.tokens[i]
    head = parsed.tokens[token.head]
    if token.dep in {"dobj", "attr"} and head.pos == "VERB":
        return subject_of(parsed, head.i) if not is_passive(parsed, head.i) else _agent(parsed, head.i)
    return None


def _of_adjective(parsed: Parsed, i: int) -> Token | None:
    token = parsed.tokens[i]
    if token.dep in {"acomp", "oprd", "attr"}:
        return subject_of(parsed, token.head)
    return parsed.tokens[token.head] if token.dep in {"amod", "acl", "relcl"} and token.head != i else None


def entity(parsed: Parsed, head: Token, cue: int, why: str) -> Entity:
    """The noun phrase of `head` without clauses that hold the cue; not resolved yet."""
    first, last = phrase(parsed, head, cue)
    span = parsed.token_span(first, last)
    return Entity(entity_text=span.text, start=span.start, end=span.end, why=why)


def phrase(parsed: Parsed, head: Token, cue: int) -> tuple[int, int]:
    """First and last token of the noun phrase: what hangs on the head, up to the cue."""
    inside = {head.i}
    for child in parsed.children[head.i]:
        below = parsed.subtree(child)
        token = parsed.tokens[child]
        if cue in below or (token.dep in {"punct", "case", "advcl", "ccomp", "parataxis"} and child > head.i):
            continue
        if token.dep in _CLAUSES and child > head.i and len(below) > 12:
            continue
        inside.update(below)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside or (last + 2 in inside and parsed.tokens[last + 1].pos == "PUNCT"):
        last += 1
    if first <= cue <= last:
        first, last = (first, cue - 1) if head.i < cue else (cue + 1, last)
    while last > first and parsed.tokens[last].pos == "PUNCT" and parsed.tokens[last].text not in {")", "]"}:
        last -= 1
    return first, last
