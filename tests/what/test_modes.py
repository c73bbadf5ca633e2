"""Which modes events get from the words around them and from what the article tells elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.reading.modes import Modes
from dateline.reading.parse import Parser
from dateline.reading.what import find

Read = Callable[[str], list[tuple[str, tuple[str, ...]]]]


@pytest.fixture(scope="module")
def modes() -> Read:
    """Type and modes of the events of a text, by rules alone."""
    parser, knowledge = Parser(), Knowledge()
    giver = Modes(knowledge)

    def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
        parsed = parser.parse(Article(text=text))
        return [(c.event, c.mode) for c in giver.given(parsed, find(parsed, knowledge), None)]

    return read


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Gunmen killed two farmers in Mopti on Monday.", "firearms"),
        ("A car bomb exploded outside a bank in Basra, killing six people.", "explosives"),
        ("A suicide bomber attacked a market in Kano.", "suicide-attack"),
        ("Police arrested two activists in Lima.", "arrest"),
        ("The minister travelled to Oslo and met with the king during the visit.", "visit"),
        ("Thousands of students protested in Lima.", "demo"),
        ("The rebels threatened to kill the hostages.", "violence"),
    ],
)
def test_means_in_the_sentence(modes: Read, text: str, mode: str) -> None:
    assert any(mode in found for _, found in modes(text))


def test_means_told_before(modes: Read) -> None:
    found = modes(
        "A bomb exploded at a police station in Gao on Monday, killing four officers. "
        "The attack was the third in the town this year, and the attack wounded a nurse."
    )
    assert all("explosives" in mode for event, mode in found if event == "ASSAULT")


def test_types_without_modes_have_none(modes: Read) -> None:
    assert modes("Norway praised the ministers of Chad.") == [("SUPPORT", ())]
