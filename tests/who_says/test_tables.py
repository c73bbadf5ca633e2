"""The schema of the cue and modality tables."""

from __future__ import annotations

import pytest

from dateline.knowledge.base import Knowledge
from dateline.knowledge.tables import rows

STRENGTHS = {"strong", "fair", "weak", "raising"}
PATHS = {"inf", "prep", "obj", "clause", "ing", "subject"}


@pytest.mark.parametrize("table", ["verbs", "nouns", "adjectives", "adverbs", "phrases", "acts"])
def test_every_stance_is_described(table: str, knowledge: Knowledge) -> None:
    for row in rows(f"cues/{table}.tsv"):
        assert row["stance"] in knowledge.cues.stances, row
        assert row.get("strength", "strong") in STRENGTHS, row


def test_negated_stances_are_stances(knowledge: Knowledge) -> None:
    assert {s.negated for s in knowledge.cues.stances.values()} <= set(knowledge.cues.stances)
    assert {s.kind for s in knowledge.cues.stances.values()} == {"report", "act", "attitude"}


def test_no_row_twice() -> None:
    keys = [(r["lemma"], r["stance"]) for r in rows("cues/verbs.tsv")]
    assert len(keys) == len(set(keys))


def test_embedding_words(knowledge: Knowledge) -> None:
    for entries in knowledge.modality.embedding.values():
        assert all(e.paths and e.paths <= PATHS and e.pos in {"", "noun", "verb"} for e in entries)
    assert set(knowledge.modality.hedges) == {"beside", "above", "clause", "modal"}
    assert set(knowledge.modality.marks) == {"modal", "mark", "modifier", "determiner"}
