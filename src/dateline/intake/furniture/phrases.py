"""The phrases and agency names of `knowledge/data/furniture`, as patterns; built once, on first use."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from dateline.knowledge import tables
from dateline.model.article import FurnitureKind

_TAIL = r"[\s.:!…»›>→+]*"
_LEAD = r"[\s•·|»›>→\[(*–—-]*"


class Phrase(Struct, frozen=True):
    """A phrase with the kind of furniture it shows, and why."""

    kind: FurnitureKind
    reason: str


class Phrases(Struct, frozen=True):
    """Phrases by where they stand, each set as one pattern; the matched words, in lower case, are the key."""

    patterns: dict[str, re.Pattern[str]]
    known: dict[tuple[str, str], Phrase]

    def find(
        self, where: str, text: str, start: int = 0, end: int | None = None
    ) -> tuple[re.Match[str], Phrase] | None:
        """The first phrase of the set `where` in text[start:end]."""
        found = self.patterns[where].search(text, start, len(text) if end is None else end)
        return (found, self.known[where, _key(found["phrase"])]) if found else None


@functools.cache
def phrases() -> Phrases:
    """The shipped phrases."""
    known = {
        (r["where"], r["phrase"]): Phrase(_kind(r["kind"]), r["reason"]) for r in tables.rows("furniture/phrases.tsv")
    }
    frames = {
        "whole": rf"\A{_LEAD}(?P<phrase>{{}}){_TAIL}[\])]?\Z",
        "start": rf"\A{_LEAD}(?P<phrase>{{}})(?![\w'’])",
        "end": rf"(?<![\w'’])(?P<phrase>{{}}){_TAIL}\Z",
        "glued": r"(?<=[.!?”\"’)])[ \t]*(?P<phrase>(?-i:{}))(?=\s*(?:[“\"‘]?[A-Z]|$))",
    }
    patterns = {
        w: re.compile(frame.format(_either(w, known)), re.IGNORECASE | re.MULTILINE * (w == "glued"))
        for w, frame in frames.items()
    }
    return Phrases(patterns, known)


@functools.cache
def agency() -> str:
    """A pattern for the name of any agency."""
    names = sorted((row["name"] for row in tables.rows("furniture/agencies.tsv")), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(n) for n in names) + ")"


def _either(where: str, known: dict[tuple[str, str], Phrase]) -> str:
    wanted = sorted((p for w, p in known if w == where), key=len, reverse=True)
    if where == "glued":
        wanted = [form for p in wanted for form in (p.capitalize(), p.upper(), p.title())]
    return "|".join(re.escape(p).replace("'", "['’]") for p in wanted)


def _key(matched: str) -> str:
    return matched.lower().replace("’", "'")


def _kind(name: str) -> FurnitureKind:
    return name  # type: ignore[return-value]
