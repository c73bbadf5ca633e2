"""The parsed article that every question of reading works on: tokens with offsets into the article's text."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.span import Span, span_of


class Token(Struct, frozen=True):
    """One token. `i` and `head` number the tokens of the whole article; the root of a sentence is its own head.

    `start`/`end` are character offsets into the article's text; pos, tag, dep and ent as spaCy's English models
    name them (Universal POS, Penn tags, ClearNLP dependencies, OntoNotes entity types; ent is "" outside).
    `sent` numbers `Parsed.sentences`.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    ent_first: bool
    sent: int


class Sentence(Struct, frozen=True):
    """A sentence: character offsets, its tokens [first, last), its paragraph, and whether it is furniture."""

    number: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    furniture: str | None = None


class Parsed:
    """An article with its tokens and sentences. Immutable by convention."""

    def __init__(self, article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        self.article = article
        self.text = article.text
        self.tokens = tokens
        self.sentences = sentences

    @functools.cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the numbers of its dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(b) for b in below)

    @functools.cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.tokens)

    def child(self, i: int, *deps: str) -> Token | None:
        """The first dependent of token `i` with one of the relations `deps`."""
        return next((self.tokens[c] for c in self.children[i] if self.tokens[c].dep in deps), None)

    def all_children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """All dependents of token `i` with one of the relations `deps` (any, where none is given)."""
        return tuple(self.tokens[c] for c in self.children[i] if not deps or self.tokens[c].dep in deps)

    def subtree(self, i: int) -> tuple[int, ...]:
        """Token `i` and all below it, in text order."""
        found, stack = [], [i]
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend(self.children[top])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads above token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def prose(self) -> tuple[Sentence, ...]:
        """The sentences that are not furniture."""
        return tuple(s for s in self.sentences if s.furniture is None)

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap the characters [start, end)."""
        low = bisect.bisect_right(self._starts, start) - 1
        low = max(low, 0)
        while low < len(self.tokens) and self.tokens[low].end <= start:
            low += 1
        high = bisect.bisect_left(self._starts, end)
        return self.tokens[low:high]

    def head_in(self, start: int, end: int) -> Token | None:
        """The syntactic head of the characters [start, end): the token there whose own head lies outside."""
        inside = self.tokens_in(start, end)
        numbers = {t.i for t in inside}
        return next((t for t in inside if t.head == t.i or t.head not in numbers), None)

    def span(self, start: int, end: int) -> Span:
        """The words [start, end) of the text."""
        return span_of(self.text, start, end)

    def token_span(self, first: int, last: int) -> Span:
        """The words from token `first` to token `last`, both included."""
        return self.span(self.tokens[first].start, self.tokens[last].end)
