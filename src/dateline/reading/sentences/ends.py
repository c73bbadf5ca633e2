"""Where a mark (. ! ? …) ends a sentence, with or without white space after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.reading.sentences.lexicon import Lexicon

_MARK = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>(?:\s(?:''|”)(?=\s)|''|[\"”’»)\]'*]){0,5}+)(?P<space>\s*+)"
    r"(?P<open>(?:[“‘«(\[\"'`•]|[-–—]\s){0,5}+)(?=(?P<next>[^\W_][\w'’]{0,40}))"
)
_WORD_BEFORE = re.compile(r"[^\s“‘«(\[\"`,;:/—–-]*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]|\w*[a-z][A-Z](?:\.[A-Z])*")
_PREFIXED_NAME = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)-[A-Z]")
_DOMAIN = re.compile(r"(?:com|net|org|gov|edu|info|co|uk|tv|news|io)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:[\w.'’,-]+\s+){1,5}?(?P<verb>[a-z]+)\b")
_NUMBER_OPENS = re.compile(r"\d{1,3}(?:,\d{3})*\s[a-z]{3,}")
_PLAIN_WORD = re.compile(r"(?<![\w./@-])[a-z]{4,}$")
_QUOTES = ('"', "”", "''", "’")
_FAR = 20_000
"""Characters over which quotation marks are counted."""
_REACH = 24
"""Characters looked back for the word before the mark: no abbreviation is longer."""


def cuts(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    """Positions in [start, end) before which a sentence ends, by its mark."""
    for match in _MARK.finditer(text, start, end):
        if match["space"]:
            ends = _ends(text, start, end, match, lexicon)
        else:
            ends = _ends_unspaced(text, start, match, lexicon)
        if ends:
            yield _place(text, start, match)


def _place(text: str, start: int, match: re.Match[str]) -> int:
    """Straight quotation marks look alike at both ends: an even number before means that this one opens."""
    if not match["space"] and match["close"].endswith('"') and not match["open"]:
        opens = text.count('"', max(start, match.start() - _FAR), match.end("close") - 1) % 2 == 0
        return match.end("close") - opens
    return match.end("close")


def _ends(text: str, start: int, end: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    following = match["next"]
    if not _may_begin(text, match):
        return False
    if "!" in match["stop"] or "?" in match["stop"]:
        return not _speaker_follows(text, end, match, lexicon)
    if match["stop"] != ".":
        return _quoted(match) or lexicon.opens(following)
    if match["close"] in (")", "]") and _is_short(_word_before(text, start, match), lexicon):
        return lexicon.opens(following)
    if match["close"]:
        return not (match["close"] == "'" and _bare_number(following)) or lexicon.opens(following)
    return not _shortened(text, start, match, lexicon)


def _ends_unspaced(text: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Markup lost: "in Syria.The general". Not "U.S.A", "3.5", "example.Com", "St.Petersburg"."""
    following = match["next"]
    if following[0].isdigit() and match["stop"] == ".":
        return bool(_NUMBER_OPENS.match(text, match.end()) and _PLAIN_WORD.search(text, start, match.start()))
    if not following[0].isupper() or match["stop"].startswith("..") or "…" in match["stop"]:
        return bool(match["close"] or match["open"]) and following[0].isupper() and "'" not in match["close"]
    if match["close"] or match["open"]:
        return not match["close"].startswith("'") or lexicon.opens(following)
    before = _word_before(text, start, match)
    if _DOTTED.fullmatch(before):
        return lexicon.opens(following) and len(following) > 1
    if len(before) < 2 or _DOMAIN.match(following) or before.startswith(("www", "http")):
        return False
    if not before[-1].isalnum() or lexicon.abbreviation(before) in ("before-name", "never"):
        return before[-1] in "%”’)]'"
    if len(following) == 1:
        return text[match.end() + 1 : match.end() + 2].isspace()
    return following[1].islower() or following.isupper()


def _may_begin(text: str, match: re.Match[str]) -> bool:
    first = match["next"][0]
    if not first.islower():
        return True
    return bool(_PREFIXED_NAME.match(text, match.end()))


def _quoted(match: re.Match[str]) -> bool:
    return any(q in match["close"] for q in _QUOTES) or any(q in match["open"] for q in ('"', "“", "``"))


def _bare_number(word: str) -> bool:
    return word.isdigit()


def _speaker_follows(text: str, end: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    if not any(q in match["close"] for q in _QUOTES) or match["open"]:
        return False
    speaker = _SPEAKER.match(text, match.end(), min(end, match.end() + 60))
    return speaker is not None and speaker["verb"] in lexicon.speech


def _shortened(text: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the full stop only shortens the word before it."""
    before, following = _word_before(text, start, match), match["next"]
    begins = lexicon.opens(following) or bool(match["open"].strip("(["))
    if before.isdigit() and match.start() - len(before) == start:
        return True
    kind = lexicon.abbreviation(before)
    if kind is None:
        return bool(_DOTTED.fullmatch(before)) and not begins
    if kind == "maybe":
        return not begins
    if kind == "before-number":
        return following[0].isdigit()
    if kind == "month":
        return following[0].isdigit() or lexicon.abbreviation(following) == "month"
    return True


def _is_short(word: str, lexicon: Lexicon) -> bool:
    return bool(_DOTTED.fullmatch(word)) or lexicon.abbreviation(word) is not None


def _word_before(text: str, start: int, match: re.Match[str]) -> str:
    found = _WORD_BEFORE.search(text, max(start, match.start() - _REACH), match.start())
    return found.group() if found else ""
