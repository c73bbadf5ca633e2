"""Pronouns: the mention before them that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.knowledge import tables
from dateline.knowledge.base import Knowledge
from dateline.model.article import Article
from dateline.reading import who

if TYPE_CHECKING:
    from dateline.reading.parse import Parser


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("The army shelled the town. Peter Olmsgard saw it all and he fled.", "he", "Peter Olmsgard"),
        ("The militia attacked a village near Agadez and it burned the mosque.", "it", "The militia"),
        ("Velma Oxtirren was outside when the driver pushed her to the ground.", "her", "Velma Oxtirren"),
        ("The miner, Brian O’Hallow, was held. Later O’Hallow appealed. He denied it.", "He", "Brian O’Hallow"),
        ("Maria Keller met her uncle. A policeman was there. She was arrested.", "She", "Maria Keller"),
        ("The rebels freed two nurses. They then withdrew to the hills.", "They", "The rebels"),
        ("Norway accused the smugglers. They were tried in Oslo.", "They", "the smugglers"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(parser: Parser, knowledge: Knowledge, text: str, pronoun: str, meant: str) -> None:
    found = who.find(parser.parse(Article(text=text)), knowledge)
    said = [e.identifier_text for e in found if e.entity_text == pronoun]
    assert said and set(said) == {meant}


def test_an_army_is_no_he(parser: Parser, knowledge: Knowledge) -> None:
    found = who.find(parser.parse(Article(text="The army retreated. Soldiers told him to stay.")), knowledge)
    assert not [e for e in found if e.entity_text == "him"]


def test_what_role_nouns_name(knowledge: Knowledge) -> None:
    """Every row is of a known kind, for a noun that no other row has."""
    rows = list(tables.rows("actors/beings.tsv"))
    assert {r["being"] for r in rows} == {"many", "thing", "man", "woman"}
    assert len({r["noun"] for r in rows}) == len(rows)
    assert all(r["noun"] == r["noun"].lower() for r in rows)
