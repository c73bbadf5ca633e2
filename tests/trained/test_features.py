"""The features of word pairs, on a hand-made parse."""

from __future__ import annotations

from dateline.reading.trained.features import Vocabulary, Way, can_be_party, distance
from dateline.reading.trained.words import Words

# Rebels were attacked by troops . They fled .
WORDS = Words(
    text="Rebels were attacked by troops . They fled .",
    start=[0, 7, 12, 21, 24, 31, 33, 38, 43],
    end=[6, 11, 20, 23, 30, 32, 37, 42, 44],
    pos=["NOUN", "AUX", "VERB", "ADP", "NOUN", "PUNCT", "PRON", "VERB", "PUNCT"],
    dep=["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "punct", "nsubj", "ROOT", "punct"],
    head=[2, 2, 2, 2, 3, 2, 7, 7, 7],
    ent=[""] * 9,
    sentence=[0, 0, 0, 0, 0, 0, 1, 1, 1],
    read=[(0, 6), (6, 9)],
)


def test_the_way_names_the_labels_and_the_preposition() -> None:
    way = Way(WORDS, 2)
    assert way.path(0) == ">nsubjpass|"
    assert way.path(4) == ">pobj>agent:by|"
    assert Way(WORDS, 4).path(0) == ">nsubjpass|>pobj>agent:by"


def test_there_is_no_way_into_another_sentence() -> None:
    assert Way(WORDS, 2).path(6) == ""
    assert Way(WORDS, 2).branch(6) == "outside"


def test_the_branch_is_the_dependent_above() -> None:
    way = Way(WORDS, 2)
    assert [way.branch(w) for w in (4, 3, 0, 2)] == ["agent", "agent", "nsubjpass", "self"]
    assert Way(WORDS, 4).branch(0) == "above"


def test_what_training_has_not_seen_is_number_zero() -> None:
    vocabulary = Vocabulary({"path": [">nsubjpass|"], "dep": [], "kind": [], "ent": [], "branch": ["agent"]})
    first, last = vocabulary.pairs(WORDS, 2, [0, 4])
    assert (first[0], last[0], last[-1]) == (1, 0, 1)


def test_distance_is_signed_and_bounded() -> None:
    assert distance(10, 9) != distance(10, 11)
    assert distance(0, 500) == distance(0, 5000)


def test_nouns_and_named_adjectives_can_be_parties() -> None:
    assert [can_be_party(WORDS, w) for w in range(7)] == [True, False, False, False, True, False, True]
