"""What looks like a number of people or things and is not: ages, dates, times, votes, scores, names, measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.knowledge.numbers import NumberWords
from dateline.reading.how_many.amount import Amount
from dateline.reading.parsed import Token

_YEAR = re.compile(r"(1[5-9]|20)\d\d\Z")
_DASHES = frozenset({"-", "–", "—"})
_NUMBERED = frozenset({"no", "no.", "nos", "number", "numbers", "#", "nr"})

Rule = Callable[[Sequence[Token], Amount, NumberWords], str | None]
"""Takes the tokens of the sentence, an amount by positions in it, and the tables; says what the number is instead."""


def refused(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """Why the amount is no figure, or None where it may be one."""
    return next((reason for rule in _RULES if (reason := rule(tokens, amount, words))), None)


def _at(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _unit(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """A unit behind the number, also behind a hyphen or, of time, an adjective: "a 62-hour siege", "six long years"."""
    if amount.money:
        return None
    for i in range(amount.last + 1, min(amount.last + 4, len(tokens))):
        token = tokens[i]
        reason = next((words.units[form] for form in (token.lower, token.lemma) if form in words.units), None)
        if reason == "weight" and _of_weapons(tokens, i, words):
            return None
        if reason and (reason in {"duration", "times"} or _beside(tokens, amount, i)):
            return reason
        passed = token.lower in _DASHES or token.pos in {"ADJ", "DET"} or (token.lower == "of" and amount.vague)
        if not passed:
            return None
    return None


def _beside(tokens: Sequence[Token], amount: Amount, i: int) -> bool:
    return all(t.lower in _DASHES or t.lower == "of" for t in tokens[amount.last + 1 : i])


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
        if before in words.lists["months"] and tokens[amount.core - 1].text[:1].isupper():
            return "date"
        if after in words.lists["months"] and tokens[amount.last + 1].text[:1].isupper():
            return "date"
    years = amount.core == amount.last or amount.rule == "range"
    if years and _YEAR.match(text) and _YEAR.match(tokens[amount.last].text) and not _counts(tokens, amount):
        return "year"
    if years and _YEAR.match(text) and before in {"the", "in", "since", "until", "during"}:
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
    return token.dep in {"nummod", "amod", "compound"} and tokens[head].tag == "NNS"


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


def _titled(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """A number word with a capital between a small word and a capital: "the Committee of Thirty", "at Seven Oaks"."""
    first, after = tokens[amount.core], _at(tokens, amount.last + 1)
    capital = first.text[:1].isupper() and first.text[1:].islower()
    if not capital or amount.core == 0 or not tokens[amount.core - 1].text.islower():
        return None
    if _at(tokens, amount.core - 1) == "of" and amount.core > 1 and tokens[amount.core - 2].text[:1].isupper():
        return "name"
    behind = tokens[amount.last + 1].text if after else "."
    return "name" if behind[:1].isupper() or not behind[:1].isalpha() else None


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
    if (
        after in _DASHES
        and _at(tokens, amount.last + 2) not in words.lists["strong"]
        and _glued(tokens, amount.last + 1)
    ):
        return "compound"
    if amount.rule == "range" and amount.core == amount.last and not _noun_after(tokens, amount):
        return "score or code"
    return None


def _outvoted(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """Votes and scores in words: "voted 12 to 3"."""
    if amount.rule == "range" and _at(tokens, amount.core - 1) == "of" and _at(tokens, amount.core - 2) == "vote":
        return "score or votes"
    follows = tokens[amount.last + 2] if amount.last + 2 < len(tokens) else None
    if amount.low is None or follows is None or _at(tokens, amount.last + 1) != "to":
        return None
    if follows.lower in {"one", "1"} and not _noun_after(
        tokens, Amount(1, 1, follows.i, follows.i, amount.last + 2, "")
    ):
        return "ratio"
    if amount.rule != "number":
        return None
    less = follows.text.isdecimal() and int(follows.text) < amount.low
    return "score or votes" if less and _at(tokens, amount.core - 1) not in {"from", "of", "was", "were"} else None


def _glued(tokens: Sequence[Token], dash: int) -> bool:
    """Whether a hyphen has no space around it."""
    inside = 0 < dash < len(tokens) - 1
    return inside and tokens[dash].start == tokens[dash - 1].end and tokens[dash + 1].start == tokens[dash].end


def _one(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> str | None:
    """ "One of the", "one day", "no one", "the one", and the like: "one" without counting."""
    if amount.low != 1 or amount.high != 1 or tokens[amount.last].lower not in {"one", "1"}:
        return None
    before, after = _at(tokens, amount.core - 1), _at(tokens, amount.last + 1)
    if after in words.lists["counters"] or after in _DASHES or before in _DASHES:
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
        return None if _none_harmed(tokens, amount, words) else "zero"
    if amount.core == 0 and _at(tokens, amount.last + 1) in {".", ")"}:
        return "list number"
    if _at(tokens, amount.core - 1) in {"(", "["} and _at(tokens, amount.last + 1) in {")", "]"} and not amount.scaled:
        return "in brackets"
    return None


def _none_harmed(tokens: Sequence[Token], amount: Amount, words: NumberWords) -> bool:
    """ "No deaths", "no serious injuries": nobody is a number too."""
    behind = tokens[amount.last + 1 : amount.last + 3]
    return any(words.kind("noun", t.lemma) in {"killed", "injured"} and t.tag == "NNS" for t in behind)


_RULES: tuple[Rule, ...] = (_glued_unit, _unit, _date, _age, _numbered, _titled, _hyphens, _outvoted, _one, _phrases)
