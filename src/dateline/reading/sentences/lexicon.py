"""The words that tell where sentences end, from `knowledge/data/sentences`; read once, on first use."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from dateline.knowledge import tables


class Lexicon(Struct, frozen=True):
    """Abbreviations by kind ("Gen" → before-name), words that open sentences, verbs of speech, names with humps."""

    abbreviations: dict[str, tuple[str, bool]]
    openers: frozenset[str]
    speech: frozenset[str]
    humps: frozenset[str]

    def abbreviation(self, word: str) -> str | None:
        """The kind of the abbreviation `word` (without its last full stop), None where it is none."""
        kind, capital = self.abbreviations.get(word.lower(), (None, False))
        return None if capital and not word[:1].isupper() else kind

    def opens(self, word: str) -> bool:
        """Whether the capitalised `word` is a function word that begins sentences."""
        return word.lower().replace("’", "'") in self.openers


@functools.cache
def lexicon() -> Lexicon:
    """The shipped words."""
    abbreviations = {
        row["abbreviation"]: (row["kind"], row["case"] == "capital")
        for row in tables.rows("sentences/abbreviations.tsv")
    }
    return Lexicon(abbreviations, _words("openers"), _words("speech_verbs"), _words("humps"))


@functools.cache
def seam_pattern() -> re.Pattern[str]:
    """A capitalised opener and a lower-case word after a word without a stop: two texts run together there."""
    never = {"a", "i", "i'm", "no", "yes", "or", "and", "nor", "one", "now", "do", "can", "are", "as", "of", "to"}
    words = sorted((w.capitalize() for w in lexicon().openers - never), key=len, reverse=True)
    either = "|".join(re.escape(w) for w in words)
    return re.compile(rf"(?<=[a-zß-ÿ'’\"”)])[ \t\u00a0]+(?=(?:{either})[ \t\u00a0][a-zß-ÿ])")


def _words(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in tables.rows(f"sentences/{name}.tsv"))
