"""Proposals: the stretches of text that could name a place, each with the places it could mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.knowledge.places.names import fold
from dateline.knowledge.places.spot import ADMIN1, ADMIN2, TOWN, Spot
from dateline.reading.parsed import Sentence, Token
from dateline.reading.where.context import Context

_LONGEST = 6
_ARTICLES = frozenset(["al", "el", "ad", "as", "ash", "ar", "an", "az", "at"])
_JOINTS = frozenset(["-", "–", "'", "’", ".", "'s", "’s"])
_NUMBERED = re.compile(r"^(?:\d{1,4}[A-Z]?|[A-Z]-?\d{1,3})$")


class Proposal(Struct, frozen=True):
    """Tokens [first, last], both included, that could name a place; `source` is what proposed them."""

    first: int
    last: int
    start: int
    end: int
    source: str
    spots: tuple[Spot, ...] = ()
    core: int = -1
    """The last token of the name itself, where a word of unit follows it ("Anbar| province"); else `last`."""

    def extends(self, context: Context) -> bool:
        """Whether it ends in a common noun that only adds to the name ("Basra airport")."""
        return self.last > self.first and context.tokens[self.last].text.islower()


def propose(context: Context) -> tuple[Proposal, ...]:
    """All proposals of the article, the longer before the shorter, overlapping each other."""
    found: dict[tuple[int, int], Proposal] = {}
    for sentence in context.parsed.sentences:
        for proposal in _in_sentence(context, sentence):
            found.setdefault((proposal.first, proposal.last), proposal)
    for first, last, kind in context.entities:
        first, last = _trimmed(context, first, last)
        if kind in ("GPE", "LOC", "FAC") and first <= last and _is_name(context.tokens[first]):
            found.setdefault((first, last), _tagged(context, first, last))
    return tuple(sorted(found.values(), key=lambda p: (p.first - p.last, p.first)))


def _tagged(context: Context, first: int, last: int) -> Proposal:
    """What only the tagger takes for a place: a part of a known one ("Greater Basra", "Port of Aden"), or unknown."""
    for begin, end in _inner(context, first, last):
        spots = context.gazetteer.lookup(context.parsed.text[context.tokens[begin].start : context.tokens[end].end])
        if spots and context.tokens[begin].text[:1].isupper():
            return _proposal(context, first, last, "part", spots)
    return _proposal(context, first, last, "tagger", ())


def _inner(context: Context, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The name without words of direction before it and words of unit behind it; else what follows "of"."""
    begin, end = first, last
    while begin < end and ("direction" in context.classes(begin) or context.tokens[begin].text == "-"):
        begin += 1
    while end > begin and context.classes(end) & {"unit", "feature"}:
        end -= 1
    if (begin, end) != (first, last):
        yield begin, end
    for i in range(first + 1, last):
        if context.tokens[i].lower == "of":
            yield i + 1, last


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Proposal]:
    for i in range(sentence.first, sentence.last):
        token = context.tokens[i]
        if token.text[:1].isupper():
            yield from _abbreviations(context, token)
        if _opens(context, token):
            yield from _named(context, i, sentence.last)
            yield from _streets(context, i, sentence.last)


def _opens(context: Context, token: Token) -> bool:
    """A name opens with a capital, or with an Arabic article that is hyphened to one."""
    if token.text[:1].isupper():
        return True
    after = context.after(token.i)
    return token.text in _ARTICLES and after is not None and after.text in ("-", "–")


def _named(context: Context, first: int, end: int) -> Iterator[Proposal]:
    """Stretches from `first` that the gazetteer knows, also with a word of unit that it does not have in the name."""
    text, tokens = context.parsed.text, context.tokens
    for last in _ends(context, first, end):
        if last > first and context.classes(last) & {"admin", "settlement"}:
            spots = _of_unit(
                context,
                text[tokens[first].start : tokens[last - 1].end],
                "settlement" if "settlement" in context.classes(last) else "admin",
            )
            exact = context.gazetteer.lookup(text[tokens[first].start : tokens[last].end])
            if exact or spots:
                source = "gazetteer" if exact else "unit"
                yield _proposal(context, first, last, source, exact or spots, -1 if exact else last - 1)
            continue
        spots = context.gazetteer.lookup(text[tokens[first].start : tokens[last].end])
        if spots and _may_be_printed_so(context, first, last, spots):
            yield _proposal(context, first, last, "gazetteer", spots)


def _ends(context: Context, first: int, end: int) -> Iterator[int]:
    """Where a name that opens at `first` may close."""
    for last in range(first, min(end, first + _LONGEST)):
        token = context.tokens[last]
        if token.text[:1].isupper() or (last > first and token.text[:1].isdigit()):
            yield last
        elif last > first and context.classes(last) & {"unit", "feature"}:
            yield last
            return
        elif not context.classes(last) & {"link", "kind"} and token.text not in _JOINTS:
            return


def _of_unit(context: Context, name: str, unit: str) -> tuple[Spot, ...]:
    """The places of that name that are such a unit."""
    levels = (TOWN,) if unit == "settlement" else (ADMIN1, ADMIN2)
    return tuple(s for s in context.gazetteer.lookup(name) if s.level in levels)


def _may_be_printed_so(context: Context, first: int, last: int, spots: tuple[Spot, ...]) -> bool:
    """Short words in capitals are acronyms ("IDF" is no town), unless the place is a country known by them."""
    token = context.tokens[first]
    if fold(context.parsed.text[token.start : context.tokens[last].end]) in context.words.never:
        return False
    if first != last:
        return True
    letters = token.text.rstrip(".")
    if token.text in context.words.abbreviations or token.text in context.words.demonyms:
        return False
    if len(letters) < 3 and not any(s.population > 50_000 and s.match == 0 for s in spots):
        return False
    if letters.isupper() and len(letters) <= 4 and token.sent not in context.shouting:
        return any(s.population > 100_000 and s.match == 0 for s in spots)
    return True


def _abbreviations(context: Context, token: Token) -> Iterator[Proposal]:
    """ "Calif." by its exact form; forms that do not stand alone only after "<Name>, "."""
    for last in (token.i + 1, token.i):
        if last >= len(context.tokens) or context.tokens[last].sent != token.sent:
            continue
        surface = context.parsed.text[token.start : context.tokens[last].end]
        meanings = context.words.abbreviations.get(surface, ())
        placed = [m for m in meanings if m.alone or _after_comma(context, token.i)]
        spots = [s for m in placed for s in context.gazetteer.lookup(m.name) if s.level != TOWN or m.name != "New York"]
        kept = tuple(s for s in spots if any(s.cc == m.cc and s.level in _levels(m.cc) for m in placed)) or tuple(spots)
        if kept:
            yield _proposal(context, token.i, last, "abbreviation", kept)
            return


def _levels(cc: str) -> tuple[str, ...]:
    return (ADMIN1,) if cc in ("US", "CA", "AU") else ("country",)


def _after_comma(context: Context, i: int) -> bool:
    comma, name = context.before(i), context.before(i - 1) if i > 0 else None
    return bool(comma and comma.text == "," and name and name.text[:1].isupper())


def _streets(context: Context, first: int, end: int) -> Iterator[Proposal]:
    """ "Harbour Road", "Highway 12": places that no gazetteer of ours has."""
    tokens = context.tokens
    if tokens[first].pos not in ("PROPN", "ADJ", "NOUN") or tokens[first].ent == "DATE":
        return
    for last in range(first + 1, min(end, first + 5)):
        token = tokens[last]
        capital, numbered = token.text[:1].isupper(), _NUMBERED.match(token.text) is not None
        if not (capital or numbered):
            return
        if "street" in context.classes(last if capital else last - 1):
            yield _proposal(context, first, last, "street", ())


def _trimmed(context: Context, first: int, last: int) -> tuple[int, int]:
    """The tagger's entity without a leading article and a trailing possessive."""
    while first <= last and context.tokens[first].lower in ("the", "a", "an"):
        first += 1
    while last >= first and context.tokens[last].text in ("'s", "’s", ",", "'", "-"):
        last -= 1
    return first, last


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() or token.text in _ARTICLES


def _proposal(
    context: Context, first: int, last: int, source: str, spots: tuple[Spot, ...], core: int = -1
) -> Proposal:
    tokens = context.tokens
    end = tokens[last].end
    return Proposal(first, last, tokens[first].start, end, source, spots, core if core >= 0 else last)
