"""Number words, vague words, bounds, units and the words that tell what was counted (`data/numbers/`)."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Literal, cast

from msgspec import Struct

from dateline.knowledge.tables import rows
from dateline.model.mentions import FigureKind

Effect = Literal["least", "more", "most", "fewer", "nearly", "about", "plain"]
Part = Literal["digit", "teen", "ten", "scale", "letter"]
Role = Literal["object", "subject", "noun", "of", "state", "harm", "limb", "lives", "place", "armed"]
Phrase = tuple[str, ...]


class Word(Struct, frozen=True):
    """A number word: what it is worth, and whether it is a digit, teen, ten, a scale or a letter behind digits."""

    value: int
    part: Part


class NumberWords(Struct, frozen=True):
    """All tables, by the phrases' words in lower case. `longest` is the length of the longest phrase of a table."""

    words: dict[str, Word]
    vague: dict[Phrase, tuple[int, int | None]]
    before: dict[Phrase, Effect]
    after: dict[Phrase, Effect]
    units: dict[str, str]
    currency_before: frozenset[str]
    currency_after: frozenset[str]
    kinds: dict[tuple[Role, str], FigureKind]
    lists: dict[str, frozenset[str]]
    longest: int

    def kind(self, role: Role, *words: str) -> FigureKind | None:
        """The kind that the first known of the words shows in a role."""
        return next((k for w in words if (k := self.kinds.get((role, w)))), None)


@functools.cache
def load() -> NumberWords:
    """The shipped tables, read once."""
    bounds = [(row["side"], tuple(row["phrase"].split()), cast(Effect, row["effect"])) for row in _table("bounds")]
    vague = {
        tuple(r["phrase"].split()): (int(r["low"]), int(r["high"]) if r["high"] else None) for r in _table("vague")
    }
    money = [(row["word"], row["side"]) for row in _table("currencies")]
    return NumberWords(
        words={row["word"]: Word(int(row["value"]), cast(Part, row["part"])) for row in _table("words")},
        vague=vague,
        before={phrase: effect for side, phrase, effect in bounds if side == "before"},
        after={phrase: effect for side, phrase, effect in bounds if side == "after"},
        units={row["lemma"]: row["reason"] for row in _table("units")},
        currency_before=frozenset(word for word, side in money if side != "after"),
        currency_after=frozenset(word for word, side in money if side != "before"),
        kinds={(cast(Role, r["role"]), r["word"]): cast(FigureKind, r["kind"]) for r in _table("kinds")},
        lists={row["list"]: frozenset(row["words"].split()) for row in _table("lists")},
        longest=max(len(phrase) for phrase in [*vague, *(b[1] for b in bounds)]),
    )


def _table(name: str) -> Iterable[dict[str, str]]:
    return rows(f"numbers/{name}.tsv")
