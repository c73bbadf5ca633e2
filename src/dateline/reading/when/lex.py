"""Cuts an article into pieces and gives each the classes of the grammar it can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.knowledge.calendar import Calendar, Meaning
from dateline.reading.parsed import Parsed
from dateline.reading.when.numbers import compose

_PIECE = re.compile(
    r"(?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<NUMDATE>(?<![\d./-])(?:\d{1,2}([/.-])\d{1,2}\3(?:\d{4}|\d\d)|\d{4}([/.-])\d{1,2}\4\d{1,2})(?![\d/-]|\.\d))"
    r"|(?P<CLOCK>(?<![\d:.,])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<NUMBER>\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+)"
    r"|(?P<INTEGER>\d+)"
    r"|(?P<AMPM>(?<=[\d\s])(?:[ap]\.\s?m\b\.?|[ap]m\b))"
    r"|(?P<APOS>['’`‘]\d\d(?!\d))"
    r"|(?P<POSS>['’]s\b)"
    r"|(?P<WORD>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<SIGN>[^\s\w]|_)",
    re.IGNORECASE,
)
_NONE: dict[str, str] = {}


class Lex(Struct, frozen=True):
    """A piece of the text: offsets, its words in lower case, its classes with their values, its sentence."""

    start: int
    end: int
    lower: str
    values: dict[str, str]
    sent: int


def lex(parsed: Parsed, calendar: Calendar) -> list[Lex]:
    """The pieces of the article in order; phrases and number words are one piece; an empty one between sentences."""
    pieces = list(_pieces(parsed))
    found: list[Lex] = []
    at = 0
    while at < len(pieces):
        piece, used = _merged(pieces, at, calendar)
        if found and piece.sent != found[-1].sent and not _wrapped(parsed.text, found[-1], piece):
            found.append(Lex(piece.start, piece.start, "", _NONE, piece.sent))
        found.append(piece)
        at += used
    return found


def _wrapped(text: str, left: Lex, right: Lex) -> bool:
    """Whether only a hard-wrapped line ends between the two pieces, not the sentence."""
    return text[left.end : right.start].strip(" ") == "\n" and left.lower not in (".", "!", "?", ":", "”", '"', "''")


def _pieces(parsed: Parsed) -> Iterator[tuple[str, str, int, int, int]]:
    for sentence in parsed.sentences:
        for match in _PIECE.finditer(parsed.text, sentence.start, sentence.end):
            yield match.lastgroup or "SIGN", match[0], match.start(), match.end(), sentence.number


def _merged(pieces: list[tuple[str, str, int, int, int]], at: int, calendar: Calendar) -> tuple[Lex, int]:
    """The piece at `at`, and how many pieces it takes."""
    kind, text, start, end, sent = pieces[at]
    lower = text.lower()
    if kind in ("WORD", "SIGN", "POSS", "INTEGER"):
        if lower in calendar.phrases:
            phrase = _phrase(pieces, at, lower, calendar)
            if phrase:
                meaning, used = phrase
                last = pieces[at + used - 1]
                return Lex(start, last[3], " ".join(p[1].lower() for p in pieces[at : at + used]), meaning, sent), used
        known = calendar.words.get(lower)
        if kind == "INTEGER":
            return Lex(start, end, lower, _shape(kind, text), sent), 1
        if known is None:
            return Lex(start, end, lower, _NONE, sent), 1
        if "NUMWORD" in known.values:
            return _number(pieces, at, calendar)
        return Lex(start, end, lower, known.values if _written(text, known) else _NONE, sent), 1
    return Lex(start, end, lower, _shape(kind, text), sent), 1


def _written(text: str, meaning: Meaning) -> bool:
    if meaning.flag == "cap":
        return text[0].isupper()
    return text.isupper() or meaning.flag != "caps"


def _phrase(
    pieces: list[tuple[str, str, int, int, int]], at: int, lower: str, calendar: Calendar
) -> tuple[dict[str, str], int] | None:
    for words, meaning in calendar.phrases[lower]:
        following = pieces[at : at + len(words)]
        if len(following) == len(words) and all(
            (p[1].lower() if p[0] != "POSS" else "'s") == w and p[4] == pieces[at][4]
            for p, w in zip(following, words, strict=True)
        ):
            return meaning.values, len(words)
    return None


def _number(pieces: list[tuple[str, str, int, int, int]], at: int, calendar: Calendar) -> tuple[Lex, int]:
    """Number words that belong together ("twenty-four", "nineteen ninety-one") as one piece."""
    words: list[str] = []
    for kind, text, _, _, sent in pieces[at : at + 9]:
        lower = text.lower()
        known = calendar.words.get(lower)
        if sent != pieces[at][4] or (kind == "SIGN" and lower != "-"):
            break
        if lower not in ("-", "and") and (known is None or not ({"NUMWORD", "DECADEWORD"} & known.values.keys())):
            break
        words.append(lower)
    value, used = compose(words, lambda w: int(calendar.words[w].values["NUMWORD"]))
    last = pieces[at + used - 1]
    values = {"NUM": str(value), "NUMWORD": str(value)}
    if used > 1 and 1100 <= value <= 2099:
        values["YEAR"] = str(value)
    return Lex(pieces[at][2], last[3], " ".join(words[:used]), values, pieces[at][4]), used


def _shape(kind: str, text: str) -> dict[str, str]:
    if kind == "INTEGER":
        return _integer(text)
    if kind == "NUMBER":
        values = {"NUM": text.replace(",", "")}
        if "." in text and len(text) <= 5 and int(text.split(".")[0]) < 25 and len(text.split(".")[1]) == 2:
            values["CLOCKDOT"] = text.replace(".", ":")
        return values
    if kind == "APOS":
        return {"YY": text[1:]}
    if kind == "AMPM":
        return {"AMPM": text[0].lower()}
    return {kind: text}


def _integer(text: str) -> dict[str, str]:
    number = int(text[:9])
    values = {"NUM": str(number)} if len(text) <= 9 else {}
    if len(text) <= 2:
        if 1 <= number <= 31:
            values["DAY"] = str(number)
        if number <= 24:
            values["HOUR"] = str(number)
        values["YEARS2"] = text
    if len(text) == 4:
        if 1000 <= number <= 2199:
            values["YEAR"] = text
        if int(text[:2]) < 24 and int(text[2:]) < 60:
            values["HHMM"] = text
    return values


SHAPES = frozenset(
    frozenset(values)
    for values in (
        *({kind: ""} for kind in ("ISO", "NUMDATE", "CLOCK", "YY", "AMPM", "POSS")),
        *(_shape("NUMBER", t) for t in ("1,000", "10.30", "1.5")),
        *(
            _integer(t)
            for t in ("0", "5", "18", "28", "45", "100", "2045", "1230", "1998", "2300", "0930", "9999", "10000")
        ),
        {"NUM": "", "NUMWORD": ""},
        {"NUM": "", "NUMWORD": "", "YEAR": ""},
    )
    if values
)
"""Every set of classes that a number or time in figures can have."""
