"""Whether a text is English, also where it is short."""

from __future__ import annotations

import functools
import re

from dateline.knowledge import tables

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 4000
"""Characters looked at, half from the beginning and half from the middle: headings may be in another language."""
_FEWEST = 8
"""Words below which nothing can be said, unless the script is another."""
_FEWEST_PLAIN = 12
"""The same for one line without any accent: headlines go without function words, too."""


def not_english(text: str) -> str | None:
    """Why the text is not taken for English ("reads as French"), None where it may be."""
    sample = _sample(text)
    if not sample.isascii() and _foreign_script(sample):
        return "is not in English: most of its letters are not Latin"
    words = _WORDS.findall(sample.lower())
    if len(words) < _FEWEST or _share(words) >= 0.2:
        return None
    code, certain = _identified(sample)
    if code == "en" or (_share(words) >= 0.1 and not certain):
        return None
    return f"is not in English: reads as {_name(code)}"


def plainly_english(text: str) -> bool:
    """Whether the common words of English make up enough of the text."""
    words = _WORDS.findall(_sample(text).lower())
    return bool(words) and _share(words) >= 0.2


def foreign_line(line: str) -> str | None:
    """Why one line of an English page is in another language, None where it may be English."""
    if not line.isascii() and _foreign_script(line):
        return "letters of another script"
    words = _WORDS.findall(line.lower())
    if (
        len(words) < (_FEWEST if not line.isascii() else _FEWEST_PLAIN)
        or "<" in line
        or any(w in _english_words() for w in words)
        or _capitalised(line)
    ):
        return None
    code, certain = _identified(line)
    return f"reads as {_name(code)}" if certain and code != "en" else None


def _capitalised(line: str) -> bool:
    """Names and headlines, which hold no function words in any language."""
    words: list[str] = [w for w in _WORDS.findall(line) if len(w) > 3]
    return 2 * len([w for w in words if w[:1].isupper()]) > len(words)


def _foreign_script(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) >= 4 and 2 * sum(not _latin(c) for c in letters) > len(letters)


def _latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or "\ufb00" <= letter < "\ufb07"


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[: _SAMPLE // 2]}\n{text[middle : middle + _SAMPLE // 2]}"


def _share(words: list[str]) -> float:
    return sum(w in _function_words() for w in words) / len(words)


@functools.cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.rows("furniture/english.tsv"))


@functools.cache
def _english_words() -> frozenset[str]:
    """All function words at hand: one of them is enough to take a line for English."""
    return _function_words() | {row["word"] for row in tables.rows("sentences/openers.tsv")}


def _identified(text: str) -> tuple[str, bool]:
    """The language by its letters (ISO 639-1), and whether it is told clearly from English."""
    import py3langid  # loads a model, needed only where the common words are missing

    ranked = [(code, float(score)) for code, score in py3langid.rank(text)[:40]]
    english = next((score for code, score in ranked if code == "en"), -1e9)
    return str(ranked[0][0]), bool(ranked[0][1] - english > 10)


def _name(code: str) -> str:
    names = {row["code"]: row["name"] for row in tables.rows("furniture/languages.tsv")}
    return names.get(code, f"the language {code!r}")
