"""The contexts of an event come from its sentence and those beside it, and from nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import codebook
from dateline.knowledge.contexts import cues
from dateline.model.article import Article
from dateline.reading import contexts
from dateline.reading.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def test_every_context_of_the_codebook_has_words_and_no_other() -> None:
    found = {c.context for c in cues()}
    assert found == set(codebook.load().contexts)


def test_cues_are_lower_case_and_not_there_twice() -> None:
    seen = set()
    for cue in cues():
        assert all(w == w.lower() for w in cue.words)
        assert cue.weight in {1, 2}
        assert (cue.words, cue.context) not in seen, cue
        seen.add((cue.words, cue.context))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ambassador was summoned on Monday.", {"diplomatic"}),
        ("Voters in Peru queued before the polling stations.", {"election"}),
        ("Hackers broke into the ministry's e-mail.", {"cyber"}),
        ("Inspectors looked for chemical weapons in the palace.", {"cbrn"}),
        ("He bought a loaf and went home.", set()),
        ("The bomb was made of wax.", set()),
    ],
)
def test_contexts_of_a_sentence(parser: Parser, text: str, wanted: set[str]) -> None:
    assert set(contexts.find(parser.parse(Article(text=text)), 0)) == wanted


def test_words_of_another_paragraph_do_not_count(parser: Parser) -> None:
    text = "Two men were beaten near the market.\n\nThe parliament debated the budget deficit for hours."
    parsed = parser.parse(Article(text=text))
    assert contexts.find(parsed, 0) == ()
    assert "legislative" in contexts.find(parsed, len(parsed.sentences) - 1)


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=120))
def test_any_text_is_read_without_error(parser: Parser, text: str) -> None:
    parsed = parser.parse(Article(text=text))
    for sentence in parsed.sentences:
        assert set(contexts.find(parsed, sentence.number)) <= set(codebook.load().contexts)
