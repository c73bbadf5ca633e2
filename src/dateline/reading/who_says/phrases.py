"""Phrases and adverbs that name or hint at a source: "according to …", "in her words", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import Cues, Phrase
from dateline.model.mentions import Attribution, Entity
from dateline.reading.parsed import Parsed
from dateline.reading.who_says.content import Quoted
from dateline.reading.who_says.source import entity

_LABEL = 9
"""Tokens: a speaker's label is no longer."""


def find_phrases(parsed: Parsed, cues: Cues, quoted: Quoted) -> Iterator[Attribution]:
    """The attributions made by phrases and adverbs outside quotations."""
    first_words = {p.words[0] for p in cues.phrases}
    for token in parsed.tokens:
        if token.lower in cues.adverbs and not quoted.at(token.start):
            yield from _adverb(parsed, token.i, cues.adverbs[token.lower])
        elif token.lower in first_words and not quoted.at(token.start):
            found = phrase_at(parsed, token.i, cues)
            if found is not None:
                yield found


def phrase_at(parsed: Parsed, i: int, cues: Cues) -> Attribution | None:
    """The attribution of a phrase or adverb that begins at token `i`."""
    word = parsed.tokens[i].lower
    if word in cues.adverbs:
        return next(_adverb(parsed, i, cues.adverbs[word]), None)
    made = (_phrase(parsed, i, phrase) for phrase in cues.phrases if phrase.words[0] == word)
    return next((a for a in made if a is not None), None)


def find_labels(parsed: Parsed, quoted: Quoted) -> Iterator[Attribution]:
    """Speaker labels: a sentence that begins with a name and a colon, and what follows. The colon is the cue."""
    for sentence in parsed.prose():
        tokens = parsed.sentence_tokens(sentence)[:_LABEL]
        colon = next((t for t in tokens[1:] if t.text == ":"), None)
        if colon is None or any(t.pos in {"VERB", "AUX"} or t.ent in {"DATE", "TIME"} for t in tokens if t.i < colon.i):
            continue
        head = parsed.head_in(tokens[0].start, colon.start)
        opens = quoted.at(colon.end + 1) or quoted.at(colon.end)
        named = head is not None and (head.ent in {"PERSON", "ORG", "NORP"} or opens is not None)
        if head is not None and named and quoted.at(colon.start) is None and colon.end < sentence.end:
            span = parsed.span(tokens[0].start, parsed.tokens[colon.i - 1].end)
            source = Entity(entity_text=span.text, start=span.start, end=span.end, why="label")
            end = max(sentence.end, opens.end if opens else 0)
            said = parsed.span(parsed.tokens[min(colon.i + 1, sentence.last - 1)].start, end)
            yield Attribution(source=source, cue=parsed.token_span(colon.i, colon.i), content=said, why="label")


def _phrase(parsed: Parsed, i: int, phrase: Phrase) -> Attribution | None:
    end = _match(parsed, i, phrase.words)
    if end is None:
        return None
    head = parsed.child(end, "pobj") if phrase.source == "after" else parsed.child(end, "poss")
    if head is None and phrase.source == "after":
        head = next((t for t in parsed.tokens[end + 1 : end + 8] if t.pos in {"NOUN", "PROPN", "PRON"}), None)
    if head is None or head.sent != parsed.tokens[i].sent:
        return None
    source = entity(parsed, head, i, f"phrase: {' '.join(phrase.words)}")
    extent = _rest(parsed, i, max(source.end or 0, parsed.tokens[end].end))
    if extent is None:
        return None
    cue = parsed.token_span(i, end if phrase.source == "after" else i)
    return Attribution(source=source, cue=cue, content=parsed.span(*extent), stance=phrase.stance, why=source.why)


def _match(parsed: Parsed, i: int, words: tuple[str, ...]) -> int | None:
    """The last token of the phrase that begins at `i`; "*" stands for one to eight words."""
    at = i
    for n, word in enumerate(words):
        if word == "*":
            ends = range(at + 1, min(at + 9, len(parsed.tokens)))
            at = next((k for k in ends if parsed.tokens[k].lower == words[n + 1]), -1)
            if at < 0:
                return None
        elif at >= len(parsed.tokens) or parsed.tokens[at].lower != word:
            return None
        else:
            at += 1
    return at - 1 if parsed.tokens[at - 1].sent == parsed.tokens[i].sent else None


def _rest(parsed: Parsed, i: int, end: int) -> tuple[int, int] | None:
    """What the phrase at token `i`, up to character `end`, speaks of: the sentence in front of it, else behind it."""
    sentence = parsed.sentences[parsed.tokens[i].sent]
    before = parsed.text[sentence.start : parsed.tokens[i].start].rstrip(" ,—–-")
    if len(before.split()) > 2:
        return sentence.start, sentence.start + len(before)
    start = end
    while start < sentence.end and parsed.text[start] in " ,:—–":
        start += 1
    last = sentence.start + len(parsed.text[sentence.start : sentence.end].rstrip(" ."))
    return (start, last) if start < last else None


def _adverb(parsed: Parsed, i: int, stance: str) -> Iterator[Attribution]:
    head = parsed.tokens[parsed.tokens[i].head]
    inside = [t for t in parsed.subtree(head.i) if t != i]
    if inside and head.i != i:
        span = parsed.token_span(inside[0], inside[-1])
        yield Attribution(
            cue=parsed.token_span(i, i), content=span, stance=stance, why=f"adverb: {parsed.tokens[i].lower}"
        )
