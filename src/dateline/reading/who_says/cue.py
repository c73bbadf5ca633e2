"""(a) Which words show that somebody says something: the lexicon, by frame and by the form of the verb."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dateline.knowledge.cues import Cue, Cues
from dateline.model.span import Span
from dateline.reading.parsed import Parsed, Token
from dateline.reading.who_says.frames import Frame, frames

_FINITE = ("VBD", "VBZ", "VBP")
_GOING_ON = frozenset({"continue", "go", "begin", "start", "keep"})
_ATTACHED = ("aux", "auxpass", "neg", "prt")


class Found(Struct, frozen=True):
    """A word that is a cue, the frame it is one in, and what the lexicon says of it there."""

    i: int
    frame: Frame
    cue: Cue


def detect(parsed: Parsed, i: int, cues: Cues) -> Found | None:
    """The cue at token `i`, if it is one by the lexicon and in this form."""
    token = parsed.tokens[i]
    verbal = token.pos in {"VERB", "AUX"}
    table = cues.verbs if verbal else cues.adjectives if token.pos == "ADJ" else cues.nouns
    known = table.get(token.lemma)
    if known is None:
        return None
    found = reading(parsed, i, known)
    return found if found is not None and (not verbal or _form_fits(parsed, found)) else None


def reading(parsed: Parsed, i: int, known: Mapping[str, Cue]) -> Found | None:
    """The first frame of the word that the lexicon has."""
    return next((Found(i, f, known[f.name]) for f in frames(parsed, i) if f.name in known), None)


def form(parsed: Parsed, i: int) -> str:
    """finite, modal, participle, gerund (after a preposition), infinitive, attribute."""
    token = parsed.tokens[i]
    below = parsed.all_children(i)
    if any(c.tag == "MD" and c.dep.startswith("aux") for c in below):
        return "modal"
    if token.tag in _FINITE or any(c.tag in _FINITE and c.dep.startswith("aux") for c in below):
        return "finite"
    if token.dep == "amod":
        return "attribute"
    if token.tag == "VB":
        return _infinitive(parsed, token)
    return "gerund" if token.dep in {"pcomp", "csubj"} else "participle"


def _infinitive(parsed: Parsed, token: Token) -> str:
    """ "went on to say" is as good as "said"."""
    head = parsed.tokens[token.head]
    return form(parsed, head.i) if token.dep == "xcomp" and head.lemma in _GOING_ON else "infinitive"


def _form_fits(parsed: Parsed, found: Found) -> bool:
    shape, strength = form(parsed, found.i), found.cue.strength
    if shape == "finite":
        return True
    if shape in {"participle", "modal"}:
        return strength in {"strong", "fair"}
    return shape == "gerund" and strength == "strong"


def words(parsed: Parsed, i: int, frame: Frame) -> Span:
    """The words of the cue: the verb with its auxiliaries and particle, and the preposition its frame needs."""
    first = last = i
    below = {c.i for c in parsed.all_children(i) if c.dep in _ATTACHED or (c.dep == "advmod" and c.i < i)}
    while first - 1 in below:
        first -= 1
    while last + 1 in below or last + 1 == frame.marker:
        last += 1
    return parsed.token_span(first, last)
