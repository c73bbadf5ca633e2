"""Numbers in words, as far as time expressions need them."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def compose(words: Sequence[str], worth: Callable[[str], int]) -> tuple[int, int]:
    """The number that the longest run of `words` from the first makes, and how many words it takes.

    `words` are number words, "-" and "and"; "nineteen ninety-one" is 1991, "two thousand and one" 2001.
    """
    total = part = 0
    used = 0
    for at, word in enumerate(words):
        if word in ("-", "and"):
            if word == "and" and not (part >= 100 or total >= 1000):
                break
            continue
        try:
            value = worth(word)
        except KeyError:
            break
        joined = _joined(total, part, value)
        if used and joined is None:
            break
        total, part = joined if joined is not None and used else _first(value)
        used = at + 1
    return total + part, used


def _first(value: int) -> tuple[int, int]:
    return (1000, 0) if value == 1000 else (0, value)


def _joined(total: int, part: int, value: int) -> tuple[int, int] | None:
    """Adds one more word to the number read so far; None where it starts another number."""
    if value == 1000:
        return (part * 1000, 0) if part and not total else None
    if value == 100:
        return (total, part * 100) if 0 < part < 100 else None
    if part == 0 or (part % 100 == 0 and value < 100):
        return total, part + value
    if part % 10 == 0 and part % 100 >= 20 and value < 10:
        return total, part + value
    if total == 0 and 11 <= part <= 20 and 10 <= value < 100:
        return part * 100, value
    return None
