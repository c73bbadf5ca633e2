"""What happened: events by lexicon and parse. Entry: `find`."""

from __future__ import annotations

from dateline.knowledge.base import Knowledge
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed
from dateline.reading.what.compose import compose
from dateline.reading.what.match import Match, match
from dateline.reading.what.merge import merged


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[Candidate, ...]:
    """The events that the article's prose reports, in text order, each with the entry and frame that found it."""
    events = knowledge.events
    found: list[Candidate] = []
    for sentence in parsed.prose():
        matches: dict[int, Match] = {}
        for i in range(sentence.first, sentence.last):
            hit = match(parsed, i, events)
            if hit is not None:
                matches[i] = hit
        if matches:
            found.extend(merged(parsed, compose(parsed, matches, events), events))
    return tuple(sorted(found, key=lambda c: min(c.trigger)))


__all__ = ["find"]
