"""From bytes to text: byte order marks, UTF-8, then what the bytes themselves suggest."""

from __future__ import annotations

import codecs
import re

from dateline.intake.draft import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 200_000
"""Bytes looked at where a whole file would take long."""


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of `data`, line ends and all; a byte order mark is no part of it.

    `charset` is tried before anything is guessed. Raises Unreadable for binary data and for bytes that are text in no
    encoding that can be told.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    if _is_binary(data):
        raise Unreadable("is binary, not text")
    texts = (_try(data, name) for name in ("utf-8", charset))
    found = next((text for text in texts if text is not None), None)
    return _guessed(data) if found is None else found


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > max(1, len(sample) // 500)


def _strictly(data: bytes, name: str) -> str:
    text = _try(data, name)
    if text is None:
        raise Unreadable(f"says it is {name.upper()} and is not")
    return text


def _try(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(name) if name else None
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes) -> str:
    """UTF-8 with a few broken bytes stays UTF-8; mostly plain text with a few high bytes is Western; else a guess."""
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count("�")
    if broken * 4 <= sum(c > "\x7f" for c in damaged) - broken:
        return damaged
    western = _try(data, "cp1252")
    if western is not None and len(_HIGH.findall(data)) * 50 <= len(data):
        return western
    from charset_normalizer import from_bytes  # slow to load, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    text = _try(data, best.encoding) if best else None
    if text is None:
        raise Unreadable("is text in no encoding that can be told; save it as UTF-8")
    return text
