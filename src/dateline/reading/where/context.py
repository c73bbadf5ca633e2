"""What the questions about a place's surroundings need, gathered once per article."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict

from dateline.knowledge.places import Places
from dateline.model.span import Span
from dateline.reading.parsed import Parsed, Token

_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})


class Context:
    """The parsed article with the knowledge of places, and what is computed from both."""

    def __init__(self, parsed: Parsed, places: Places) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.places = places
        self.words = places.words
        self.gazetteer = places.gazetteer
        self._classes = places.words.classes

    def classes(self, i: int) -> frozenset[str]:
        """The classes of the word at token `i`; none outside the article."""
        return self._classes.get(self.tokens[i].lower, frozenset()) if 0 <= i < len(self.tokens) else frozenset()

    def span(self, start: int, end: int) -> Span:
        """The words [start, end) of the article."""
        return Span(text=self.parsed.text[start:end], start=start, end=end)

    def before(self, i: int) -> Token | None:
        """The token before `i` in the same sentence."""
        token = self.tokens[i - 1] if i > 0 else None
        return token if token and token.sent == self.tokens[i].sent else None

    def after(self, i: int, step: int = 1) -> Token | None:
        """The token `step` after `i` in the same sentence."""
        token = self.tokens[i + step] if i + step < len(self.tokens) else None
        return token if token and token.sent == self.tokens[i].sent else None

    @functools.cached_property
    def entities(self) -> tuple[tuple[int, int, str], ...]:
        """The tagger's entities as first token, last token, type."""
        found: list[tuple[int, int, str]] = []
        for t in self.tokens:
            if t.ent and (t.ent_first or not found or found[-1][1] != t.i - 1 or found[-1][2] != t.ent):
                found.append((t.i, t.i, t.ent))
            elif t.ent:
                found[-1] = (found[-1][0], t.i, t.ent)
        return tuple(found)

    @functools.cached_property
    def entity_at(self) -> dict[int, tuple[int, int, str]]:
        """The entity that each token belongs to."""
        return {i: e for e in self.entities for i in range(e[0], e[1] + 1)}

    @functools.cached_property
    def persons(self) -> frozenset[str]:
        """Words, lower case, that end a person's full name somewhere in the article, or follow a title."""
        found = set()
        for first, last, kind in self.entities:
            if kind == "PERSON" and last > first and self.tokens[last].text[:1].isupper():
                found.add(self.tokens[last].lower)
        for t in self.tokens:
            if t.text[:1].isupper() and self.is_named_after_title(t.i):
                found.add(t.lower)
        return frozenset(found)

    def is_named_after_title(self, i: int) -> bool:
        """Whether a title or a given name stands right before token `i`."""
        before = self.before(i)
        if before is None or not before.text[:1].isupper():
            return False
        return "title" in self.classes(i - 1) or before.lower in self.words.given

    @functools.cached_property
    def tagged(self) -> dict[str, Counter[str]]:
        """For each lower-case word, how often the tagger gave it each type in this article."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for t in self.tokens:
            if t.text[:1].isupper():
                found[t.lower]["place" if t.ent in _PLACE_TYPES else t.ent or "none"] += 1
        return found

    @functools.cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the article prints in lower case."""
        return frozenset(t.text for t in self.tokens if t.text.islower())

    @functools.cached_property
    def adjectives(self) -> frozenset[str]:
        """ISO alpha-2 codes of the countries whose adjective or people the article names."""
        listed = self.words.demonyms
        return frozenset(listed[t.text] for t in self.tokens if t.text in listed)

    @functools.cached_property
    def shouting(self) -> frozenset[int]:
        """Numbers of the sentences printed mostly in capitals."""
        found = set()
        for s in self.parsed.sentences:
            words = [t for t in self.parsed.sentence_tokens(s) if t.text.isalpha()]
            if len(words) > 3 and sum(t.text.isupper() for t in words) > 0.6 * len(words):
                found.add(s.number)
        return frozenset(found)
