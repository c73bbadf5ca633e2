"""The words of events: verbs, nouns and adjectives with PLOVER type, mode and frame (which words are the parties).

The data lie in `data/events/`: one TSV a type, `frames.tsv` (how a frame finds its parties), `classes.tsv` (word lists
that conditions name with @), `outcomes.tsv` (what a promise, threat, demand or refusal of something amounts to),
`modes.tsv` (words that speak for a mode).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from dateline.knowledge.tables import rows

_TYPES = (
    "agree consult support concede cooperate aid retreat request accuse reject threaten protest sanction mobilize "
    "coerce assault nothing"
).split()
_SPEC = re.compile(r"[a-z.]+[!~?]?(?:[|+][a-z.]+[!~?]?)*\Z")


class Condition(Struct, frozen=True):
    """A test on a relation of the trigger: the words there must be among `words`, or belong to one of `classes`.

    The pseudo-words `none` and `any` test that the relation is empty or filled.
    """

    relation: str
    words: frozenset[str]
    classes: tuple[str, ...]


class Source(Struct, frozen=True):
    """Where a party may stand: a relation, and what is taken there.

    `take` is "" (only words that can be an actor), "!" (any noun), "~" (an actor, or whoever owns the thing named).
    """

    relation: str
    take: str


class Frame(Struct, frozen=True):
    """How an event word finds its parties: alternatives tried in order, each a sum of sources."""

    name: str
    actor: tuple[tuple[Source, ...], ...]
    recipient: tuple[tuple[Source, ...], ...]
    require: tuple[Condition, ...]
    forbid: tuple[Condition, ...]


class EventRow(Struct, frozen=True):
    """One entry: `words` are lemmas, the head first; further words are particles or prepositions it needs.

    `event` is "" where the entry says that this use of the word is no event. `weight` is 0 to 1: how often the entry,
    where it matches, names an event.
    """

    words: tuple[str, ...]
    pos: str
    event: str
    mode: tuple[str, ...]
    frame: Frame
    require: tuple[Condition, ...]
    forbid: tuple[Condition, ...]
    weight: float

    @property
    def name(self) -> str:
        """The entry's name in explanations."""
        return f"{'-'.join(self.words)}/{self.pos}:{self.frame.name}"


class ModeCue(Struct, frozen=True):
    """Words that speak for a mode where they stand in one of the `zones`: word, subject, below, above,
    sentence, actor, recipient."""

    mode: str
    zones: tuple[str, ...]
    words: frozenset[str]


class Events(Struct, frozen=True):
    """All event words. `entries` maps (part of speech v, n or a; head lemma) to entries, the most specific first;
    `modes` has the cues for the modes of each type that has modes."""

    entries: dict[tuple[str, str], tuple[EventRow, ...]]
    classes: dict[str, frozenset[str]]
    outcomes: dict[tuple[str, str], tuple[str, tuple[str, ...]]]
    modes: dict[str, tuple[ModeCue, ...]]

    def is_a(self, word: str, name: str) -> bool:
        """Whether the lemma `word` belongs to the class `name`."""
        return word in self.classes.get(name, _EMPTY)


_EMPTY: frozenset[str] = frozenset()


def load() -> Events:
    """Reads the files of `data/events/`."""
    frames = {f.name: f for f in _frames()}
    found: dict[tuple[str, str], list[EventRow]] = defaultdict(list)
    for name in _TYPES:
        for row in _entries(name, frames):
            found[row.pos, row.words[0]].append(row)
    entries = {key: tuple(sorted(value, key=_specific, reverse=True)) for key, value in found.items()}
    classes = _classes()
    return Events(entries, classes, _outcomes(), _modes(classes))


def _specific(row: EventRow) -> tuple[int, float]:
    """Entries that ask for more come first: more words, then named words before classes before any word at all."""
    return len(row.words), sum(_strictness(c) for c in row.require) + (0.25 if not row.event else 0.0)


def _strictness(condition: Condition) -> float:
    if condition.words - {"any", "none"}:
        return 2.0
    return 1.5 if condition.classes else 0.5


def _frames() -> Iterator[Frame]:
    for row in rows("events/frames.tsv"):
        yield Frame(
            row["frame"],
            _spec(row["actor"]),
            _spec(row["recipient"]),
            _conditions(row["require"]),
            _conditions(row["forbid"]),
        )


def _entries(name: str, frames: dict[str, Frame]) -> Iterator[EventRow]:
    for row in rows(f"events/{name}.tsv"):
        if row["frame"] not in frames:
            raise ValueError(f"events/{name}.tsv: no frame {row['frame']!r} ({row['words']})")
        yield EventRow(
            tuple(row["words"].split()),
            row["pos"],
            "" if name == "nothing" else name.upper(),
            tuple(row["mode"].split(",")) if row["mode"] else (),
            frames[row["frame"]],
            _conditions(row["require"]),
            _conditions(row["forbid"]),
            float(row["weight"] or 0.6),
        )


def _spec(cell: str) -> tuple[tuple[Source, ...], ...]:
    if not cell or cell == "-":
        return ()
    if not _SPEC.match(cell):
        raise ValueError(f"events/frames.tsv: cannot read {cell!r}")
    return tuple(tuple(_source(s) for s in part.split("+")) for part in cell.split("|"))


def _source(cell: str) -> Source:
    return Source(cell[:-1], cell[-1]) if cell[-1] in "!~" else Source(cell, "")


def _conditions(cell: str) -> tuple[Condition, ...]:
    return tuple(_condition(c.strip()) for c in cell.split(";") if c.strip())


def _condition(cell: str) -> Condition:
    relation, _, values = cell.partition(":")
    words = [v.strip() for v in values.split(",")]
    plain = frozenset(w for w in words if not w.startswith("@"))
    return Condition(relation, plain, tuple(w[1:] for w in words if w.startswith("@")))


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("events/classes.tsv"):
        found[row["class"]].update(w.strip() for w in row["words"].split(","))
    return {name: frozenset(words) for name, words in found.items()}


def _outcomes() -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    found = {}
    for row in rows("events/outcomes.tsv"):
        mode = tuple(row["mode"].split(",")) if row["mode"] else ()
        found[row["act"], row["of"]] = (row["event"], mode)
    return found


_ANYWHERE = ("word", "subject", "below", "above", "sentence")


def _modes(classes: dict[str, frozenset[str]]) -> dict[str, tuple[ModeCue, ...]]:
    found: dict[str, list[ModeCue]] = defaultdict(list)
    for row in rows("events/modes.tsv"):
        named = [w.strip() for w in row["words"].split(",")]
        plain = {w for w in named if not w.startswith("@")}
        zones = _ANYWHERE if row["where"] == "any" else (row["where"],)
        words = plain.union(*(classes[w[1:]] for w in named if w.startswith("@")))
        found[row["event"]].append(ModeCue(row["mode"], zones, frozenset(words)))
    return {event: tuple(cues) for event, cues in found.items()}
