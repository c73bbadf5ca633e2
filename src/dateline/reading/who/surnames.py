"""Which words are surnames of persons in this article, by all that it tells of them: the tagger takes an unusual name
for a person in one sentence and for a company in the next."""

from __future__ import annotations

import collections
from collections.abc import Iterator

from dateline.knowledge.actors import Actors
from dateline.reading.parsed import Parsed, Token

ENOUGH = 2.0
_TAGGED, _TOLD, _GIVEN, _AGAINST = 1.0, 2.0, 1.0, -0.5
"""One name that the tagger calls a person; what tells it outright; a given name; one name tagged as something else."""


def known(parsed: Parsed, words: tuple[str, ...], actors: Actors) -> frozenset[str]:
    """The plain last words of names that persons bear in the article."""
    told, tagged = collections.defaultdict[str, float](float), collections.defaultdict[str, float](float)
    for first, last in _runs(parsed):
        word = words[last]
        if len(word) > 1 and word not in actors.roles and word not in actors.titles:
            told[word] += _told(parsed, words, actors, first, last)
            tagged[word] += _tagged(parsed.tokens[first : last + 1])
    return frozenset(word for word in tagged if told[word] + max(tagged[word], 0.0) >= ENOUGH)


def _runs(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """Proper nouns with a capital that stand in one row."""
    first: int | None = None
    for token in parsed.tokens:
        proper = token.text[:1].isupper() and (token.pos == "PROPN" or token.ent == "PERSON")
        if first is not None and (not proper or token.sent != parsed.tokens[first].sent):
            yield first, token.i - 1
            first = None
        if proper and first is None:
            first = token.i
    if first is not None:
        yield first, parsed.tokens[-1].i


def _told(parsed: Parsed, words: tuple[str, ...], actors: Actors, first: int, last: int) -> float:
    """What the text itself tells: a title, an age, a role; a given name; a surname that the tagger calls a person."""
    tokens = parsed.tokens[first : last + 1]
    worth = _GIVEN if last > first and words[first] in actors.given_names else 0.0
    if _titled(words, actors, first, last) or _aged(parsed, last) or _of_a_role(parsed, actors, tokens[-1]):
        worth += _TOLD
    return worth + (_TOLD if last > first and all(t.ent == "PERSON" for t in tokens[-2:]) else 0.0)


def _tagged(tokens: tuple[Token, ...]) -> float:
    """What the tagger says of one name."""
    return _TAGGED if tokens[-1].ent == "PERSON" else _AGAINST if tokens[-1].ent else 0.0


def _titled(words: tuple[str, ...], actors: Actors, first: int, last: int) -> bool:
    return any(words[i] in actors.titles for i in range(max(0, first - 1), last))


def _aged(parsed: Parsed, last: int) -> bool:
    """ "Mixon, 26," """
    after = [t.text for t in parsed.tokens[last + 1 : last + 4]]
    return len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 and after[2] in (",", ".")


def _of_a_role(parsed: Parsed, actors: Actors, token: Token) -> bool:
    """ "The suspected gunman, Lovelle Mixon": in apposition to a noun that names one person."""
    up = parsed.tokens[token.head]
    return token.dep == "appos" and up.tag == "NN" and actors.names_one(up.lemma)
