"""Which names say where something happens."""

from __future__ import annotations

import pytest

from dateline.model.article import Article
from dateline.model.document import Mentions
from dateline.reading import where
from dateline.reading.attach.scene import Scene
from dateline.reading.reader import Reader


def scene_of(text: str, reader: Reader) -> Scene:
    parsed = reader.parser.parse(Article(text=text))
    return Scene(parsed, (), Mentions(places=where.find(parsed, reader.knowledge)), reader.knowledge)


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("Rebels met in Chad.", "Chad", True),
        ("The minister visited Chad.", "Chad", True),
        ("The minister flew to Chad.", "Chad", True),
        ("Government jets bombed Mosul on Monday.", "Mosul", True),
        ("Norway criticised Chad.", "Chad", False),
        ("Norway sold arms to Chad.", "Chad", False),
    ],
)
def test_a_journey_tells_its_end(text: str, name: str, says: bool, reader: Reader) -> None:
    scene = scene_of(text, reader)
    word = next(t.i for t in scene.parsed.tokens if t.text == name)
    assert scene.locative(word) is says


def test_regions_of_several_countries_are_places(reader: Reader) -> None:
    scene = scene_of("The minister ended a journey through the Middle East on Monday.", reader)
    assert [p.resolved_place for _, p in scene.places[0]] == ["Middle East"]
