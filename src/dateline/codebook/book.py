"""The shapes of a codebook: event types, modes, quads, contexts, sectors, rulings. Names are the codebook's own."""

from __future__ import annotations

from dateline.model.span import Record


class Quad(Record, frozen=True):
    """One of the four classes verbal/material by cooperation/conflict; `code` is what quad_code holds."""

    code: str
    name: str
    material: bool
    conflict: bool


class Mode(Record, frozen=True):
    """How an event of a type was done. `scale` runs from -10 (conflict) to +10 (cooperation)."""

    name: str
    meaning: str
    scale: float


class EventType(Record, frozen=True):
    """What was done. `quad` is the code of its Quad, `scale` holds where no mode is known."""

    name: str
    definition: str
    quad: str
    scale: float
    recipient_required: bool
    modes: dict[str, Mode]


class Ruling(Record, frozen=True):
    """How a doubtful case is coded. `source` is the manual or, where that is silent or in two minds, ourselves."""

    id: str
    source: str
    events: tuple[str, ...]
    text: str


class Codebook(Record, frozen=True):
    """A codebook, looked up by name. Unknown names raise KeyError: a name outside the codebook is a bug."""

    name: str
    version: str
    title: str
    quads: dict[str, Quad]
    events: dict[str, EventType]
    contexts: dict[str, str]
    sectors: dict[str, str]
    codes: dict[str, str]
    auxiliary: dict[str, str]
    rulings: tuple[Ruling, ...]

    @property
    def label(self) -> str:
        """What `cite_info.codebook` holds, such as "plover-2.0"."""
        return f"{self.name}-{self.version}"

    def event(self, name: str) -> EventType:
        """The event type `name`."""
        return self.events[name]

    def quad(self, event: str) -> str:
        """The quad_code of an event type."""
        return self.events[event].quad

    def modes(self, event: str) -> tuple[str, ...]:
        """The names of the modes of an event type."""
        return tuple(self.events[event].modes)

    def scale(self, event: str, mode: str | tuple[str, ...] | None = None) -> float:
        """The event_scale of a type and its modes; of several modes the one furthest from zero counts.

        Modes that the type does not have are passed over, so that the type's own score is left.
        """
        names = (mode,) if isinstance(mode, str) else mode or ()
        kind = self.events[event]
        scales = [kind.modes[n].scale for n in names if n in kind.modes]
        return max(scales, key=abs) if scales else kind.scale

    def rulings_on(self, event: str) -> tuple[Ruling, ...]:
        """The rulings that name an event type."""
        return tuple(r for r in self.rulings if event in r.events)
