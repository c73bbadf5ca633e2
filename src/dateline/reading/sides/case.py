"""One event whose parties are sought, and the words that may name them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate, Party
from dateline.reading.parsed import Parsed, Token
from dateline.reading.trained import EventScores
from dateline.reading.what import actors
from dateline.reading.who import naming
from dateline.reading.who_says.acts import is_nobody

SLOTS = ("actor", "recipient")
LEAST = 0.03
"""From this chance on a word that the trained heads name is looked at."""


class Case(Struct, frozen=True):
    """An event: its type, the head of its words, and what the engines say of it; either may be silent."""

    event: str
    word: int
    rule: Candidate | None = None
    trained: EventScores | None = None

    def lexicon(self, slot: str) -> tuple[Party, ...]:
        """The lexicon's parties of a slot."""
        if self.rule is None:
            return ()
        return self.rule.actors if slot == "actor" else self.rule.recipients

    def chances(self, slot: str) -> Mapping[int, float]:
        """The heads' chances of the words for a slot."""
        return {f.word: f.score for f in self.trained.roles[slot].fillers} if self.trained else {}


def other(slot: str) -> str:
    """The opposite side."""
    return "recipient" if slot == "actor" else "actor"


def options(parsed: Parsed, case: Case, events: Events) -> dict[str, list[int]]:
    """For each slot the words that may head the name of a party: those near by that can act and those that an engine
    names; never the event itself or who only stands behind a party ("Iran-backed"); nobody ("no group") is no actor."""
    near = _nearby(parsed, case.word, events)
    named = {p.head for s in SLOTS for p in case.lexicon(s)}
    found = {}
    for slot in SLOTS:
        heard = {word for word, chance in case.chances(slot).items() if chance >= LEAST}
        words = (named | heard | set(near)) - {case.word}
        idle = {w for w in words if slot == "actor" and is_nobody(parsed, parsed.tokens[w])}
        found[slot] = sorted(w for w in words - idle if not naming.is_backer(parsed, w))
    return found


def _nearby(parsed: Parsed, word: int, events: Events) -> tuple[int, ...]:
    """The words of the sentence, and of the prose sentence before it, that can act."""
    here = parsed.tokens[word].sent
    before = next((n for n in range(here - 1, -1, -1) if parsed.sentences[n].furniture is None), None)
    numbers = (here,) if before is None else (before, here)
    tokens = (t for n in numbers for t in parsed.sentence_tokens(parsed.sentences[n]))
    return tuple(t.i for t in tokens if _is_name(t) and actors.is_actor(parsed, t.i, events))


def _is_name(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "PRON", "NUM") or (token.pos == "ADJ" and token.text[:1].isupper())
