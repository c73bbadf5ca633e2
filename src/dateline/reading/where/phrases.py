"""Places that are described, not named: "the Iraqi capital", "the capital", "the Syrian border"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.places.spot import Spot
from dateline.model.mentions import Place
from dateline.reading.parsed import Token
from dateline.reading.where.context import Context
from dateline.reading.where.describe import place_of
from dateline.reading.where.resolve import Resolved

_EDGES = frozenset({"border", "frontier", "coast", "coastline"})


def described_places(named: Sequence[Resolved], context: Context) -> list[Place]:
    """The described places of the article; where no country is told by the words or the article, none."""
    return [*_capitals(named, context), *_edges(named, context)]


def _capitals(named: Sequence[Resolved], context: Context) -> Iterator[Place]:
    for token in context.tokens:
        if token.lower != "capital" or token.pos not in ("NOUN", "PROPN"):
            continue
        first, cc = _of_adjective(token, context)
        rule = "adjective"
        if cc is None and _is_bare(token, context):
            first, cc, rule = token, _country_before(token.i, named), "the country named last"
        town = context.gazetteer.capitals.get(cc) if cc else None
        if town is not None and not _is_named(token, named):
            start = _article_start(first, context)
            why = f"role:place source:the capital of {cc} by {rule}"
            yield place_of(town, context.gazetteer, context.span(start, token.end), why=why)


def _edges(named: Sequence[Resolved], context: Context) -> Iterator[Place]:
    """ "the Syrian border" is in or at Syria: the country, with the part told."""
    for token in context.tokens:
        if token.lower in _EDGES and token.pos in ("NOUN", "PROPN"):
            first, cc = _of_adjective(token, context)
            country = context.gazetteer.country(cc) if cc else None
            if country is not None and not _is_named(token, named):
                why = f"role:place source:{token.lower} part:{token.lower}"
                words = context.span(_article_start(first, context), token.end)
                yield place_of(country, context.gazetteer, words, why=why)


def _of_adjective(token: Token, context: Context) -> tuple[Token, str | None]:
    """The adjective of a country before the noun: "the Iraqi capital"."""
    before = context.before(token.i)
    if before is None or len(key := context.words.demonyms.get(before.text, "")) != 2:
        return token, None
    return before, key


def _is_bare(token: Token, context: Context) -> bool:
    """ "the capital" with nothing between, and no "of" after: not money, not the capital of another place."""
    before, after = context.before(token.i), context.after(token.i)
    if before is None or before.lower != "the" or (after is not None and after.pos in ("NOUN", "PROPN")):
        return False
    if after is not None and after.lower in ("of", ","):
        return False
    governor = context.tokens[token.head]
    return token.dep == "pobj" and governor.lower in ("in", "to", "from", "near", "outside", "around", "across", "into")


def _country_before(i: int, named: Sequence[Resolved]) -> str | None:
    """The country of the nearest place named before token `i`."""
    earlier: Iterator[Spot] = (r.spot for r in reversed(named) if r.detected.proposal.first < i and r.spot is not None)
    return next((s.cc for s in earlier if s.cc), None)


def _is_named(token: Token, named: Sequence[Resolved]) -> bool:
    """Whether the name follows ("the Iraqi capital, Baghdad"): then the name is the mention."""
    return any(r.detected.proposal.first in range(token.i, token.i + 3) for r in named)


def _article_start(first: Token, context: Context) -> int:
    before = context.before(first.i)
    return before.start if before is not None and before.lower == "the" else first.start
