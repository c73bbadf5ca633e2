"""The files of event words keep their schema."""

from __future__ import annotations

import pytest

from dateline.codebook import load as load_codebook
from dateline.knowledge.events import Condition, EventRow, Events, load
from dateline.reading.what.relations import RELATIONS

PREPOSITIONS = frozenset(
    "about after against among as at before behind between by for forward from in into near of on out outside over "
    "through to toward towards under upon with without".split()
)


@pytest.fixture(scope="module")
def words() -> Events:
    return load()


def entries(words: Events) -> list[EventRow]:
    return [row for rows in words.entries.values() for row in rows]


def conditions(row: EventRow) -> tuple[Condition, ...]:
    return (*row.require, *row.forbid, *row.frame.require, *row.frame.forbid)


def test_there_are_words_for_all_sixteen_types(words: Events) -> None:
    types = {row.event for row in entries(words) if row.event}
    assert len(types) == 16
    assert len(entries(words)) >= 1500


def test_types_and_modes_are_those_of_the_codebook(words: Events) -> None:
    book = load_codebook()
    for row in entries(words):
        if row.event:
            assert set(row.mode) <= set(book.modes(row.event)), row.name
    for event, mode in words.outcomes.values():
        assert set(mode) <= set(book.modes(event)), (event, mode)


def test_conditions_name_known_classes_and_relations(words: Events) -> None:
    for row in entries(words):
        for condition in conditions(row):
            assert set(condition.classes) <= words.classes.keys(), row.name
            known = (
                condition.relation in RELATIONS or condition.relation in PREPOSITIONS or condition.relation == "self"
            )
            assert known, (row.name, condition.relation)


def test_frames_name_known_relations(words: Events) -> None:
    for row in entries(words):
        for sources in (*row.frame.actor, *row.frame.recipient):
            for source in sources:
                assert source.relation in RELATIONS or source.relation in PREPOSITIONS, (row.name, source.relation)


def test_weights_are_shares(words: Events) -> None:
    assert all(0 < row.weight <= 1 for row in entries(words))


def test_every_mode_has_words_that_speak_for_it(words: Events) -> None:
    book = load_codebook()
    named = {event: {cue.mode for cue in cues} for event, cues in words.modes.items()}
    assert named == {e: set(book.modes(e)) for e in named}
    assert set(named) == {row.event for row in entries(words) if row.event and book.modes(row.event)}


def test_words_for_modes_stand_in_known_zones(words: Events) -> None:
    for cues in words.modes.values():
        for cue in cues:
            assert set(cue.zones) <= {"word", "subject", "below", "above", "sentence", "actor", "recipient"}
            assert cue.words
