"""What looks like a number of people or things and is not: ages, dates, times, votes, scores, names, measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.knowledge.numbers import NumberWords
from dateline.reading.how_many.amount import Amount
from dateline.reading.parsed import Token

_YEAR = re.compile(r"(1[5-9]|20)\d\d\Z")
_MONTHS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september "
    "october november december".split()
)
_DASHES = frozenset({"-", "–", "—"})
_NUMBERED = frozenset({"no", "no.", "nos", "number", "numbers", "#", "nr"})
_ONES = frozenset({"day", "time", "another", "side", "hand", "point", "thing", "way", "more", "such", "or"})

Rule = Callable[[Sequence[Token], Amount, NumberWords], str | None]
"""Takes the tokens of the sentence, an amount by positions in it, and the tables; says what the number is instead."""


def refused(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """Why the amount is no figure, or None where it may be one."""
    return next((reason for rule in _RULES if (reason := rule(tokens, amount, words))), None)


def _at(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _unit(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """A unit behind the number, also behind a hyphen or an adjective: "five long years", "a 62-hour siege"."""
    if amount.money:
        return None
    for i in range(amount.last + 1, min(amount.last + 4, len(tokens))):
        token = tokens[i]
        for form in (token.lower, token.lemma):
            if form in words.units and not (words.units[form] == "weight" and _of_weapons(tokens, i, words)):
                return words.units[form]
        if token.lower not in _DASHES and token.lower != "of" and token.pos not in {"ADJ", "DET"}:
            return None
        if token.lower == "of" and not amount.vague:
            return None
    return None


def _of_weapons(tokens: Sequence[Token], unit: int, words: NumberWords) -> bool:
    """Weights of weapons are kept: "forty kilos of explosives"."""
    if _at(tokens, unit + 1) != "of":
        return False
    return any(words.kind("noun", t.lemma) == "weapons" for t in tokens[unit + 2 : unit + 5])


def _glued_unit(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """Digits and unit in one token ("20km") are not read as amounts; "a 52-year-old" is one or many tokens."""
    follows = "".join(_at(tokens, i) for i in range(amount.last + 1, amount.last + 5))
    return "age" if re.match(r"[-–]?years?[-–]?old", follows) else None


def _date(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """A day beside a month, or a bare year."""
    if amount.money:
        return None
    before, after = _at(tokens, amount.core - 1).rstrip("."), _at(tokens, amount.last + 1).rstrip(".")
    text = tokens[amount.core].text
    if amount.core == amount.last and text.isdigit() and len(text) <= 2:
        if before in _MONTHS and tokens[amount.core - 1].text[:1].isupper():
            return "date"
        if after in _MONTHS and tokens[amount.last + 1].text[:1].isupper():
            return "date"
    if amount.core == amount.last and _YEAR.match(text) and not _counts(tokens, amount):
        return "year"
    if amount.core == amount.last and tokens[amount.core].ent == "DATE" and not _counts(tokens, amount):
        return "date"
    return None


def _counts(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a plural noun is counted: the number modifies it and stands before it."""
    token = tokens[amount.last]
    head = token.head - tokens[0].i
    if not 0 <= head < len(tokens) or head <= amount.last:
        return False
    return token.dep in {"nummod", "amod", "compound"} and tokens[head].tag in {"NNS", "NNPS"}


def _age(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """An age between commas behind a name, or behind "aged"."""
    if _at(tokens, amount.core - 1) in {"aged", "age", "ages"}:
        return "age"
    if amount.vague or amount.low is None or amount.low > 120 or not tokens[amount.core].text[:1].isdigit():
        return None
    named = (
        amount.core >= 2 and _at(tokens, amount.core - 1) == "," and tokens[amount.core - 2].pos in {"PROPN", "NOUN"}
    )
    closed = _at(tokens, amount.last + 1) in {",", ".", ";", ")", ""} and amount.core == amount.last
    singular = amount.core >= 2 and tokens[amount.core - 2].tag in {"NNP", "NN"}
    return "age" if named and closed and singular else None


def _numbered(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """A number that names: "Resolution 1701", "No. 5", "Flight 93", "Group of 20"."""
    before = amount.core - 1
    if before < 0 or amount.first != amount.core:
        return None
    if _at(tokens, before) in _NUMBERED:
        return "number of a thing"
    if _at(tokens, before) == "of" and _at(tokens, before - 1) == "group" and tokens[before - 1].text[0] == "G":
        return "name"
    named = tokens[before].pos == "PROPN" and tokens[before].lower not in words.currency_before
    digits = tokens[amount.core].text[0].isdigit()
    return "name" if named and digits and not _counts(tokens, amount) and not _noun_after(tokens, amount) else None


def _noun_after(tokens: Sequence[Token], amount: Amount) -> bool:
    after = amount.last + 1
    return after < len(tokens) and tokens[after].pos in {"NOUN", "ADJ", "VERB", "AUX"} and tokens[after].tag != "POS"


def _hyphens(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """Scores and votes ("89-52"), telephone numbers, codes ("AK-47"), numeric dates."""
    before, after = _at(tokens, amount.core - 1), _at(tokens, amount.last + 1)
    if before in _DASHES and amount.core >= 2 and tokens[amount.core - 1].start == tokens[amount.core - 2].end:
        return "score or code"
    if after in _DASHES | {"/", ":"} and amount.last + 2 < len(tokens):
        beyond = tokens[amount.last + 2]
        if beyond.text[:1].isdigit() and beyond.start == tokens[amount.last + 1].end:
            return "score or code"
    if before in {"/", ":"}:
        return "score or code"
    if amount.rule == "range" and amount.core == amount.last and not _noun_after(tokens, amount):
        return "score or code"
    return None


def _one(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """ "One of the", "one day", "no one", "the one", and the like: "one" without counting."""
    if amount.low != 1 or amount.high != 1 or tokens[amount.last].lower not in {"one", "1"}:
        return None
    before, after = _at(tokens, amount.core - 1), _at(tokens, amount.last + 1)
    if after in _ONES or after in _DASHES or before in _DASHES:
        return "one, not counted"
    if before in {"no", "the", "this", "that", "any", "every", "each", "which", "another", "first", "last", "only"}:
        return "one, not counted"
    if after == "of":
        return "one of many"
    return None


def _phrases(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """Fixed phrases: "zero tolerance", "24/7", list numbers "1.", ordinals "the two countries" are kept."""
    if amount.money:
        return None
    if amount.low == 0 and amount.high == 0:
        return "zero"
    if amount.core == 0 and _at(tokens, amount.last + 1) in {".", ")"}:
        return "list number"
    if _at(tokens, amount.core - 1) in {"(", "["} and _at(tokens, amount.last + 1) in {")", "]"} and not amount.scaled:
        return "in brackets"
    return None


_RULES: tuple[Rule, ...] = (_glued_unit, _unit, _date, _age, _numbered, _hyphens, _one, _phrases)
