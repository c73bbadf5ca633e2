"""(d) The stance of a source: from the cue lexicon, turned round by a negation."""

from __future__ import annotations

from dateline.knowledge.cues import Cues
from dateline.reading.parsed import Parsed

_NEGATIONS = frozenset({"never", "neither", "nor", "hardly"})


def stance(parsed: Parsed, i: int, plain: str, cues: Cues) -> str:
    """The stance of the cue at token `i`, whose stance without negation is `plain`."""
    known = cues.stances.get(plain)
    return known.negated if known is not None and is_negated(parsed, i) else plain


def is_negated(parsed: Parsed, i: int) -> bool:
    """Whether the word at `i` is negated: "did not", "never", "nobody", "no official"."""
    if any(c.dep == "neg" or c.lower in _NEGATIONS for c in parsed.all_children(i)):
        return True
    subject = parsed.child(i, "nsubj", "nsubjpass")
    if subject is None:
        return False
    determiner = parsed.child(subject.i, "det")
    return subject.lower in {"nobody", "none"} or (determiner is not None and determiner.lower in {"no", "neither"})
