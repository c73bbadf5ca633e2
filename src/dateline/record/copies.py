"""Copies: articles that print one story, whole, shortened or lightly rewritten, are one witness."""

from __future__ import annotations

import hashlib
import struct

from msgspec import Struct
from rensa import RMinHash

from dateline.linking import words

_RUN = 4
"""Words in a row that are compared."""
_SLOTS, _BAND = 128, 4
_ALIKE = 0.5
"""Share of common runs from which two articles are copies."""
_WITHIN, _ENOUGH = 0.8, 40
"""Or: so much of the shorter one stands in the longer, which has at least so many runs."""
_FORM = struct.Struct(f"<I{_SLOTS}I")


class Signature(Struct, frozen=True):
    """What is kept to recognise copies: how many runs of words there are, and the least hashes of them."""

    runs: int
    least: tuple[int, ...]

    def pack(self) -> bytes:
        """As bytes."""
        return _FORM.pack(self.runs, *self.least)


def unpack(packed: bytes) -> Signature:
    """From bytes."""
    runs, *least = _FORM.unpack(packed)
    return Signature(runs, tuple(least))


def signature(text: str) -> Signature:
    """The signature of a text."""
    spoken = list(words.words(text))
    runs = {" ".join(spoken[i : i + _RUN]) for i in range(max(1, len(spoken) - _RUN + 1))}
    least = RMinHash(num_perm=_SLOTS, seed=20)
    least.update(sorted(runs))
    return Signature(len(runs), tuple(least.digest()))


def keys(signed: Signature) -> frozenset[int]:
    """Keys of which copies very likely share one, as signed 64-bit numbers."""
    bands = (signed.least[i : i + _BAND] for i in range(0, _SLOTS, _BAND))
    return frozenset(_number(f"copy {n} {band}") for n, band in enumerate(bands))


def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), signed=True)


def copied(a: Signature, b: Signature) -> bool:
    """Whether two articles print one story."""
    alike = sum(x == y for x, y in zip(a.least, b.least, strict=True)) / _SLOTS
    shorter = min(a.runs, b.runs)
    common = alike / (1 + alike) * (a.runs + b.runs)
    return alike >= _ALIKE or (shorter >= _ENOUGH and common / shorter >= _WITHIN)
