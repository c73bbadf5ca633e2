"""The words of a parsed article as plain columns: what the trained heads see of it, at reading as in training."""

from __future__ import annotations

from msgspec import Struct

from dateline.reading.parsed import Parsed


class Words(Struct, frozen=True):
    """One entry a word, all lists of one length; `head` and `sentence` as in `Token` (numbers of the whole article).

    `start`/`end` are half-open character offsets into `text`. `read` are the word ranges [first, last) of the
    sentences that are to be read, in text order: furniture is left out.
    """

    text: str
    start: list[int]
    end: list[int]
    pos: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    sentence: list[int]
    read: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.start)

    def word(self, i: int) -> str:
        """The text of word `i`."""
        return self.text[self.start[i] : self.end[i]]


def words_of(parsed: Parsed) -> Words:
    """The columns of a parsed article."""
    tokens = parsed.tokens
    return Words(
        text=parsed.text,
        start=[t.start for t in tokens],
        end=[t.end for t in tokens],
        pos=[t.pos for t in tokens],
        dep=[t.dep for t in tokens],
        head=[t.head for t in tokens],
        ent=[t.ent for t in tokens],
        sentence=[t.sent for t in tokens],
        read=[(s.first, s.last) for s in parsed.sentences if s.furniture is None],
    )
