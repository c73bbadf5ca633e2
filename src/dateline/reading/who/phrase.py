"""Noun phrases: from the determiner to the head, without what follows."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.reading.parsed import Parsed, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIER = frozenset(
    {"compound", "amod", "nmod", "nummod", "det", "poss", "case", "quantmod", "predet", "advmod", "punct"}
)
_LEFT = _MODIFIER | {"npadvmod", "conj", "cc", "npmod", "appos", "dep", "prep", "pobj", "acl", "pcomp"}


def is_head(parsed: Parsed, token: Token) -> bool:
    """True for a token that heads a noun phrase, as far as the parse can be trusted."""
    if token.pos not in NOMINAL or token.dep in ("compound", "nmod", "predet", "det"):
        return False
    return not (token.dep == "amod" and token.pos == "PROPN")


def left_edge(parsed: Parsed, head: int) -> int:
    """The first token of the phrase: the premodifiers that stand in one run before the head."""
    tokens = parsed.tokens
    first, i = head, head - 1
    low = parsed.sentences[tokens[head].sent].first
    while i >= low and tokens[i].dep in _LEFT and _under(parsed, i, head):
        if tokens[i].text in ",;:—()" or (tokens[i].dep == "punct" and tokens[i].text not in "-–’'\"“”."):
            break
        first = i
        i -= 1
    while first < head and (tokens[first].dep in ("cc", "punct", "prep", "advmod") or tokens[first].text in "\"“”'-–"):
        first += 1
    return first


def _under(parsed: Parsed, i: int, head: int) -> bool:
    """True where the words between `i` and `head` hang on the head (at most six steps up)."""
    tokens = parsed.tokens
    for _ in range(6):
        up = tokens[i].head
        if up == head:
            return True
        if up == i or up > head:
            return False
        i = up
    return False


def complements(parsed: Parsed, head: int, *preps: str) -> Iterator[Token]:
    """The objects of prepositions on the head ("judges in Iran and Iraq": Iran, Iraq)."""
    for prep in parsed.all_children(head, "prep"):
        if prep.i < head or (preps and prep.lower not in preps):
            continue
        for noun in parsed.all_children(prep.i, "pobj"):
            yield noun
            yield from conjuncts(parsed, noun)


def conjuncts(parsed: Parsed, token: Token) -> Iterator[Token]:
    """The nouns joined to a token by and, or, commas."""
    for other in parsed.all_children(token.i, "conj"):
        yield other
        yield from conjuncts(parsed, other)


def determiner(parsed: Parsed, head: int) -> str:
    """The lower-case determiner of the phrase: the, a, this, his …, or ""."""
    token = parsed.child(head, "det", "poss")
    return token.lower if token else ""


def is_plural(token: Token) -> bool:
    """Plural by its tag."""
    return token.tag in ("NNS", "NNPS") or token.lower in ("they", "them", "their", "people", "police")
