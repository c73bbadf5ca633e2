"""From matched words to candidates: what is said of another event word (a promise, threat, refusal or demand of
something) becomes one event of the kind that PLOVER gives it."""

from __future__ import annotations

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed
from dateline.reading.what import parties
from dateline.reading.what.match import Match


def compose(parsed: Parsed, matches: dict[int, Match], events: Events) -> list[Candidate]:
    """One candidate a match."""
    return [_candidate(parsed, m) for m in matches.values()]


def _candidate(parsed: Parsed, found: Match) -> Candidate:
    who = parties.actors_of(found)
    whom = parties.recipients_of(found, who)
    row = found.row
    score = row.weight
    return Candidate(
        trigger=found.tokens, event=row.event, mode=row.mode, actors=who, recipients=whom, score=score, rule=row.name
    )
