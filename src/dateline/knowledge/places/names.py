"""Names folded to keys: case, diacritics, hyphens, dots and the like do not tell places apart in print."""

from __future__ import annotations

import functools
import unicodedata

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʻʿʾ´`'\"“”", ""),
        **dict.fromkeys("-–—‐‑/_", " "),
        "ß": "ss",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "Ł": "l",
        "Ø": "o",
        "Đ": "d",
        "Ð": "d",
        "Þ": "th",
        "Æ": "ae",
        "Œ": "oe",
        "İ": "i",
        "Ə": "a",
        **dict.fromkeys(".,()", " "),
    }
)
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "mountain": "mtn"}
_ARTICLES = frozenset({"al", "el", "an", "as", "ash", "ar", "ad", "az", "at", "ath", "adh"})


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The key of a name: "Saint-Étienne" and "St. Etienne" give "st etienne", "U.S." gives "us"."""
    return fold_now(name)


def fold_now(name: str) -> str:
    """`fold` without the cache, for long lists."""
    text = name if name.isascii() else _bare(name)
    words = _initials(text).translate(_LETTERS).lower().split()
    return " ".join([_SHORT.get(w, w) for w in words])


def without_article(key: str) -> str | None:
    """The key of an Arabic name without its article ("al hudaydah" gives "hudaydah"), None where it has none."""
    first, _, rest = key.partition(" ")
    return rest if first in _ARTICLES and len(rest) > 4 else None


def is_latin(name: str) -> bool:
    """Whether all letters are Latin: other scripts never match an English text."""
    return name.isascii() or all(ord(c) < 0x300 or 0x1E00 <= ord(c) < 0x1F00 or 0x2010 <= ord(c) < 0x2020 for c in name)


def _bare(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _initials(text: str) -> str:
    """ "U.S.A." as "USA": the dots between single capitals carry nothing; "St. Louis" keeps its space."""
    if "." not in text:
        return text
    out = []
    for i, c in enumerate(text):
        between = c == "." and i > 0 and text[i - 1].isupper() and (i < 2 or not text[i - 2].isalpha())
        out.append("" if between else c)
    return "".join(out)
