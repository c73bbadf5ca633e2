"""Lines and paragraphs of a text, by their offsets; also where paragraphs were wrapped to a fixed width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from msgspec import Struct

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FIRST_WORD = re.compile(r"\s*(\S*)")
_STOPS = frozenset(".!?:;”\"'’»)…")
_WRAP_WIDTHS = range(36, 110)
"""Widths at which mail programs, terminals and wire desks wrap lines."""
_BULLET = re.compile(r"\s*(?:[-–—•·▪◦●■►‣*]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")


class Line(Struct, frozen=True):
    """Characters [start, end) of the text, one line without its line end and outer white space.

    `gap` is true where an empty line, or the text's beginning, stands before it; `indent` where white space does.
    """

    start: int
    end: int
    gap: bool
    indent: bool


class Paragraph(Struct, frozen=True):
    """Characters [start, end) of the text: one line, or the lines of a paragraph that was wrapped."""

    start: int
    end: int


def lines(text: str) -> tuple[Line, ...]:
    """The lines that hold something other than white space, in order."""
    return tuple(_lines(text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs: a line each, or, where the text was hard-wrapped, the lines that belong together."""
    found = lines(text)
    width = _wrap_width(text, found)
    whole: list[Paragraph] = []
    for number, line in enumerate(found):
        if number and _continues(text, found[number - 1], line, width):
            whole[-1] = Paragraph(whole[-1].start, line.end)
        else:
            whole.append(Paragraph(line.start, line.end))
    return tuple(whole)


def _lines(text: str) -> Iterator[Line]:
    last = 0
    for match in _LINE.finditer(text):
        words = match.group()
        bare = words.strip()
        if not bare:
            continue
        start = match.start() + len(words) - len(words.lstrip())
        between = text[last:start]
        gap = last == 0 or between.count("\n") > 1 or between.count("\r") > 1 or "\u2029" in between
        yield Line(start, start + len(bare), gap, start > match.start())
        last = start + len(bare)


def _continues(text: str, above: Line, line: Line, width: int | None) -> bool:
    if line.gap or _BULLET.match(text, line.start):
        return False
    goes_on = text[line.start].islower() and text[above.end - 1] not in _STOPS
    if width is None:
        return goes_on and above.end - above.start >= _WRAP_WIDTHS.start
    if goes_on:
        return True
    first = _FIRST_WORD.match(text, line.start, line.end)
    fits = first is not None and above.end - above.start + 1 + len(first.group(1)) <= width
    return not fits and not line.indent


def _wrap_width(text: str, found: tuple[Line, ...]) -> int | None:
    """The width of the longest line where the text was hard-wrapped, else None.

    Wrapped text gives itself away by lines that break off in mid-sentence and go on in lower case below.
    """
    if len(found) < 2:
        return None
    lengths = sorted(line.end - line.start for line in found)
    width = lengths[-1 - len(lengths) // 50]
    if width not in _WRAP_WIDTHS:
        return None
    inner = [(a, b) for a, b in itertools.pairwise(found) if not b.gap]
    open_ends = sum(text[b.start].islower() and text[a.end - 1] not in _STOPS for a, b in inner)
    return width if inner and open_ends >= 0.35 * len(inner) else None
