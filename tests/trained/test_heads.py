"""The trained heads: shapes, offsets, the same answer each time, and a reader that works without them."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest

from dateline.model.article import Article, Furniture
from dateline.reading.parse import Parser
from dateline.reading.trained import Heads, Scores, Words, words_of

TEXT = (
    "Gunmen attacked a police station in northern Mali on Monday, killing four officers, officials said. "
    "The interior minister condemned the assault and accused a rebel group of planning it. "
    "Thousands of people rallied in Bamako to demand his resignation."
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def heads() -> Heads:
    found = Heads.load()
    assert found is not None, "the weights are part of the package"
    return found


@pytest.fixture(scope="module")
def words(parser: Parser) -> Words:
    return words_of(parser.parse(Article(text=TEXT)))


@pytest.fixture(scope="module")
def scores(heads: Heads, words: Words) -> Scores:
    return heads.read(words)


def test_without_weights_there_are_no_heads(tmp_path: pathlib.Path) -> None:
    assert Heads.load(tmp_path) is None


def test_every_word_has_chances_that_add_up(heads: Heads, words: Words, scores: Scores) -> None:
    assert scores.types.shape == (len(words), len(heads.labels.types) + 1)
    assert np.allclose(scores.types.sum(1), 1.0, atol=1e-4)
    assert np.allclose(scores.cues.sum(1), 1.0, atol=1e-4)


def test_events_are_proposed_on_their_words(words: Words, scores: Scores) -> None:
    best = {words.word(e.word): e.event for e in scores.events if e.score >= 0.5}
    assert best.get("attacked") == "ASSAULT"
    assert best.get("rallied") == "PROTEST"
    assert best.get("accused") == "ACCUSE"


def test_roles_point_at_words_of_the_text(words: Words, scores: Scores) -> None:
    attack = next(e for e in scores.events if words.word(e.word) == "attacked")
    assert words.word(attack.roles["actor"].fillers[0].word) == "Gunmen"
    for event in scores.events:
        for role in event.roles.values():
            assert all(0 <= f.word < len(words) and f.word != event.word for f in role.fillers)
            assert role.nobody + sum(f.score for f in role.fillers) <= 1.0 + 1e-4


def test_a_claim_has_cue_source_and_content(words: Words, scores: Scores) -> None:
    said = next(c for c in scores.claims if "said" in {words.word(w) for w in c.cue})
    assert words.word(said.source.fillers[0].word) == "officials"
    assert said.content[0] > 0.5


def test_the_same_text_gives_the_same_scores(heads: Heads, words: Words, scores: Scores) -> None:
    again = heads.read(words)
    assert np.array_equal(again.types, scores.types)
    assert again.events == scores.events


def test_furniture_names_no_event(parser: Parser, heads: Heads) -> None:
    caption = Furniture(start=0, end=TEXT.index(".") + 1, kind="caption", reason="test")
    words = words_of(parser.parse(Article(text=TEXT, furniture=(caption,))))
    scores = heads.read(words)
    assert all(words.start[e.word] >= caption.end for e in scores.events)
    assert scores.types[0, 0] == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "x",
        "́" * 50,
        "\u0000\u200b word \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "a" * 5000,
        "a-b." * 800,
    ],
)
def test_odd_texts_are_read(parser: Parser, heads: Heads, text: str) -> None:
    words = words_of(parser.parse(Article(text=text)))
    assert heads.read(words).types.shape[0] == len(words)


def test_a_sentence_tells_how_likely_each_type_is(scores: Scores, words: Words) -> None:
    first, last = words.read[0]
    types = scores.sentence_types(first, last)
    assert max(types, key=lambda name: types[name]) == "ASSAULT"
