"""What an event was about: the PLOVER contexts that its sentence and the sentences beside it speak of."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.contexts import Cue, load
from dateline.reading.parsed import Parsed, Sentence

_ENOUGH = 2.0
_BESIDE = 0.5
"""A word in the sentence before or after, in the same paragraph, counts half: it may belong to another event."""


def find(parsed: Parsed, sentence_number: int) -> tuple[str, ...]:
    """The contexts of an event in the sentence, strongest first, then in the order of the text.

    The words of a context are counted once each: a strong word of the event's own sentence is enough, weaker words
    and those of the sentences beside it in the paragraph must add up.
    """
    own = parsed.sentences[sentence_number]
    scores: dict[str, float] = {}
    counted: set[tuple[tuple[str, ...], str]] = set()
    for sentence in _around(parsed, own):
        share = 1.0 if sentence is own else _BESIDE
        for cue in _cues(parsed, sentence):
            if (cue.words, cue.context) not in counted:
                counted.add((cue.words, cue.context))
                scores[cue.context] = scores.get(cue.context, 0.0) + cue.weight * share
    kept = [c for c, score in scores.items() if score >= _ENOUGH]
    return tuple(sorted(kept, key=lambda c: -scores[c]))


def _around(parsed: Parsed, own: Sentence) -> Iterator[Sentence]:
    """The sentence first, then those beside it in its paragraph; furniture never counts."""
    yield own
    for number in (own.number - 1, own.number + 1):
        if 0 <= number < len(parsed.sentences):
            other = parsed.sentences[number]
            if other.paragraph == own.paragraph and other.furniture is None:
                yield other


def _cues(parsed: Parsed, sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence; one inside a longer one of the same context is not counted again."""
    words = load()
    tokens = parsed.sentence_tokens(sentence)
    forms = [_forms(t.lower, t.lemma) for t in tokens]
    covered: dict[str, int] = {}
    for i in range(len(tokens)):
        for cue in words.at(forms, i):
            if covered.get(cue.context, 0) <= i:
                covered[cue.context] = i + len(cue.words)
                yield cue


def _forms(lower: str, lemma: str) -> frozenset[str]:
    return frozenset((lower.replace("’", "'"), lemma))
