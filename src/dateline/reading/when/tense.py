"""Whether an expression belongs to something past, present or to come, by the verb that governs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from dateline.reading.aspect import aspect
from dateline.reading.parsed import Parsed, Token

Tense = Literal["past", "present", "future"]
Words = Mapping[str, frozenset[str]]
"""The lists of `knowledge/data/calendar/lists.tsv` by name."""


def tense_at(parsed: Parsed, start: int, end: int, words: Words) -> Tense:
    """The tense that governs the characters [start, end)."""
    head = parsed.head_in(start, end)
    if head is None:
        return "past"
    lead = head.i - 1
    while lead >= 0 and parsed.tokens[lead].end > start:
        lead -= 1
    before = parsed.tokens[lead].lower if lead >= 0 else ""
    if before in words["lead-past"]:
        return "past"
    if before in words["lead-future"] and parsed.tokens[parsed.tokens[lead].head].lemma in words["verb-put-off"]:
        return "future"
    verb = _tense_above(parsed, head, words)
    if before in words["lead-future"] and verb == "present":
        return "future"
    return verb


def is_present_perfect(parsed: Parsed, token: Token) -> bool:
    """Whether the verb above a word tells of what has gone on up to now: "has fought"."""
    verb = next((t for t in parsed.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    return verb is not None and aspect(parsed, verb) == "perfect"


def _tense_above(parsed: Parsed, token: Token, words: Words) -> Tense:
    for above in (token, *parsed.ancestors(token.i)):
        if above.pos in ("VERB", "AUX"):
            found = _of_verb(parsed, above, words)
            if found:
                return found
    return "past"


def _of_verb(parsed: Parsed, verb: Token, words: Words) -> Tense | None:
    """None where the form itself tells nothing: the next verb above decides."""
    helpers = parsed.all_children(verb.i, "aux", "auxpass")
    said = {t.lower for t in helpers}
    if verb.lemma in words["verb-planned"] and verb.dep != "amod" and "had" not in said:
        return "future"
    if words["have"] & said:
        return "past"
    if said & words["modal-ahead"]:
        return "past" if "could" in said and parsed.child(verb.i, "neg", "preconj") else "future"
    if any(t.lower in ("was", "were", "did") for t in helpers):
        return "past"
    if "to" in said:
        return _of_infinitive(parsed, verb, words)
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VBN":
        return "past"
    if verb.tag in ("VBZ", "VBP"):
        return "future" if _going(parsed, verb, words) else "present"
    if any(t.tag in ("VBZ", "VBP") for t in helpers):
        return "present"
    return None


def _of_infinitive(parsed: Parsed, verb: Token, words: Words) -> Tense | None:
    governor = parsed.tokens[verb.head]
    if verb.dep != "xcomp" or governor.lemma in words["verb-begun"]:
        return None
    return "past" if any(t.lower == "had" for t in parsed.all_children(governor.head, "aux")) else "future"


def _going(parsed: Parsed, verb: Token, words: Words) -> bool:
    return any(t.lemma in words["verb-planned"] for t in parsed.all_children(verb.i, "acomp", "xcomp", "attr"))
