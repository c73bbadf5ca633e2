"""Cuts an article into sentences: paragraphs, marks, seams of lost markup, and the edges of furniture."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article, Furniture
from dateline.model.layout import paragraphs
from dateline.reading.sentences import ends, seams
from dateline.reading.sentences.lexicon import lexicon

LONGEST = 1500
"""Characters of the longest sentence. Whatever is longer is no sentence, and would stall the parser: it is cut."""
_BULLET = re.compile(r"\s*(?:[•·▪◦●■►‣]|[-–—*](?=\s)|(?<![^\n])\d{1,2}[.)](?=\s+[^\W\d]))\s*")
_BREAKS = re.compile(r"[;:,]\s|\s")


class Stretch(Struct, frozen=True):
    """A sentence before the parse: character offsets, its paragraph, and the kind of furniture it lies in."""

    start: int
    end: int
    paragraph: int
    furniture: str | None


def split(article: Article) -> tuple[Stretch, ...]:
    """The sentences of an article, in order; offsets into its text, without outer white space.

    A sentence of a hard-wrapped paragraph may span line ends. Furniture is cut off from the prose around it.
    """
    text = article.text
    words = seams.word_set(text)
    marked = _Marked(article.furniture)
    found: list[Stretch] = []
    for number, paragraph in enumerate(paragraphs(text)):
        places = {paragraph.start, paragraph.end, *marked.edges(paragraph.start, paragraph.end)}
        places.update(ends.cuts(text, paragraph.start, paragraph.end, lexicon()))
        places.update(seams.cuts(text, paragraph.start, paragraph.end, lexicon(), words))
        at = sorted(p for p in places if paragraph.start <= p <= paragraph.end)
        for low, high in itertools.pairwise(at):
            for start, end in _limited(text, low, high):
                found.append(Stretch(start, end, number, marked.kind(start)))
    return tuple(found)


class _Marked:
    """The furniture of an article, looked up by position."""

    def __init__(self, furniture: tuple[Furniture, ...]) -> None:
        self._all = sorted(furniture, key=lambda f: f.start)
        self._starts = [f.start for f in self._all]

    def edges(self, start: int, end: int) -> Iterator[int]:
        """The edges of furniture inside [start, end]."""
        first = max(bisect.bisect_right(self._starts, start) - 1, 0)
        for furniture in itertools.takewhile(lambda f: f.start < end, itertools.islice(self._all, first, None)):
            yield from (e for e in (furniture.start, furniture.end) if start <= e <= end)

    def kind(self, at: int) -> str | None:
        """The kind of the furniture that holds the character `at`."""
        nearest = bisect.bisect_right(self._starts, at) - 1
        if nearest < 0 or at >= self._all[nearest].end:
            return None
        return self._all[nearest].kind


def _limited(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        middle = max((m.end() for m in _BREAKS.finditer(text, start + LONGEST // 2, start + LONGEST)), default=0)
        middle = middle or start + LONGEST
        yield from _trimmed(text, start, middle)
        start = middle
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Without outer white space and without the bullet of a list."""
    bullet = _BULLET.match(text, start, end)
    if bullet and bullet.end() < end:
        start = bullet.end()
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
