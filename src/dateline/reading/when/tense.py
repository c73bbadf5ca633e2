"""Whether an expression belongs to something past, present or to come, by the verb that governs it."""

from __future__ import annotations

from typing import Literal

from dateline.reading.parsed import Parsed, Token

Tense = Literal["past", "present", "future"]
_PAST_LEAD = frozenset(("since", "after", "ended"))
_FUTURE_LEAD = frozenset(("by", "until", "till"))
_BEGUN = frozenset(["begin", "start", "fail", "manage", "continue", "decline", "refuse", "try", "happen", "come", "go"])
_PLANNED = frozenset(("schedule", "plan", "expect", "slate", "due", "propose", "project", "forecast"))
_PUT_OFF = frozenset(("extend", "give", "postpone", "delay", "adjourn", "suspend", "have", "remain", "close"))
_MODALS_AHEAD = frozenset(
    ["will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could", "should", "must", "can", "ca", "sha"]
)


def tense_at(parsed: Parsed, start: int, end: int) -> Tense:
    """The tense that governs the characters [start, end)."""
    head = parsed.head_in(start, end)
    if head is None:
        return "past"
    lead = head.i - 1
    while lead >= 0 and parsed.tokens[lead].end > start:
        lead -= 1
    before = parsed.tokens[lead].lower if lead >= 0 else ""
    if before in _PAST_LEAD:
        return "past"
    if before in _FUTURE_LEAD and parsed.tokens[parsed.tokens[lead].head].lemma in _PUT_OFF:
        return "future"
    verb = _tense_above(parsed, head)
    if before in _FUTURE_LEAD and verb == "present":
        return "future"
    return verb


def _tense_above(parsed: Parsed, token: Token) -> Tense:
    for above in (token, *parsed.ancestors(token.i)):
        if above.pos in ("VERB", "AUX"):
            found = _of_verb(parsed, above)
            if found:
                return found
    return "past"


def _of_verb(parsed: Parsed, verb: Token) -> Tense | None:
    """None where the form itself tells nothing: the next verb above decides."""
    helpers = parsed.all_children(verb.i, "aux", "auxpass")
    words = {t.lower for t in helpers}
    if verb.lemma in _PLANNED and verb.dep != "amod" and "had" not in words:
        return "future"
    if {"have", "has", "had", "'ve", "’ve"} & words:
        return "past"
    if words & _MODALS_AHEAD:
        return "past" if "could" in words and parsed.child(verb.i, "neg", "preconj") else "future"
    if any(t.lower in ("was", "were", "did") for t in helpers):
        return "past"
    if "to" in words:
        return _of_infinitive(parsed, verb)
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VBN":
        return "past"
    if verb.tag in ("VBZ", "VBP"):
        return "future" if _going(parsed, verb) else "present"
    if any(t.tag in ("VBZ", "VBP") for t in helpers):
        return "present"
    return None


def _of_infinitive(parsed: Parsed, verb: Token) -> Tense | None:
    governor = parsed.tokens[verb.head]
    if verb.dep != "xcomp" or governor.lemma in _BEGUN:
        return None
    return "past" if any(t.lower == "had" for t in parsed.all_children(governor.head, "aux")) else "future"


def _going(parsed: Parsed, verb: Token) -> bool:
    return any(t.lemma in _PLANNED for t in parsed.all_children(verb.i, "acomp", "xcomp", "attr"))
