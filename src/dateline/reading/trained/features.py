"""What is known of a pair of words beside the encoder's view of them: way through the parse, distance, kind of word.

Each feature is a number into a table of weights, one column a role, that training has filled; the tables are added to
the pair's score. Numbers are the same at reading and in training because both call this module.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping

from dateline.reading.trained.words import Words

FEATURES = ("path", "dep", "kind", "ent", "distance", "sentence", "branch")
"""The columns of a pair's features."""

DISTANCES = (-60, -30, -15, -8, -4, -2, -1, 0, 1, 2, 4, 8, 15, 30, 60)
_NAMED_PREPOSITIONS = frozenset(
    ("by", "of", "in", "on", "at", "against", "to", "from", "for", "with", "between", "over", "into", "near")
)
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_STEPS = 6
_DEEPEST = 60


def can_be_party(words: Words, i: int) -> bool:
    """Whether word `i` can head the name of a party, place, figure or source."""
    if words.pos[i] in _NOUNS or words.ent[i]:
        return True
    return words.pos[i] == "ADJ" and words.text[words.start[i]].isupper()


class Way:
    """The ways through the parse from one word, the anchor, to others."""

    def __init__(self, words: Words, anchor: int) -> None:
        self._words, self._anchor = words, anchor
        self._above = _climb(words, anchor)
        self._branches = {anchor: "self"}

    def path(self, word: int) -> str:
        """`labels from the word up|labels from the anchor up` to where they meet; "" where they are in different
        sentences or too far apart."""
        words = self._words
        if words.sentence[self._anchor] != words.sentence[word]:
            return ""
        steps, at = "", word
        for _ in range(_STEPS):
            if at in self._above:
                return f"{steps}|{self._above[at]}"
            if words.head[at] == at:
                return ""
            steps = f"{steps}>{_label(words, at)}"
            at = words.head[at]
        return ""

    def branch(self, word: int) -> str:
        """The relation of the anchor's dependent that `word` lies below; "above" where it lies elsewhere in the
        sentence, "outside" where in another."""
        words, known = self._words, self._branches
        if words.sentence[self._anchor] != words.sentence[word]:
            return "outside"
        passed = []
        while word not in known:
            passed.append(word)
            above = words.head[word]
            if above == self._anchor:
                known[word] = words.dep[word]
            elif above == word or len(passed) > _DEEPEST:
                known[word] = "above"
            else:
                word = above
        known.update(dict.fromkeys(passed, known[word]))
        return known[word]


def _climb(words: Words, i: int) -> dict[int, str]:
    """For each word from `i` upwards, the labels on the way to it."""
    above = {i: ""}
    steps = ""
    for _ in range(_STEPS):
        if words.head[i] == i:
            break
        steps = f"{steps}>{_label(words, i)}"
        i = words.head[i]
        above[i] = steps
    return above


def _label(words: Words, i: int) -> str:
    if words.dep[i] in ("prep", "agent"):
        word = words.word(i).lower()
        return f"{words.dep[i]}:{word}" if word in _NAMED_PREPOSITIONS else words.dep[i]
    return words.dep[i]


def distance(anchor: int, word: int) -> int:
    """The number of the bucket of the signed distance in words."""
    return bisect.bisect_right(DISTANCES, word - anchor)


class Vocabulary:
    """Numbers for the named features; 0 stands for what training has not seen."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self.names = {feature: list(values) for feature, values in names.items()}
        self._number = {f: {v: n for n, v in enumerate(values, 1)} for f, values in self.names.items()}

    def size(self, feature: str) -> int:
        """How many numbers a feature has."""
        if feature == "distance":
            return len(DISTANCES) + 1
        return 9 if feature == "sentence" else len(self.names[feature]) + 1

    def pairs(self, words: Words, anchor: int, others: Iterable[int], loose: bool = False) -> list[tuple[int, ...]]:
        """The numbers of all `FEATURES` for the pairs of `anchor` with each of `others`.

        `loose` leaves out what is dear to compute: for long contents, where every word is asked for."""
        number, way = self._number, Way(words, anchor)
        path, dep, kinds, ent, below = (number[f].get for f in ("path", "dep", "kind", "ent", "branch"))
        found: list[tuple[int, ...]] = []
        for word in others:
            sentence = max(-4, min(4, words.sentence[word] - words.sentence[anchor])) + 4
            found.append(
                (
                    0 if loose else path(way.path(word), 0),
                    dep(words.dep[word], 0),
                    0 if loose else kinds(kind(words, anchor, word), 0),
                    0 if loose else ent(words.ent[word], 0),
                    distance(anchor, word),
                    sentence,
                    below(way.branch(word), 0),
                )
            )
        return found


def kind(words: Words, anchor: int, word: int) -> str:
    """The parts of speech of both."""
    return f"{words.pos[anchor]}/{words.pos[word]}"
