"""What happened: events by lexicon and parse. Entry: `find`."""

from __future__ import annotations

from dateline.knowledge.base import Knowledge
from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed, Sentence
from dateline.reading.what.carry import filled
from dateline.reading.what.compose import compose
from dateline.reading.what.match import Match, denied, match
from dateline.reading.what.merge import merged
from dateline.reading.what.nominal import weighed
from dateline.reading.what.speech import judgements
from dateline.reading.what.topics import Topics

LEAST = 0.45
"""Candidates with a lower score are not events."""


def find(parsed: Parsed, knowledge: Knowledge, least: float = LEAST) -> tuple[Candidate, ...]:
    """The events that the article's prose reports, in text order, each with the entry and frame that found it.

    Candidates that score under `least` are left out; a second engine that weighs them again may ask for more. Modes are
    those of the entries.
    """
    events = knowledge.events
    found: list[Candidate] = []
    told: set[str] = set()
    topics = Topics(parsed, events)
    for sentence in parsed.prose():
        for candidate in filled(parsed, _in_sentence(parsed, sentence, events), events):
            weighted = topics.weighed(weighed(parsed, candidate, told, events))
            told.add(parsed.tokens[candidate.trigger[0]].lemma)
            if weighted.score >= least:
                found.append(weighted)
    return tuple(sorted(found, key=lambda c: min(c.trigger)))


def _in_sentence(parsed: Parsed, sentence: Sentence, events: Events) -> list[Candidate]:
    matches: dict[int, Match] = {}
    for i in range(sentence.first, sentence.last):
        hit = match(parsed, i, events)
        if hit is not None:
            matches[i] = hit
    found = merged(parsed, compose(parsed, matches, events), events) if matches else []
    taken = {t for c in found for t in c.trigger}
    found.extend(judgements(parsed, sentence, taken, events))
    return sorted(found, key=lambda c: c.trigger[0])


__all__ = ["LEAST", "denied", "find"]
