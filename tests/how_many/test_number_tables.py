"""The tables behind the figures hold together."""

from __future__ import annotations

import typing

from dateline.knowledge import numbers
from dateline.knowledge.tables import rows
from dateline.model.mentions import FigureKind

EFFECTS = set(typing.get_args(numbers.Effect))
ROLES = set(typing.get_args(numbers.Role))
KINDS = set(typing.get_args(FigureKind))


def test_number_words() -> None:
    parts = set(typing.get_args(numbers.Part))
    for row in rows("numbers/words.tsv"):
        assert row["part"] in parts
        assert row["word"] == row["word"].lower()
        assert int(row["value"]) >= 0


def test_vague_words_are_in_order() -> None:
    for row in rows("numbers/vague.tsv"):
        assert not row["high"] or int(row["low"]) <= int(row["high"]), row


def test_bounds_and_kinds_name_what_exists() -> None:
    assert {row["effect"] for row in rows("numbers/bounds.tsv")} <= EFFECTS
    assert {row["side"] for row in rows("numbers/bounds.tsv")} == {"before", "after"}
    assert {row["role"] for row in rows("numbers/kinds.tsv")} == ROLES
    assert {row["kind"] for row in rows("numbers/kinds.tsv")} <= KINDS


def test_no_entry_is_there_twice() -> None:
    for table, *keys in (
        ("words", "word"),
        ("vague", "phrase"),
        ("bounds", "phrase", "side"),
        ("units", "lemma"),
        ("currencies", "word"),
        ("kinds", "word", "role"),
        ("lists", "list"),
    ):
        seen = [tuple(row[k] for k in keys) for row in rows(f"numbers/{table}.tsv")]
        assert len(seen) == len(set(seen)), (table, [s for s in seen if seen.count(s) > 1][:3])
