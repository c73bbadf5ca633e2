"""The way of an article through the house: parse, ask each question, then say which answer belongs to which event."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from msgspec import Struct

from dateline.codebook import Codebook
from dateline.codebook import load as load_codebook
from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.document import AnnotatedDocument, Cite, Mentions, SentenceSpan
from dateline.reading import how_many, what, when, where, who, who_says
from dateline.reading.attach import Attacher, speakers
from dateline.reading.attach.identity import with_links
from dateline.reading.candidate import Candidate
from dateline.reading.fuse import PROPOSE, allowed, fuse
from dateline.reading.modes import Modes
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import load_ranker
from dateline.reading.sides import Case, Sides
from dateline.reading.trained import Heads, Scores, words_of


class Settings(Struct, frozen=True):
    """How to read: the user's own actors beside ours, whether the trained parts take part, and whether the events of an
    article are linked, which those spare who link across articles afterwards."""

    actors_file: Path | None = None
    trained: bool = True
    linked: bool = True


def version(settings: Settings) -> str:
    """Names this reader: what was read by the same version need not be read again."""
    parts = [f"dateline {importlib.metadata.version('dateline')}"]
    if not settings.trained:
        parts.append("rules only")
    if settings.actors_file:
        parts.append(f"actors {settings.actors_file}")
    return ", ".join(parts)


class Reader:
    """Holds the parser, the knowledge and the models, loaded once. Reading never raises, whatever the text."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.parser = Parser()
        self.knowledge = Knowledge(actors_file=self.settings.actors_file)
        self.codebook: Codebook = load_codebook()
        self.heads = Heads.load() if self.settings.trained else None
        self._weights = load_ranker("fuse")
        self._modes = Modes(self.knowledge)
        self.sides = Sides(self.knowledge)
        self.attacher = Attacher(self.knowledge, self.codebook)

    def read(self, article: Article) -> AnnotatedDocument:
        """The article's record. Offsets refer to `article.text`."""
        parsed = self.parser.parse(article)
        scores = self.heads.read(words_of(parsed)) if self.heads else None
        mentions = self.mentions(parsed, scores)
        candidates = self._candidates(parsed, scores, mentions)
        cite = self._cite(article)
        events = self.attacher.attach(parsed, candidates, mentions, cite)
        document = AnnotatedDocument(
            cite_info=cite,
            text=article.text,
            sentences=tuple(SentenceSpan(start=s.start, end=s.end) for s in parsed.sentences),
            mentions=mentions,
            events=events,
        )
        return with_links(document) if self.settings.linked else document

    def _candidates(self, parsed: Parsed, scores: Scores | None, mentions: Mentions) -> tuple[Candidate, ...]:
        """The events, by the lexicon alone or weighed together with the trained heads."""
        parties = self.sides.of_article(parsed, mentions)
        if scores is None:
            alone = what.find(parsed, self.knowledge)
            found = tuple(parties(c, Case(c.event, c.trigger[0], c)) for c in alone)
        else:
            rules = what.find(parsed, self.knowledge, PROPOSE)
            heard = allowed(parsed, scores, self.knowledge.events)
            found = fuse(parsed, rules, heard, self._weights, parties)
        return self._modes.given(parsed, found, scores)

    def mentions(self, parsed: Parsed, scores: Scores | None = None) -> Mentions:
        """Every question asked, each alone."""
        knowledge = self.knowledge
        actors = who.find(parsed, knowledge)
        attributions = who_says.find(parsed, knowledge)
        if scores is not None and self.heads is not None:
            attributions = who_says.weighed(parsed, attributions, scores, self.heads.thresholds, knowledge)
        return Mentions(
            actors=actors,
            places=where.find(parsed, knowledge),
            dates=when.find(parsed, knowledge),
            figures=how_many.find(parsed, knowledge),
            attributions=speakers.resolved(parsed, actors, attributions, knowledge),
        )

    def _cite(self, article: Article) -> Cite:
        return Cite(
            url=article.url,
            title=article.title,
            publication=article.publication,
            date=article.published.isoformat() if article.published else None,
            language=article.language,
            coder=version(self.settings),
            codebook=self.codebook.label,
        )
