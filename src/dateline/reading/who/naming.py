"""Names of the knowledge base in the text: the longest that begins at each token."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dateline.knowledge.actors import Actor, Actors
from dateline.knowledge.actors.words import key, plain
from dateline.reading.parsed import Parsed, Token
from dateline.reading.who.draft import Name

_SMALL = frozenset("al el ad ar as ash an bin ibn de da du le la von van".split())
_BACKS = frozenset(
    "backed trained funded allied made supplied sponsored supported armed linked affiliated inspired aligned financed"
    " associated".split()
)
"""Participles behind the name of who stands behind an actor: "Iran-backed"."""
_ANTI = frozenset({"anti", "pro", "non", "ex"})
_SMALL_WORDS = frozenset(
    "is who it as at be by do he if in me my no of on or so to up we can let may his her how".split()
)


def plain_words(parsed: Parsed) -> tuple[str, ...]:
    """Each token as the index compares it."""
    cache: dict[str, str] = {}
    out = []
    for token in parsed.tokens:
        word = cache.get(token.text)
        if word is None:
            word = cache[token.text] = plain(token.text)
        out.append(word)
    return tuple(out)


def names(parsed: Parsed, words: tuple[str, ...], actors: Actors) -> tuple[Name, ...]:
    """The names of the knowledge base, left to right, without overlap."""
    found = tuple(_scan(parsed, words, actors))
    away = {words[n.first] for n, state in itertools.pairwise(found) if _is_elsewhere(parsed, n, state)}
    kept = [n for n in found if n.last > n.first or words[n.first] not in away]
    return tuple(sorted((*kept, *_short(parsed, words, actors, kept)), key=lambda n: n.first))


def _is_elsewhere(parsed: Parsed, name: Name, behind: Name) -> bool:
    """True for the Paris of "in Paris, Texas,": all its mentions in the article are of that one."""
    tokens = parsed.tokens
    if name.last > name.first or behind.first != name.last + 2 or tokens[name.last + 1].text != ",":
        return False
    after = tokens[behind.last + 1].text if behind.last + 1 < len(tokens) else "."
    lands = {a.country for a in name.actors if a.kind in ("seat", "place")}
    state = behind.of_kind("state", "place")
    return bool(lands) and state is not None and state.country not in lands and after in (",", ".", ")", ";")


def _short(parsed: Parsed, words: tuple[str, ...], actors: Actors, found: list[Name]) -> Iterator[Name]:
    """ "The North", where the article tells of North Korea."""
    named = {a.name for n in found for a in n.actors if a.kind == "state"}
    held = {i for n in found for i in range(n.first, n.last + 1)}
    for short, name, needed in actors.short_names:
        entry = actors.named(key(name))
        if entry is None or not named & needed:
            continue
        for first in _alone(parsed, words, short):
            last = first + len(short) - 1
            if held.isdisjoint(range(first, last + 1)):
                held.update(range(first, last + 1))
                yield Name(first, last, entry.actors)


def _alone(parsed: Parsed, words: tuple[str, ...], short: tuple[str, ...]) -> Iterator[int]:
    """Where these words stand for themselves: the number of the first."""
    size = len(short)
    return (t.i for t in parsed.tokens if words[t.i : t.i + size] == short and _stands_alone(parsed, t.i, size))


def _stands_alone(parsed: Parsed, first: int, size: int) -> bool:
    """Behind "the", with a capital, and no noun that it only describes ("the North Sea", "the South African")."""
    tokens = parsed.tokens
    behind = tokens[first + size] if first + size < len(tokens) else None
    described = behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ", "NUM")
    return first > 0 and tokens[first - 1].lower == "the" and tokens[first].text[0].isupper() and not described


def _scan(parsed: Parsed, words: tuple[str, ...], actors: Actors) -> Iterator[Name]:
    i, tokens, longest = 0, parsed.tokens, actors.longest
    while i < len(tokens):
        found = None
        most = longest.get(words[i])
        if most and (tokens[i].text[0].isupper() or words[i] in _SMALL or tokens[i].text[0].isdigit()):
            found = _longest(parsed, words, actors, i, most)
        if found is None or any(refused(parsed, words, actors, found) for refused in _REFUSED):
            i += 1
            continue
        yield found
        i = found.last + 1


def _longest(parsed: Parsed, words: tuple[str, ...], actors: Actors, i: int, most: int) -> Name | None:
    tokens, best = parsed.tokens, None
    taken: list[str] = []
    j = i
    while j < len(tokens) and len(taken) < most and tokens[j].sent == tokens[i].sent:
        if words[j]:
            taken.append(words[j])
            entry = actors.named(" ".join(taken))
            if entry and (kept := _fitting(tokens[i : j + 1], entry.actors, entry.upper)):
                best = Name(i, j, kept)
        elif tokens[j].text not in "-‐–’'./&":
            break
        j += 1
    return best


def _fitting(tokens: tuple[Token, ...], actors: tuple[Actor, ...], upper: bool) -> tuple[Actor, ...]:
    """Acronyms want capitals (from four letters on a capital is enough: Nato); other names a capital and no verb."""
    text = "".join(t.text for t in tokens)
    letters = text.replace(".", "")
    if upper:
        return actors if letters.isupper() or (len(letters) >= 4 and letters[0].isupper()) else ()
    if len(tokens) == 1 and tokens[0].pos in ("VERB", "AUX", "ADP", "ADV", "PRON", "SCONJ", "CCONJ"):
        return ()
    return actors if any(t.text[0].isupper() for t in tokens) else ()


def _shouted(parsed: Parsed, words: tuple[str, ...], actors: Actors, name: Name) -> bool:
    """True for a small word in a headline in capitals, where IS and WHO are no acronyms."""
    tokens = parsed.tokens
    if name.last > name.first or tokens[name.first].lower not in _SMALL_WORDS:
        return False
    near = [t.text for t in tokens[max(0, name.first - 2) : name.last + 3] if len(t.text) > 2 and t.text.isalpha()]
    return sum(map(str.isupper, near)) * 2 > len(near)


def _is_surname_of_another(parsed: Parsed, words: tuple[str, ...], actors: Actors, name: Name) -> bool:
    """True for a known surname behind a given name that its bearer does not have: "Orson Trump"."""
    i, tokens = name.first, parsed.tokens
    person = name.of_kind("person")
    if person is None or name.last > i or i == 0 or tokens[i].ent_first or tokens[i].ent != "PERSON":
        return False
    before = tokens[i - 1]
    if before.ent != "PERSON" or before.pos != "PROPN" or before.lemma in actors.roles:
        return False
    own = words[max(0, i - 3) : i]
    return len(words[i - 1]) > 1 and words[i - 1] not in actors.titles and key(person.name).split()[0] not in own


def _is_new(parsed: Parsed, words: tuple[str, ...], actors: Actors, name: Name) -> bool:
    """True for the London of "New London"."""
    return name.first > 0 and parsed.tokens[name.first - 1].text == "New"


_REFUSED = (_shouted, _is_surname_of_another, _is_new)


def opposed(parsed: Parsed, name: Name) -> bool:
    """True in "anti-Soviet", "pro-Russian": the state is no party of what follows."""
    i, tokens = name.first, parsed.tokens
    return (
        i >= 2
        and tokens[i - 1].text == "-"
        and tokens[i - 2].lower in _ANTI
        and tokens[i - 1].start == tokens[i - 2].end
    )


def backed(parsed: Parsed, i: int) -> str:
    """The participle behind the word `i` in "US-backed", "Saudi-led", else ""."""
    tokens = parsed.tokens
    if i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == tokens[i].end:
        return tokens[i + 2].lower
    return ""


def is_backer(parsed: Parsed, i: int) -> bool:
    """True in "US-backed": who the word `i` names stands behind the actor, but the actor is not its own."""
    return backed(parsed, i) in _BACKS
