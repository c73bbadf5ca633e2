"""Did it take place? The status of the event at a word, from its auxiliaries, negation and the words above it."""

from __future__ import annotations

from dateline.knowledge.base import Knowledge
from dateline.knowledge.modality import Modality
from dateline.model.document import Status
from dateline.reading.parsed import Parsed, Token

_UP = 4
"""How many words above an event are looked at."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_PREPOSITIONS = frozenset({"for", "of", "to", "from", "about", "on", "into", "against"})
_LIGHT = frozenset({"be", "have", "make", "hold", "carry", "occur", "take"})
_NOTHING: frozenset[str] = frozenset()
Judged = tuple[Status, str]


def status(parsed: Parsed, token_number: int, knowledge: Knowledge, event: str | None = None) -> Judged:
    """The status of the event whose head word is at `token_number`, and the reason in words.

    Its own negation counts first, then the words above it ("refused to", "plans for"), then its own auxiliaries and
    modifiers. With the event's PLOVER type, words that make such an event tell nothing (see carried.tsv).
    """
    modality = knowledge.modality
    token = parsed.tokens[token_number]
    carried = modality.carried.get(event or "", _NOTHING)
    own = _own(parsed, token, modality, carried)
    if own is not None and own[0] == "negated":
        return own
    return _above(parsed, token, modality, carried) or own or ("occurred", "nothing says otherwise")


def _own(parsed: Parsed, token: Token, modality: Modality, carried: frozenset[str]) -> Judged | None:
    negation = next((c for c in parsed.all_children(token.i, "neg") if c.lower not in carried), None)
    if negation is not None and token.pos not in _NOMINAL:
        return "negated", f"negation: {negation.lower}"
    for child in parsed.all_children(token.i):
        told = modality.marks[_kind(child)].get(child.lower) if _kind(child) else None
        if told is not None and child.lower not in carried:
            return _reported(parsed, token, child, told)
    return _linked(parsed, token, modality, carried)


def _kind(child: Token) -> str:
    """Which kind of marks.tsv the word can be, by its relation; "" for none."""
    if child.dep in {"aux", "auxpass"}:
        return "modal"
    if child.dep == "mark":
        return "mark"
    if child.dep in {"det", "neg", "preconj"}:
        return "determiner"
    return "modifier" if child.dep in {"amod", "advmod", "nmod"} else ""


def _reported(parsed: Parsed, token: Token, child: Token, told: Status) -> Judged:
    """ "said they would appeal" is "they will appeal", told later."""
    head = parsed.tokens[token.head]
    conditional = any(c.lower == "if" for a in parsed.all_children(token.i, "advcl") for c in parsed.all_children(a.i))
    if child.lower == "would" and token.dep in {"ccomp", "ROOT"} and head.tag in {"VBD", "VBN"} and not conditional:
        return "future", f"reported: {head.lemma} … would"
    return told, f"beside it: {child.lower}"


def _linked(parsed: Parsed, token: Token, modality: Modality, carried: frozenset[str]) -> Judged | None:
    """A verb that shares the auxiliary of the one it is joined to; a noun whose light verb is negated."""
    head = parsed.tokens[token.head]
    if token.head == token.i or head.pos not in _VERBAL:
        return None
    if token.dep == "conj" and token.tag in {"VB", "VBN"}:
        return _own(parsed, head, modality, carried)
    if token.pos in _NOMINAL and token.dep in {"nsubjpass", "nsubj", "dobj", "attr"} and head.lemma in _LIGHT:
        negation = next((c for c in parsed.all_children(head.i, "neg") if c.lower not in carried), None)
        return ("negated", f"negation of {head.lower}") if negation is not None else None
    return None


def _above(parsed: Parsed, token: Token, modality: Modality, carried: frozenset[str]) -> Judged | None:
    lower, path = token, ""
    for _ in range(_UP):
        head = parsed.tokens[lower.head]
        step = _step(parsed, lower, head)
        if head.i == lower.i or step == "stop" or (step == "same" and path):
            return None
        path = path or ("" if step == "same" else step)
        told = _told(parsed, head, path, modality)
        if told is not None:
            return told
        if head.pos in _VERBAL and path in {"inf", "obj", "prep", "subject", "ing"}:
            return _modal_above(parsed, head, modality, carried)
        if head.pos != "ADP" and step != "same":
            return None
        lower = head
    return None


def _modal_above(parsed: Parsed, verb: Token, modality: Modality, carried: frozenset[str]) -> Judged | None:
    """ "could lead to war", "will hold talks": what stands below a verb shares its modality."""
    for child in parsed.all_children(verb.i, "aux"):
        told = modality.marks["modal"].get(child.lower)
        if told is not None and child.lower not in carried:
            judged = _reported(parsed, verb, child, told)
            return judged[0], f"below: {child.lower} {verb.lemma}"
    return None


def _step(parsed: Parsed, lower: Token, head: Token) -> str:
    """The kind of the way from a word up to its head; "same" where it stands for its head, "stop" where it does not."""
    if lower.dep in {"conj", "auxpass"}:
        return "same"
    if lower.dep in {"pobj", "pcomp"}:
        return "prep" if head.lower in _PREPOSITIONS else "stop"
    if lower.dep == "prep":
        return "prep" if lower.lower in _PREPOSITIONS else "stop"
    if any(c.tag == "TO" for c in parsed.all_children(lower.i)):
        return "inf" if lower.dep in {"xcomp", "acl", "advcl", "ccomp"} else "clause"
    if lower.dep in {"dobj", "nsubjpass"}:
        return "obj"
    if lower.dep == "xcomp":
        return "obj" if lower.tag == "VBG" else "same"
    return {"nsubj": "subject", "ccomp": "clause", "acl": "clause"}.get(lower.dep, "stop")


def _told(parsed: Parsed, head: Token, path: str, modality: Modality) -> Judged | None:
    for entry in modality.embedding.get(head.lemma, ()):
        if path in entry.paths and (not entry.pos or entry.pos == ("noun" if head.pos == "NOUN" else "verb")):
            stands = entry.status == "occurred" and path != "inf"  # who mourns not a death does not undo it
            if not stands and any(c.dep == "neg" for c in parsed.all_children(head.i)):
                return ("negated" if entry.status != "negated" else "occurred"), f"below: not {head.lemma}"
            return entry.status, f"below: {head.lemma}"
    return None
