"""The data files of the sentence splitter."""

from __future__ import annotations

import pytest

from dateline.knowledge import tables
from dateline.reading.sentences.lexicon import lexicon

KINDS = {"before-name", "before-number", "month", "never", "maybe"}


def test_abbreviations_are_of_known_kinds() -> None:
    rows = list(tables.rows("sentences/abbreviations.tsv"))
    assert {r["kind"] for r in rows} <= KINDS
    assert {r["case"] for r in rows} == {"any", "capital"}
    assert all(r["abbreviation"] == r["abbreviation"].lower() for r in rows)
    assert len({r["abbreviation"] for r in rows}) == len(rows)


@pytest.mark.parametrize("name", ["openers", "speech_verbs", "humps"])
def test_words_stand_once(name: str) -> None:
    words = [row["word"] for row in tables.rows(f"sentences/{name}.tsv")]
    assert len(set(words)) == len(words)
    assert all(w == w.strip() for w in words)


def test_a_capital_tells_an_abbreviation_from_a_word() -> None:
    assert lexicon().abbreviation("Miss") == "maybe"
    assert lexicon().abbreviation("miss") is None
    assert lexicon().abbreviation("Gen") == "before-name"
