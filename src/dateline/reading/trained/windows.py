"""Windows of consecutive sentences, as long as the encoder reads at once, and their word pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.reading.trained.words import Words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LIMIT = 190
"""Word pieces a window holds at most, without the two that frame it."""


def frame(tokenizer: Tokenizer) -> tuple[int, int]:
    """The numbers of the pieces that begin and end a window."""
    begin, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if begin is None or end is None:
        raise ValueError("the tokenizer of the trained part lacks [CLS] or [SEP]")
    return begin, end


class Unit(Struct, frozen=True):
    """Words [first, last) that stay together (a sentence, or a part of one that is too long).

    `pieces` are vocabulary numbers; `at` gives for each word the piece, counted in the unit, that it begins in.
    """

    first: int
    last: int
    pieces: list[int]
    at: list[int]


def units(words: Words, tokenizer: Tokenizer, limit: int = LIMIT) -> list[Unit]:
    """The sentences to be read as units of at most `limit` pieces."""
    return [unit for first, last in words.read if first < last for unit in _units(words, tokenizer, first, last, limit)]


def _units(words: Words, tokenizer: Tokenizer, first: int, last: int, limit: int) -> Iterator[Unit]:
    base = words.start[first]
    encoding = tokenizer.encode(words.text[base : words.end[last - 1]], add_special_tokens=False)
    ends = [base + end for _, end in encoding.offsets]
    at, piece = [], 0
    for i in range(first, last):
        while piece < len(ends) - 1 and ends[piece] <= words.start[i]:
            piece += 1
        at.append(piece)
    yield from _cut(first, encoding.ids, at, limit)


def _cut(first: int, pieces: list[int], at: list[int], limit: int) -> Iterator[Unit]:
    """Cuts where a word begins; a single word of more pieces than `limit` loses its tail."""
    begin = 0
    while begin < len(at) and pieces:
        origin, stop = at[begin], begin + 1
        while stop < len(at) and _end(at, stop, len(pieces)) - origin <= limit:
            stop += 1
        inside = pieces[origin : min(_end(at, stop - 1, len(pieces)), origin + limit)]
        yield Unit(first + begin, first + stop, inside, [min(a - origin, len(inside) - 1) for a in at[begin:stop]])
        begin = stop


def _end(at: list[int], word: int, pieces: int) -> int:
    return at[word + 1] if word + 1 < len(at) else pieces


def pack(found: list[Unit], limit: int = LIMIT, spare: int = 0) -> list[list[Unit]]:
    """Consecutive units in windows of at most `limit` pieces; the first window keeps `spare` pieces free, so that
    training sees other neighbours each time."""
    packed: list[list[Unit]] = []
    room = 0
    for unit in found:
        if len(unit.pieces) > room:
            packed.append([])
            room = limit if len(packed) > 1 else max(limit - spare, len(unit.pieces))
        packed[-1].append(unit)
        room -= len(unit.pieces)
    return packed
