"""An event as an engine proposes it, before dates, places and figures are attached and the parties resolved."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dateline.model.document import Status


class Party(Struct, frozen=True):
    """A party of an event: the number of the head token of the words that name it, and the rule that found it."""

    head: int
    rule: str
    score: float = 1.0


class DayTold(Struct, frozen=True):
    """The trained heads' chances of where an event's day is told: `where` goes by `trained.labels.WHENS`; `words` by
    the head words near by that may tell it, `nobody` that none of them does."""

    where: Mapping[str, float]
    words: Mapping[int, float]
    nobody: float


class Candidate(Struct, frozen=True, kw_only=True):
    """An event mention by token numbers of the parsed article.

    `trigger` are the tokens that name the event, its head first. `score` is 0 to 1; `engine` is "rules", "trained" or
    "both". A party may stand in another sentence (a pronoun's antecedent, an actor carried over). `day_told` is what
    the trained heads say of its day; None where they are silent. `covered` are words that would name an event of
    another type and are told with this one ("marched to demand").
    """

    trigger: tuple[int, ...]
    event: str
    mode: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    status: Status = "occurred"
    hedged: bool = False
    score: float = 0.5
    rule: str = ""
    engine: str = "rules"
    day_told: DayTold | None = None
    covered: tuple[int, ...] = ()
