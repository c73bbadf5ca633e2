"""The rules compiled: patterns over word classes as regular expressions over one character a piece."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from dateline.knowledge.calendar import Calendar
from dateline.reading.when.lex import SHAPES

OTHER = "."
_FIRST_CODE = 0xE000
_CLASS = re.compile(r"[A-Z][A-Z_0-9]*")
_SIGNS = re.compile(r"([A-Z][A-Z_0-9]*|[(<>])")
_OPENED = {"(": "(?:", "<": "(?P<x>", ">": ")"}


class Compiled(Struct, frozen=True):
    """A rule ready to run; the mention is the group `x` where there is one, else the whole match."""

    name: str
    make: str
    regex: re.Pattern[str]
    marked: bool


class Grammar:
    """Codes for the sets of classes a piece can have, the rules, and the left-hand modifiers."""

    def __init__(self, calendar: Calendar) -> None:
        sets = {frozenset(m.values) for m in calendar.words.values()}
        sets |= {frozenset(m.values) for found in calendar.phrases.values() for _, m in found}
        sets |= SHAPES
        self.codes = {classes: chr(_FIRST_CODE + n) for n, classes in enumerate(sorted(sets, key=sorted))}
        self._by_class: dict[str, list[str]] = {}
        for classes, code in self.codes.items():
            for name in classes:
                self._by_class.setdefault(name, []).append(code)
        self.rules = tuple(Compiled(r.name, r.make, self._compile(r.pattern), "<" in r.pattern) for r in calendar.rules)
        self.modifiers = tuple((r.make, self._compile(f"({r.pattern})$")) for r in calendar.modifiers)
        self.words = calendar.lists
        self.core = self._compile("|".join(calendar.core))

    def _compile(self, pattern: str) -> re.Pattern[str]:
        pieces = _SIGNS.split(pattern)
        return re.compile(
            "".join(self._any_of(p) if _CLASS.fullmatch(p) else _OPENED.get(p, p.replace(" ", "")) for p in pieces)
        )

    def _any_of(self, name: str) -> str:
        """Raises KeyError naming a class that no word has."""
        return f"[{''.join(self._by_class[name])}]"


@functools.lru_cache(maxsize=4)
def grammar_of(calendar: Calendar) -> Grammar:
    """The compiled grammar of a calendar; compiled once."""
    return Grammar(calendar)
