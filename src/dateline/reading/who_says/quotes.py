"""Quotations: where quotation marks open and close, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.reading.parsed import Parsed

_MARK = re.compile(r"''|``|[\"“”«»„]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_DOUBLE = {"“": "open", "”": "close", "«": "open", "»": "close", "„": "open", "``": "open"}
_LONGEST = 3000
"""Characters: a mark that is not closed within so many is taken for a stray one."""


class Quote(Struct, frozen=True):
    """Characters [start, end) with their quotation marks; `closed` is false where the paragraph ends first."""

    start: int
    end: int
    closed: bool = True

    def holds(self, at: int) -> bool:
        """Whether the character at `at` lies inside."""
        return self.start <= at < self.end


def quotes(parsed: Parsed) -> tuple[Quote, ...]:
    """All quotations of the article, in order, one paragraph at a time."""
    found: list[Quote] = []
    for start, end in _paragraphs(parsed.text):
        found.extend(_in_paragraph(parsed.text, start, end))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text):
        yield line.span()


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is None:
            if _opens(text, match, end):
                opened = (at, mark)
        elif _closes(opened[1], mark, text, match):
            yield Quote(opened[0], match.end())
            opened = None
    if opened is not None and opened[1] not in {"'", "‘"} and end - opened[0] <= _LONGEST:
        yield Quote(opened[0], end, closed=False)


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    if mark in _DOUBLE:
        return _DOUBLE[mark] == "open"
    if mark == "’":
        return False
    after = text[match.end() : match.end() + 1]
    return match.end() < end and not after.isspace()


def _closes(opened: str, mark: str, text: str, match: re.Match[str]) -> bool:
    """A single mark never closes a double one; a straight mark closes where no space stands before it."""
    if opened in {"'", "‘"}:
        return mark in {"'", "’"} and not text[match.start() - 1].isspace()
    if mark in {"'", "‘", "’"}:
        return False
    if opened in _DOUBLE:
        return mark in {"”", "»", "''", '"'} if opened != "„" else mark in {"“", "”", '"'}
    return mark == opened or mark == "”"
