"""Stories that are no politics: sport, business, accidents and weather. Their words make an event less likely."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed, Sentence

_STORIES = ("sport_story", "business_story", "accident_story")
_SHARE = 0.25
"""The share of sentences with words of a story from which on the whole article is such a story."""
_IN_SENTENCE = 0.12
_IN_ARTICLE = 0.12
_ACCIDENT = 0.4


class Topics:
    """Which sentences of an article tell of sport, business or accidents, and whether the article does."""

    def __init__(self, parsed: Parsed, events: Events) -> None:
        self.parsed = parsed
        self.events = events
        prose = parsed.prose()
        self.stories = {s.number: self._stories(s) for s in prose}
        counts = {name: sum(name in found for found in self.stories.values()) for name in _STORIES}
        self.article = {name for name, n in counts.items() if n >= 2 and n >= _SHARE * len(prose)}

    def _stories(self, sentence: Sentence) -> frozenset[str]:
        lemmas = {t.lemma for t in self.parsed.sentence_tokens(sentence)}
        return frozenset(name for name in _STORIES if not lemmas.isdisjoint(self.events.classes[name]))

    def weighed(self, found: Candidate) -> Candidate:
        """The candidate, its score lowered where its sentence or the article is of another world."""
        sentence = self.parsed.sentences[self.parsed.tokens[found.trigger[0]].sent]
        here = self.stories.get(sentence.number, frozenset())
        loss = _IN_SENTENCE * len(here - {"accident_story"}) + _IN_ARTICLE * len(self.article - {"accident_story"})
        if self._by_accident(found, sentence, here):
            loss += _ACCIDENT
        return replace(found, score=max(0.0, found.score - loss)) if loss else found

    def _by_accident(self, found: Candidate, sentence: Sentence, here: frozenset[str]) -> bool:
        if "accident_story" not in here and "accident_story" not in self.article:
            return False
        if found.event != "ASSAULT" and "investigate" not in found.mode:
            return False
        lemmas = {t.lemma for t in self.parsed.sentence_tokens(sentence)}
        return lemmas.isdisjoint(self.events.classes["violence_word"])
