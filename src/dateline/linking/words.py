"""Words as linking compares them: stems, families of words that name one happening, and how telling a word is."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib import resources

import snowballstemmer

from dateline.model import weights

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_UNSEEN = 7.0
"""The idf of a word that the table lacks: a rare word, mostly a name."""


def words(text: str) -> Iterator[str]:
    """The words of a text, lower-cased, without the genitive."""
    for match in _WORD.finditer(text):
        yield match.group().casefold().removesuffix("'s").removesuffix("’s")


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    return str(_stemmer().stemWord(word))


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(w) for w in words(text))


def families(stemmed: Iterable[str]) -> frozenset[str]:
    """The families of stems ("die" for "dead" and "death"); a stem without one is its own."""
    known = _families()
    return frozenset(name for s in stemmed for name in known.get(s, (s,)))


def idf(stemmed: str) -> float:
    """How telling a stem is: the logarithm of how many articles there are to one that has it."""
    return _idf().get(stemmed, _UNSEEN)


def weight(chosen: Iterable[str]) -> float:
    """The summed idf of stems."""
    return sum(idf(s) for s in chosen)


@functools.lru_cache(maxsize=65536)
def digest(stemmed: str) -> str:
    """A stem's hash, by which it is known again but not read."""
    return hashlib.blake2b(stemmed.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


@functools.cache
def known() -> dict[str, frozenset[str]]:
    """Kinds of words before an event that take it as known, as new, or as one beside another."""
    return {kind: frozenset(those) for kind, those in _lists("known.tsv")}


@functools.cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, members in _lists("families.tsv"):
        for word in (name, *members):
            found.setdefault(stem(word), {})[f"{name}+"] = None
    return {member: tuple(names) for member, names in found.items()}


def _lists(file: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of a data file: a name and its words a line."""
    for line in _text(file).splitlines():
        if line and line[0] != "#":
            name, members = line.split("\t")
            yield name, members.split(",")


@functools.cache
def _idf() -> dict[str, float]:
    return table("words.tsv")


def table(name: str) -> dict[str, float]:
    """The numbers of `linking/data/<name>`: a name and its number a line."""
    return weights.parse(_text(name))


def _text(name: str) -> str:
    return resources.files("dateline.linking").joinpath("data", name).read_text(encoding="utf-8")
