"""Mentions of one real-world event brought together by their `link`, for the formats that count events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from dateline.export.base import Reading, Tally
from dateline.export.cells import distinct
from dateline.model.document import Event
from dateline.model.mentions import Entity, Figure, Place

Value = TypeVar("Value")


_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "ASSAULT"})
"""Types that PLOVER codes with all parties as actors and no recipient where both sides do the same.

Only an ASSAULT without a mode is taken for a clash: two who bomb or shoot together are allies as often as enemies."""


class Witness(Struct, frozen=True):
    """One mention of an event, with the sentence it stands in where the text is at hand."""

    event: Event
    passage: str | None
    article: str


class Incident(Struct, frozen=True):
    """All mentions of one event. `lead` is the one that says most surely what was done; others fill its gaps."""

    id: str
    witnesses: tuple[Witness, ...]

    @property
    def lead(self) -> Event:
        """The mention with a mode, of several the surest, of several the first."""
        return max((w.event for w in self.witnesses), key=lambda e: (bool(e.mode), e.confidence))

    @property
    def events(self) -> tuple[Event, ...]:
        """The mentions, the lead first."""
        lead = self.lead
        return (lead, *(w.event for w in self.witnesses if w.event is not lead))

    @property
    def dated(self) -> Event:
        """The mention whose date counts: the first that has one."""
        return next((e for e in self.events if e.date), self.lead)

    @property
    def place(self) -> Place | None:
        """The most closely told place, of several the lead's."""
        places = [e.event_loc for e in self.events if e.event_loc]
        return max(places, key=lambda p: p.resolution or 0, default=None)

    @property
    def actors(self) -> tuple[Entity, ...]:
        """Who did it, by the first mention that says so."""
        return distinct(next((e.actor for e in self.events if e.actor), ()))

    @property
    def recipients(self) -> tuple[Entity, ...]:
        """To whom, by the first mention that says so."""
        return distinct(next((e.recipient for e in self.events if e.recipient), ()))

    @property
    def mutual(self) -> bool:
        """True where several parties do the same to each other: all of them are actors then."""
        kind = self.lead.event[0]
        possible = kind in _MUTUAL and not (kind == "ASSAULT" and self.lead.mode)
        return possible and len(self.actors) > 1 and not self.recipients

    @property
    def sides(self) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
        """Actors and recipients; of parties who do the same to each other, the first against the others."""
        return (self.actors[:1], self.actors[1:]) if self.mutual else (self.actors, self.recipients)

    @property
    def hedged(self) -> bool:
        """True where no mention tells it without doubt."""
        return all(e.hedged for e in self.events)

    def each(self, value: Callable[[Event], Value]) -> tuple[Value, ...]:
        """A value of every mention, in the order of reading, each once; empty ones are left out."""
        return tuple(dict.fromkeys(v for w in self.witnesses if (v := value(w.event))))


class Deaths(Struct, frozen=True):
    """Numbers of the killed; None where no article gives that bound. `best` is the last article's, at its least."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


def gather(readings: Iterable[Reading], refuse: Callable[[Event], str | None], tally: Tally) -> tuple[Incident, ...]:
    """The incidents in the order of their first mention. `refuse` says why a mention has no place in the format."""
    found: dict[str, list[Witness]] = {}
    for reading in readings:
        for event in reading.events:
            reason = refuse(event)
            if reason:
                tally.leave_out(reason)
                continue
            found.setdefault(event.link or event.id, []).append(Witness(event, reading.passage(event), reading.key))
    return tuple(Incident(link, tuple(witnesses)) for link, witnesses in found.items())


def deaths(incident: Incident) -> Deaths:
    """The killed by all articles. Within one, the largest number counts: the others are mostly parts of it."""
    told: dict[str, list[Figure]] = {}
    published: dict[str, str] = {}
    for witness in incident.witnesses:
        killed = [f for f in witness.event.size if f.kind == "killed"]
        if killed:
            told.setdefault(witness.article, []).extend(killed)
            published[witness.article] = witness.event.cite_info.date or ""
    bounds = {article: _largest(figures) for article, figures in told.items()}
    lows = [low for low, _ in bounds.values() if low is not None]
    highs = [high for _, high in bounds.values()]
    known = [a for a, (low, _) in bounds.items() if low is not None]
    last = max(reversed(known), key=lambda a: published[a], default=None)
    return Deaths(
        low=min(lows, default=None),
        best=bounds[last][0] if last is not None else None,
        high=None if None in highs else max((h for h in highs if h is not None), default=None),
    )


def _largest(figures: list[Figure]) -> tuple[int | None, int | None]:
    low = max((f.low for f in figures if f.low is not None), default=None)
    highs = [f.high for f in figures]
    return low, None if None in highs else max(h for h in highs if h is not None)
