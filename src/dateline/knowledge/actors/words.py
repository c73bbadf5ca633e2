"""How names are made comparable: case, diacritics, apostrophes, hyphens, and the ways of transliteration."""

from __future__ import annotations

import re
import unicodedata

_SPLIT = re.compile(r"[\s\-‐‑–—/_]+")
_DROP = re.compile(r"[^\w]+|_")
_SPECIAL = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"})
_SOUNDS = (
    (re.compile(r"[ck]h|[kq]"), "k"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"[td]h|dj|[td]"), "t"),
    (re.compile(r"sh|sch|[sz]"), "s"),
    (re.compile(r"gh|g|j"), "j"),
    (re.compile(r"c"), "k"),
    (re.compile(r"[aeiouyh]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_PARTICLES = frozenset("al el ad ar as ash at az an ul bin ibn ben abd abdul de la le von van der".split())


def plain(word: str) -> str:
    """One word, lower case, without diacritics and punctuation: "Sana’a" gives "sanaa", a hyphen "" ."""
    if word.isascii():
        low = word.lower()
        return low if low.isalnum() else _DROP.sub("", low)
    folded = unicodedata.normalize("NFKD", word.casefold().translate(_SPECIAL))
    return _DROP.sub("", "".join(c for c in folded if not unicodedata.combining(c)))


def key(name: str) -> str:
    """A name as the index holds it: plain words joined by single blanks, hyphens as blanks, no leading "the"."""
    words = _plain_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _plain_words(name: str) -> list[str]:
    """The plain words of a name. Most names are ASCII letters and blanks, which need no folding."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return name.lower().split()
    return [w for w in map(plain, _SPLIT.split(name)) if w]


def is_acronym(name: str) -> bool:
    """True for names of one word in capitals (periods and digits allowed): their case must be kept in the text."""
    letters = name.replace(".", "").replace("-", "").replace("&", "")
    return " " not in name and len(letters) <= 8 and letters.upper() == letters and letters.lower() != letters


def sound(name: str) -> str:
    """The consonants of a name as transliterations share them (Qassem Suleimani, Qasem Soleimani)."""
    out = []
    for word in key(name).split():
        if word in _PARTICLES:
            continue
        for pattern, replacement in _SOUNDS:
            word = pattern.sub(replacement, word)
        out.append(word)
    return " ".join(w for w in out if w)


def slug(name: str) -> str:
    """The stable part of an id: plain words joined by hyphens."""
    return "-".join(_plain_words(name))
