"""A page as the furniture rules see it: its paragraphs with the signs that tell prose from the rest."""

from __future__ import annotations

import functools
import re
import statistics

from msgspec import Struct

from dateline.model.article import FurnitureKind
from dateline.model.layout import lines, paragraphs

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…][\"'”“’»)\]*†]*$")
_OPEN = re.compile(r"[,;:—–-]$")
_INNER_STOP = re.compile(r"[a-z0-9)\"”’]{2}[.!?][\"”’)]{0,4}\s+[\"“‘(]?[A-Z]")
_SMALL_BELOW = re.compile(r"\s*[a-zß-ÿ]")
_MINOR = 4
"""Words of fewer letters are written small in titles, too."""


class Verdict(Struct, frozen=True):
    """That characters [start, end) are furniture, of which kind and why."""

    start: int
    end: int
    kind: FurnitureKind
    reason: str


class Block(Struct, frozen=True):
    """A paragraph: characters [start, end), its words, and how it ends.

    `stopped`: it ends with a full stop, question or exclamation mark; `open`: with a comma, colon or dash, so that it
    goes on below; `sentences`: whether more than one sentence shows.
    """

    number: int
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    stopped: bool
    open: bool
    sentences: bool

    @property
    def capitals(self) -> float:
        """The share of capitalised words among those of four letters and more, the first word left out."""
        long = [w for w in self.words[1:] if len(w) >= _MINOR]
        return sum(w[0].isupper() for w in long) / len(long) if len(long) > 1 else 0.0

    @property
    def shouted(self) -> bool:
        """All in capitals."""
        return self.text.upper() == self.text and any(len(w) > 3 for w in self.words)


class Page:
    """The text with its paragraphs."""

    def __init__(self, text: str, title: str | None) -> None:
        self.text = text
        self.title = title
        self.blocks = tuple(_block(text, n, p.start, p.end) for n, p in enumerate(paragraphs(text)))

    @functools.cached_property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs that read as prose by their shape: a good dozen words and a final stop."""
        return tuple(b for b in self.blocks if len(b.words) >= 12 and (b.stopped or b.sentences))

    @functools.cached_property
    def typical(self) -> float:
        """The number of words in the middle paragraph of the prose, 0 where there is none."""
        return statistics.median(len(b.words) for b in self.prose) if self.prose else 0.0

    @functools.cached_property
    def gaps(self) -> frozenset[int]:
        """Where the paragraphs begin that stand below an empty line."""
        return frozenset(line.start for line in lines(self.text) if line.gap)

    @functools.cached_property
    def first_prose(self) -> int:
        """The number of the first paragraph of prose; that of the last paragraph where there is none."""
        return self.prose[0].number if self.prose else max(len(self.blocks) - 1, 0)

    @functools.cached_property
    def last_prose(self) -> int:
        """The number of the last paragraph of prose, 0 where there is none."""
        return self.prose[-1].number if self.prose else 0

    def goes_on_small(self, block: Block) -> bool:
        """Whether the text goes on in lower case below the paragraph."""
        return bool(_SMALL_BELOW.match(self.text, block.end))

    def of(self, block: Block, kind: FurnitureKind, reason: str) -> Verdict:
        """The whole paragraph is furniture."""
        return Verdict(block.start, block.end, kind, reason)


def _block(text: str, number: int, start: int, end: int) -> Block:
    words = text[start:end]
    return Block(
        number,
        start,
        end,
        words,
        tuple(WORD.findall(words)),
        bool(_STOP.search(words)),
        bool(_OPEN.search(words)),
        bool(_INNER_STOP.search(words)),
    )
