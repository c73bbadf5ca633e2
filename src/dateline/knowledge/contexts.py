"""The words that show a PLOVER context (`data/contexts.tsv`), looked up by their first word."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.knowledge.tables import rows


class Cue(Struct, frozen=True):
    """A phrase that shows a context; `weight` 2 is enough in the event's own sentence, 1 needs a second word."""

    words: tuple[str, ...]
    context: str
    weight: int


class ContextWords:
    """All cues by their first word, longest first."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._by_first: dict[str, list[Cue]] = {}
        for cue in sorted(cues, key=lambda c: -len(c.words)):
            self._by_first.setdefault(cue.words[0], []).append(cue)

    def at(self, forms: Sequence[frozenset[str]], i: int) -> Iterator[Cue]:
        """The cues that stand at position `i`, `forms` being the word forms (as written, and lemma) of each token."""
        for form in forms[i]:
            for cue in self._by_first.get(form, ()):
                ahead = forms[i : i + len(cue.words)]
                if len(ahead) == len(cue.words) and all(w in f for w, f in zip(cue.words, ahead, strict=True)):
                    yield cue


@functools.cache
def load() -> ContextWords:
    """The shipped cues."""
    return ContextWords(tuple(cues()))


def cues() -> Iterator[Cue]:
    """The rows of the data file, one cue a phrase. A hyphenated phrase stands for its parts too, as spaCy splits it."""
    for row in rows("contexts.tsv"):
        for phrase in row["phrases"].split("; "):
            yield Cue(
                tuple(phrase.replace("-", " - ").replace("'s", " 's").split()), row["context"], int(row["weight"])
            )
