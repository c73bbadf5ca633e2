"""Where sentences and paragraphs end, also where the markup between them was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article

_LINE = re.compile(r"[^\n]+")
_END = re.compile(
    r"(?<=[.!?])[\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[]*[A-Z0-9À-Þ])|(?=[A-Z][a-z]))",
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|Rev|Prof|St|Jr|Sr|No|vs|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Ft|Mt)|\b[A-Z]|\b[a-z]\.[a-z])\.$"
)


class Stretch(Struct, frozen=True):
    """A sentence before the parse: character offsets, its paragraph, and the kind of furniture it lies in."""

    start: int
    end: int
    paragraph: int
    furniture: str | None


def split(article: Article) -> tuple[Stretch, ...]:
    """The sentences of an article, in order; offsets into its text, without outer white space."""
    found = []
    for paragraph, line in enumerate(_LINE.finditer(article.text)):
        for start, end in _pieces(article.text, line.start(), line.end()):
            found.append(Stretch(start, end, paragraph, _furniture_at(article, start, end)))
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text[begin : match.start()]):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _furniture_at(article: Article, start: int, end: int) -> str | None:
    middle = (start + end) // 2
    return next((f.kind for f in article.furniture if f.start <= middle < f.end), None)
