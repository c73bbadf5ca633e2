"""What the trained heads say of an article: arrays of scores, to be made into mentions elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from msgspec import Struct

Array = npt.NDArray[np.float32]


class Filler(Struct, frozen=True):
    """A word that may fill a role, and its share of the chance (the shares of all words and of nobody add up to 1)."""

    word: int
    score: float


class Role(Struct, frozen=True):
    """Who fills a role, best first; `nobody` is the chance that the text near by names none."""

    fillers: tuple[Filler, ...]
    nobody: float

    def chosen(self, least: float = 0.5, share: float = 0.35) -> tuple[Filler, ...]:
        """The fillers where it is likelier than `least` that there are any: the best and those not far behind it."""
        if not self.fillers or 1.0 - self.nobody < least:
            return ()
        best = self.fillers[0].score
        return tuple(f for f in self.fillers if f.score >= share * best and f.score >= 0.1)


class EventScores(Struct, frozen=True):
    """A word that may name an event. `score` is the chance that it does; `types` go by type, given that it does;
    `modes` are chances, each by itself; `roles` are those of `EVENT_ROLES`; `when` goes by `WHENS`."""

    word: int
    score: float
    types: Mapping[str, float]
    modes: Mapping[str, float]
    status: Mapping[str, float]
    hedged: float
    roles: Mapping[str, Role]
    when: Mapping[str, float]

    @property
    def event(self) -> str:
        """The likeliest type."""
        return max(self.types, key=lambda name: self.types[name])


class ClaimScores(Struct, frozen=True):
    """Words that may be the cue of an attribution: their numbers, the chance that they are, the head of the source, and
    for each word near by the chance that it belongs to what is said."""

    cue: tuple[int, ...]
    score: float
    source: Role
    content: Mapping[int, float]


class Scores(Struct, frozen=True):
    """`types` [words, 1 + types]: the chance that the word names no event, or one of each type; words that were not
    read (furniture) name none. `cues` [words, 3]: outside, begins, goes on."""

    type_names: tuple[str, ...]
    types: Array
    cues: Array
    events: tuple[EventScores, ...]
    claims: tuple[ClaimScores, ...]

    def sentence_types(self, first: int, last: int) -> dict[str, float]:
        """For the words [first, last): the chance that some word of them names an event of each type."""
        absent = np.prod(1.0 - self.types[first:last, 1:].clip(0.0, 0.9999), axis=0)
        return {name: float(1.0 - a) for name, a in zip(self.type_names, absent, strict=True)}
