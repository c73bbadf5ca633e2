"""The words of a figure: the noun that a number counts, and where the phrase ends."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.reading.how_many.amount import Amount
from dateline.reading.parsed import Parsed, Token

_WITHIN = 7
_NOUNS = frozenset({"NOUN", "PROPN"})
_STANDING = frozenset({"others", "dead", "wounded", "injured", "them", "whom"})
_ADJOINED = frozenset({"member", "strong", "man", "person", "woman"})
_LEADING = frozenset({"of", "-", "-strong", "strong", "'", '"', "”", "’", "''"})
_MARKS = frozenset({"-", "“", "”", '"', "``", "''", "‘", "’"})


class Extent(Struct, frozen=True):
    """The token counted (the number itself where no noun is), its phrase's last token, and where `of` begins."""

    counted: Token
    last: Token
    of: Token | None


def extent(parsed: Parsed, tokens: Sequence[Token], amount: Amount) -> Extent:
    """What the amount counts. `tokens` are those of the sentence; the amount's positions are in them."""
    last = tokens[amount.last]
    number = numeral(parsed, tokens, amount)
    noun = None if amount.money else _modified(parsed, tokens, amount) or _behind(tokens, amount)
    if noun is not None and noun.lower in _ADJOINED and noun.start == tokens[amount.last].end + 1:
        noun = _after(tokens, noun)
    if noun is None:
        return Extent(number, last, None)
    end = _joined(parsed, noun)
    return Extent(noun, end, _opening(tokens, amount))


def _opening(tokens: Sequence[Token], amount: Amount) -> Token | None:
    """The first of the words counted, behind the number and its "of" or hyphen."""
    at = amount.last + 1
    while at < len(tokens) and tokens[at].lower in _LEADING:
        at += 1
    return tokens[at] if at < len(tokens) else None


def numeral(parsed: Parsed, tokens: Sequence[Token], amount: Amount) -> Token:
    """The token of the number that the parse hangs the others on."""
    inside = tokens[amount.core : amount.last + 1]
    numbers = {t.i for t in inside}
    return next((t for t in inside if t.head not in numbers or t.head == t.i), inside[-1])


def _behind(tokens: Sequence[Token], amount: Amount) -> Token | None:
    """The noun of the phrase right behind the number, or behind its "of": the last noun of an unbroken run."""
    at = amount.last + 1
    lower = [t.lower for t in tokens[at : at + 2]]
    if lower[:1] == ["of"]:
        at += 1
        if at < len(tokens) and tokens[at].tag in {"DT", "PRP$"}:
            at += 1
    elif lower[-1:] == ["strong"]:
        at += len(lower)
    found: Token | None = None
    for token in tokens[at : at + _WITHIN]:
        if _is_noun(token):
            found = token
        elif not (_glues(token, found) if found else _before_noun(token)):
            break
    return found


def _after(tokens: Sequence[Token], noun: Token) -> Token:
    """The noun that "60-member" stands before."""
    for token in tokens[noun.i + 1 - tokens[0].i :]:
        if not _is_noun(token):
            break
        noun = token
    return noun


def _is_noun(token: Token) -> bool:
    return token.pos in _NOUNS or token.lower in _STANDING


def _glues(token: Token, found: Token) -> bool:
    """A hyphen or genitive inside the phrase."""
    return token.lower in {"-", "’s", "'s"} and token.start == found.end


def _before_noun(token: Token) -> bool:
    """What may stand between the number and its noun: adjectives, participles, quotation marks, hyphens."""
    return token.pos in {"ADJ", "ADV", "NUM"} or token.tag in {"VBN", "VBG", "JJ"} or token.lower in _MARKS


def _modified(parsed: Parsed, tokens: Sequence[Token], amount: Amount) -> Token | None:
    """The noun that the parse says the number modifies, where it stands behind it and near."""
    number = numeral(parsed, tokens, amount)
    head = parsed.tokens[number.head]
    if number.dep in {"nummod", "amod", "compound", "det"} and head.pos in _NOUNS and 0 < head.i - number.i <= _WITHIN:
        between = tokens[amount.last + 1 : head.i - tokens[0].i]
        return None if any(t.lower in {",", ";", "("} and t.head != head.i for t in between) else head
    return None


def _joined(parsed: Parsed, noun: Token) -> Token:
    """The last token of the phrase: a second noun joined by "and" belongs to it where it has no number of its own."""
    for other in parsed.all_children(noun.i, "conj"):
        between = other.i - noun.i
        bare = not any(c.pos in {"NUM", "DET"} for c in parsed.all_children(other.i))
        if between <= 4 and other.pos in _NOUNS and bare and parsed.tokens[noun.i + 1].lower in {"and", "or"}:
            return other
    return noun
