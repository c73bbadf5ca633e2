"""Claims of responsibility: "the group claimed responsibility for the attack", "the army denied involvement in it".
Who says so is a party of the deed, and the deed stands behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import Cues
from dateline.model.mentions import Attribution
from dateline.reading.parsed import Parsed, Token
from dateline.reading.who_says.content import Quoted
from dateline.reading.who_says.frames import Frame
from dateline.reading.who_says.source import entity, source_head

NOBODY = frozenset({"nobody", "none", "neither"})
"""Subjects that are no one; so is whoever "no" stands before."""


def find_acts(parsed: Parsed, cues: Cues, quoted: Quoted) -> Iterator[Attribution]:
    """The claims of responsibility outside quotations, in text order."""
    verbs = {verb for verb, _ in cues.acts}
    for sentence in parsed.prose():
        for token in parsed.sentence_tokens(sentence):
            if token.lemma in verbs and token.pos == "VERB" and quoted.at(token.start) is None:
                yield from _of_verb(parsed, token, cues)


def _of_verb(parsed: Parsed, verb: Token, cues: Cues) -> Iterator[Attribution]:
    noun = parsed.child(verb.i, "dobj", "nsubjpass")
    act = cues.acts.get((verb.lemma, noun.lemma)) if noun else None
    if noun is None or act is None:
        return
    deeds = (k for owner in (noun, verb) for k in parsed.all_children(owner.i, "prep") if k.lower in act.prepositions)
    deed = next((inner for prep in deeds if (inner := parsed.child(prep.i, "pobj", "pcomp"))), None)
    source = source_head(parsed, verb.i, Frame("np"))
    if deed is None or source is None or _denied(parsed, verb, source):
        return
    why = f"act: {verb.lemma} {noun.lemma}"
    below = parsed.subtree(deed.i)
    yield Attribution(
        source=entity(parsed, source, verb.i, why),
        cue=parsed.token_span(min(verb.i, noun.i), max(verb.i, noun.i)),
        content=parsed.token_span(below[0], below[-1]),
        stance=act.stance,
        why=why,
    )


def _denied(parsed: Parsed, verb: Token, source: Token) -> bool:
    """ "No group has claimed responsibility", "has not claimed": nobody says so."""
    return parsed.child(verb.i, "neg") is not None or is_nobody(parsed, source)


def is_nobody(parsed: Parsed, token: Token) -> bool:
    """ "Nobody", "no group"."""
    no = parsed.child(token.i, "det")
    return token.lower in NOBODY or (no is not None and no.lower == "no")


def is_act(attribution: Attribution) -> bool:
    """Whether an attribution is a claim of responsibility, whose source may be a party of the event."""
    return (attribution.why or "").startswith("act: ")
