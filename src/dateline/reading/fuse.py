"""One list of events from two engines: the lexicon over the parse, and the trained heads."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.model.document import STATUSES, Status
from dateline.model.weights import log_odds
from dateline.reading import what
from dateline.reading.candidate import Candidate, DayTold
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker
from dateline.reading.sides import Case
from dateline.reading.trained import EventScores, Scores

Parties = Callable[[Candidate, Case], Candidate]
"""Gives an event its actors and recipients."""

PROPOSE = 0.15
"""Lexicon candidates from this score on are weighed; alone they would need more (`what.LEAST`)."""
TAKEN = 0.33
"""From this chance on a proposal is an event: near half the F1 that can be reached, where F1 is highest."""
_NEAR = 8
"""Words apart up to which the engines may name one happening by different words of a sentence."""
_CLEAR = 0.8
"""From this chance on the heads' status is taken where the lexicon's is that it occurred."""
_LEXICON_SAYS = 0.7
"""What the lexicon's type adds to the trained chance of that type."""


_NAMELESS = frozenset({"DET", "PUNCT", "SPACE", "CCONJ", "PRON", "SYM"})
"""Parts of speech that name no event, whatever the heads make of them."""


class Pair(Struct, frozen=True):
    """What the engines say of one happening; either may be silent. `density`: how much the article tells of events,
    the mean over its sentences of the highest chance that a word of it names one."""

    rule: Candidate | None
    trained: EventScores | None
    density: float = 0.0

    @property
    def word(self) -> int:
        """The head word of the trigger: the lexicon's, where it has one."""
        if self.rule is not None:
            return self.rule.trigger[0]
        assert self.trained is not None
        return self.trained.word


def fuse(
    parsed: Parsed, rules: tuple[Candidate, ...], scores: Scores, weights: Ranker, parties: Parties
) -> tuple[Candidate, ...]:
    """The events that both engines together find likely, each with the chance that it is one as its score, and with
    those `parties` that they together find likely; the modes are still what either engine says."""
    found = []
    for pair in pairs(parsed, rules, scores):
        event = event_type(pair, scores)
        chance = weights.probability(features(parsed, pair, event, scores))
        if chance >= TAKEN:
            candidate = _candidate(pair, event, chance)
            found.append(parties(candidate, Case(event, pair.word, pair.rule, pair.trained)))
    return tuple(sorted(found, key=lambda c: c.trigger[0]))


def pairs(parsed: Parsed, rules: tuple[Candidate, ...], scores: Scores) -> Iterator[Pair]:
    """Each lexicon candidate with what the heads say of it, then what the heads alone propose."""
    by_word = {e.word: e for e in scores.events}
    density = _density(parsed, scores)
    used: set[int] = set()
    for rule in rules:
        own = [by_word[t] for t in rule.trigger if t in by_word]
        near = own or [e for e in scores.events if _near(parsed, e, rule) and e.word not in used]
        trained = max(near, key=lambda e: e.score, default=None)
        used.update(e.word for e in own)
        used.update(rule.covered)
        if trained is not None:
            used.add(trained.word)
        yield Pair(rule, trained, density)
    for event in scores.events:
        if event.word not in used and not _doubled(parsed, event, scores):
            yield Pair(None, event, density)


def allowed(parsed: Parsed, scores: Scores, events: Events) -> Scores:
    """The heads' scores without words that name nothing and those whose use here the lexicon knows to be no event."""
    naming = (e for e in scores.events if parsed.tokens[e.word].pos not in _NAMELESS)
    return replace(scores, events=tuple(e for e in naming if not what.denied(parsed, e.word, events)))


def _density(parsed: Parsed, scores: Scores) -> float:
    chances = [1.0 - float(scores.types[s.first : s.last, 0].min()) for s in parsed.prose() if s.last > s.first]
    return sum(chances) / len(chances) if chances else 0.0


def _near(parsed: Parsed, event: EventScores, rule: Candidate) -> bool:
    word = rule.trigger[0]
    same_sentence = parsed.tokens[event.word].sent == parsed.tokens[word].sent
    return same_sentence and abs(event.word - word) <= _NEAR and event.event == rule.event


def _doubled(parsed: Parsed, event: EventScores, scores: Scores) -> bool:
    """Whether a clearer word near by names the same kind of event: mostly one happening told with two words."""
    return any(
        abs(o.word - event.word) <= _NEAR
        and parsed.tokens[o.word].sent == parsed.tokens[event.word].sent
        and o.event == event.event
        and (o.score, o.word) > (event.score, event.word)
        for o in scores.events
    )


def event_type(pair: Pair, scores: Scores) -> str:
    """The type both engines together find likeliest."""
    if pair.trained is None:
        assert pair.rule is not None
        return pair.rule.event
    chances = dict(pair.trained.types)
    if pair.rule is not None:
        chances[pair.rule.event] = chances.get(pair.rule.event, 0.0) + _LEXICON_SAYS
    return max(chances, key=lambda name: chances[name])


def features(parsed: Parsed, pair: Pair, event: str, scores: Scores) -> dict[str, float]:
    """What speaks for an event being one: the engines' scores as log odds, their agreement, the word's class."""
    rule, trained = pair.rule, pair.trained
    engine = _engine(pair)
    token = parsed.tokens[pair.word]
    said = max((1.0 - float(scores.types[t, 0]) for t in (rule.trigger if rule else (pair.word,))), default=0.0)
    found = {
        "always": 1.0,
        engine: 1.0,
        f"{engine} {token.pos}": 1.0,
        f"type {event}": 1.0,
        "trained at the word": log_odds(said),
        "article tells of events": math.log(pair.density + 0.02),
    }
    if trained is not None:
        found[f"{engine}: trained"] = log_odds(trained.score)
        found[f"{engine}: of this type"] = log_odds(trained.types.get(event, 0.0))
    if rule is not None:
        found[f"{engine}: lexicon"] = log_odds(rule.score)
        found[f"{engine}: lexicon has parties"] = float(bool(rule.actors)) + float(bool(rule.recipients))
        found["engines agree on the type"] = float(trained is not None and trained.event == rule.event)
    return found


def _engine(pair: Pair) -> str:
    if pair.rule is None:
        return "trained"
    return "rules" if pair.trained is None else "both"


def _candidate(pair: Pair, event: str, chance: float) -> Candidate:
    rule, trained = pair.rule, pair.trained
    if trained is None:
        assert rule is not None
        return replace(rule, score=chance)
    base = rule or Candidate(trigger=(trained.word,), event=event, rule="trained heads")
    return replace(
        base,
        event=event,
        mode=_modes(base if base.event == event else None, trained),
        status=_status(base, trained.status),
        hedged=base.hedged or trained.hedged >= 0.5,
        score=chance,
        engine=_engine(pair),
        day_told=day_told(trained),
    )


def day_told(trained: EventScores) -> DayTold:
    """What the heads say of an event's day."""
    role = trained.roles["date"]
    return DayTold(trained.when, {f.word: f.score for f in role.fillers}, role.nobody)


def _modes(rule: Candidate | None, trained: EventScores) -> tuple[str, ...]:
    """The lexicon's modes, else the likely ones of the heads: what the weighing of modes starts from."""
    if rule is not None and rule.mode:
        return rule.mode
    return tuple(m for m, chance in trained.modes.items() if chance >= 0.5)


def _status(rule: Candidate, chances: Mapping[str, float]) -> Status:
    """A status that a frame implies stands; else the trained one, where it is clear."""
    if rule.status != "occurred":
        return rule.status
    best = max(STATUSES, key=lambda s: chances.get(s, 0.0))
    return best if chances.get(best, 0.0) >= _CLEAR else "occurred"
