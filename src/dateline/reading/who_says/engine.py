"""Joins the four parts: cues, their sources, contents and stances; keeps chains, drops what lies inside a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.knowledge.base import Knowledge
from dateline.knowledge.cues import Cue
from dateline.model.mentions import Attribution
from dateline.reading.parsed import Parsed, Token
from dateline.reading.who_says import cue as cue_part
from dateline.reading.who_says.acts import find_acts
from dateline.reading.who_says.content import Quoted, content
from dateline.reading.who_says.cue import Found
from dateline.reading.who_says.frames import SUBJECTS, Frame, frames
from dateline.reading.who_says.phrases import find_labels, find_phrases, phrase_at
from dateline.reading.who_says.source import entity, source_head
from dateline.reading.who_says.stance import stance

_OPEN = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_CHAIN = frozenset({"clause", "passive:clause"})


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[Attribution, ...]:
    """All attributions of the article, in text order. In a chain (X said Y had told Z) the inner one lies in the
    content of the outer one; cues inside quotations are the source's own words and no attribution of the article."""
    cues, quoted = knowledge.cues, Quoted(parsed)
    found: list[tuple[int, bool, Attribution]] = []
    for token in _candidates(parsed, quoted):
        hit = cue_part.detect(parsed, token.i, cues)
        made = _made(parsed, hit, quoted, knowledge) if hit is not None else None
        if hit is not None and made is not None:
            chained = _is_link(parsed, hit, made, knowledge)
            found.append((_depth(parsed, token.i), chained, made))
    found.extend((-1, False, a) for a in find_acts(parsed, cues, quoted))
    found.extend((0, False, a) for a in find_phrases(parsed, cues, quoted))
    found.extend((0, False, a) for a in find_labels(parsed, quoted))
    return tuple(sorted(_outermost(found), key=lambda a: a.cue.start if a.cue else 0))


def complete(
    parsed: Parsed, cue_tokens: Sequence[int], knowledge: Knowledge, quoted: Quoted | None = None
) -> Attribution | None:
    """The attribution of a cue found elsewhere, given by its token numbers: source, content and stance by the rules
    here; null where no content can be found. A word that the lexicon does not have is read as a verb of saying.
    For many cues of one article pass its `Quoted(parsed)`, made once."""
    quoted = quoted or Quoted(parsed)
    numbers = set(cue_tokens)
    phrase = phrase_at(parsed, min(numbers), knowledge.cues) if numbers else None
    if phrase is not None:
        return phrase
    for i in sorted(numbers, key=lambda n: parsed.tokens[n].head in numbers):
        token = parsed.tokens[i]
        known = lexicon(knowledge, token).get(token.lemma)
        hit = cue_part.reading(parsed, i, known) if known else None
        if hit is None:
            options = [f for f in frames(parsed, i) if f.at is not None] or [Frame("bare")]
            hit = Found(i, options[0], Cue("asserts", "fair"))
        made = _made(parsed, hit, quoted, knowledge)
        if made is not None:
            return made
    return None


def lexicon(knowledge: Knowledge, token: Token) -> Mapping[str, Mapping[str, Cue]]:
    """The cues of a token's word class, by lemma and frame."""
    cues = knowledge.cues
    return cues.verbs if token.pos in {"VERB", "AUX"} else cues.adjectives if token.pos == "ADJ" else cues.nouns


def _candidates(parsed: Parsed, quoted: Quoted) -> Iterator[Token]:
    for sentence in parsed.prose():
        for token in parsed.sentence_tokens(sentence):
            if token.pos in _OPEN and quoted.at(token.start) is None:
                yield token


def _made(parsed: Parsed, hit: Found, quoted: Quoted, knowledge: Knowledge) -> Attribution | None:
    extent = content(parsed, hit.i, hit.frame, quoted)
    if extent is None:
        return None
    raising = hit.cue.strength == "raising"
    why = f"cue: {parsed.tokens[hit.i].lemma} ({hit.frame.name})"
    head = None if raising else source_head(parsed, hit.i, hit.frame)
    if head is not None and quoted.at(head.start) is not None:
        head = None
    if head is None and not raising and hit.cue.strength != "strong" and not hit.frame.name.startswith("passive"):
        return None
    if raising:
        subject = parsed.child(hit.i, *SUBJECTS)
        extent = extent if subject is None else (parsed.tokens[parsed.subtree(subject.i)[0]].start, extent[1])
    return Attribution(
        source=entity(parsed, head, hit.i, why) if head is not None else None,
        cue=cue_part.words(parsed, hit.i, hit.frame),
        content=parsed.span(*extent),
        stance=stance(parsed, hit.i, hit.cue.stance, knowledge.cues),
        why=why,
    )


def _is_link(parsed: Parsed, hit: Found, made: Attribution, knowledge: Knowledge) -> bool:
    """Whether it may be the next link of a chain: somebody of its own reports, in a finite clause."""
    reports = hit.cue.strength == "strong" and knowledge.cues.is_report(hit.cue.stance)
    finite = hit.frame.name in _CHAIN and cue_part.form(parsed, hit.i) == "finite"
    return reports and finite and made.source is not None


def _depth(parsed: Parsed, i: int) -> int:
    return sum(1 for _ in parsed.ancestors(i))


def _outermost(found: Iterable[tuple[int, bool, Attribution]]) -> Iterator[Attribution]:
    """Outer ones first; a cue inside the content of a kept one is kept only as the next link of a chain."""
    kept: list[Attribution] = []
    for _, chained, made in sorted(found, key=lambda f: (f[0], f[2].cue.start if f[2].cue else 0)):
        if chained or not any(_inside(made, outer) for outer in kept):
            kept.append(made)
            yield made


def _inside(inner: Attribution, outer: Attribution) -> bool:
    if inner.cue is None or outer.content is None or outer.cue is None:
        return False
    same = inner.cue.start < outer.cue.end and outer.cue.start < inner.cue.end
    return same or outer.content.start <= inner.cue.start < outer.content.end
