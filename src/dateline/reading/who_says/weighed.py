"""Attributions of both engines: cues as the trained heads find them, completed by the parse, and the lexicon's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.knowledge.base import Knowledge
from dateline.model.mentions import Attribution
from dateline.reading.parsed import Parsed
from dateline.reading.trained import ClaimScores, Scores, Thresholds
from dateline.reading.who_says.acts import is_act
from dateline.reading.who_says.content import Quoted
from dateline.reading.who_says.engine import complete, lexicon
from dateline.reading.who_says.source import entity

_SMALL = frozenset({"ADP", "ADV", "PUNCT"})
DOUBT = 0.4
"""The least chance that the heads must give a cue of the lexicon's."""
SURE = 0.8
"""The least chance for a cue of which the lexicon has no word ("imposed sanctions"). Both chosen on PolNeAR dev."""
_GAP = 3
"""Words that may be missing inside what is said: the heads judge each word for itself."""


def weighed(
    parsed: Parsed, rules: tuple[Attribution, ...], scores: Scores, limits: Thresholds, knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """The attributions, in text order: where the heads find a cue, source and content are theirs, stance and whatever
    they leave open the lexicon's; cues that only the lexicon knows are kept where the heads do not object. Claims of
    responsibility are the lexicon's."""
    quoted = Quoted(parsed)
    found = [a for a in rules if is_act(a)]
    claims = (c for c in scores.claims if c.score >= (limits.cue if _is_known(parsed, c.cue, knowledge) else SURE))
    heard = (_made(parsed, c, limits, knowledge, quoted) for c in claims)
    found += [a for a in heard if a and not _covered(a, found)]
    found += [a for a in rules if not _covered(a, found) and _credible(parsed, a, scores)]
    return tuple(sorted(found, key=lambda a: a.cue.start if a.cue else 0))


def _is_known(parsed: Parsed, cue: Sequence[int], knowledge: Knowledge) -> bool:
    """Whether a word of the cue is in the lexicon, or may belong to a phrase or adverb of it."""
    tokens = [parsed.tokens[i] for i in cue]
    return any(t.pos in _SMALL or t.lemma in lexicon(knowledge, t) for t in tokens)


def _made(
    parsed: Parsed, claim: ClaimScores, limits: Thresholds, knowledge: Knowledge, quoted: Quoted
) -> Attribution | None:
    by_rule = complete(parsed, claim.cue, knowledge, quoted)
    named = claim.source.chosen(limits.source, 0.6)
    fillers = [f for f in named[:1] if not _is_told(parsed, f.word, claim.cue, knowledge)]
    inside = [w for w, chance in claim.content.items() if chance >= limits.content and w not in claim.cue]
    first, last = max(runs(inside), key=lambda r: r[1] - r[0]) if inside else (0, -1)
    content = parsed.token_span(first, last) if inside else by_rule and by_rule.content
    if content is None:
        return None
    why = f"trained cue {claim.score:.2f}" + (f"; {by_rule.why}" if by_rule else "")
    made = by_rule or Attribution()
    if fillers:
        made = replace(made, source=entity(parsed, parsed.tokens[fillers[0].word], claim.cue[0], why))
    elif claim.source.nobody > limits.source:
        made = replace(made, source=None)
    return replace(made, cue=parsed.token_span(claim.cue[0], claim.cue[-1]), content=content, why=why)


def _is_told(parsed: Parsed, word: int, cue: Sequence[int], knowledge: Knowledge) -> bool:
    """Whether a word is whom somebody tells it: the object of a verb of telling that has its own subject."""
    token = parsed.tokens[word]
    verb = parsed.tokens[token.head]
    if verb.i not in cue or verb.lemma not in knowledge.cues.addressing or token.dep not in ("dobj", "dative"):
        return False
    return parsed.child(verb.i, "nsubj") is not None


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches (first, last) of rising word numbers, small gaps bridged."""
    begin = last = numbers[0]
    for number in numbers[1:]:
        if number > last + _GAP:
            yield begin, last
            begin = number
        last = number
    yield begin, last


def _covered(rule: Attribution, found: Sequence[Attribution]) -> bool:
    cue = rule.cue
    return cue is None or any(a.cue and a.cue.start < cue.end and cue.start < a.cue.end for a in found)


def _credible(parsed: Parsed, rule: Attribution, scores: Scores) -> bool:
    """Whether the heads give the lexicon's cue some chance."""
    assert rule.cue is not None
    words = parsed.tokens_in(rule.cue.start, rule.cue.end)
    return any(1.0 - float(scores.cues[t.i, 0]) >= DOUBT for t in words)
