"""Unknown stays null: invented persons, groups, bodies and places get no identity, whatever known words they share."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dateline.knowledge.base import Knowledge
from dateline.model.article import Article
from dateline.reading import who

if TYPE_CHECKING:
    from dateline.reading.parse import Parser

# The surname, or a part of the name, of the later ones is one that many know.
PERSONS = (
    "Jorvik Tamblyn|Ardo Quenneville|Silke Vantongerloo|Mirelle Oudekerk|Tasnim Qorbandi|Yusra Belhanafi|"
    "Okechi Ndumbelo|Katlego Mphasane|Bolat Serzhanuly|Nino Gvaradze|Hyun-ok Baekgu|Thanawat Srikhemthong|"
    "Ximena Trujaque|Anselmo Bracarte|Trevor Blair|Delphine Hollande|Sharon Osgood|Orson Trump|Wanda Putin|"
    "Marisol Ortega|Lionel Abbas|Gareth Thatcher|Petra Merkel|Ronda Nixon|Cedric Mandela|Alma Castro|"
    "Tobias Erdogan|Greta Assad|Fidel Ansbach|Clive Hussein"
).split("|")
GROUPS = (
    "Orchid Liberation Front|Sons of the Amber Coast|Northmere Patriotic Army|Brigade of the Ninth Lantern|"
    "Free Cassowary Movement|Vellumite Resistance Army|Saffron Tigers of Bramhold|Harvest Moon Cartel"
).split("|")
PLACES = (
    "Quellendorp|Tamburlane Bay|Ostervale|Mirrenhaugh|Bahr el-Zimra|Kotalpura|Xilotenango|Drezhnyvka|"
    "Pelmorrow|Santo Brizuelo"
).split("|")


def ids(parser: Parser, knowledge: Knowledge, text: str) -> list[tuple[str | None, str | None]]:
    found = who.find(parser.parse(Article(text=text, published=dt.date(2018, 5, 3))), knowledge)
    return [(e.entity_text, e.identifier_id) for e in found if e.identifier_id is not None]


@pytest.mark.parametrize("name", PERSONS)
def test_an_invented_person_is_nobody_we_know(parser: Parser, knowledge: Knowledge, name: str) -> None:
    text = f"{name} complained about the noise on Monday. Neighbours said {name.split()[-1]} had moved in last year."
    assert ids(parser, knowledge, text) == []


@pytest.mark.parametrize("name", GROUPS)
def test_an_invented_group_is_none_we_know(parser: Parser, knowledge: Knowledge, name: str) -> None:
    assert ids(parser, knowledge, f"The {name} said on Monday that it had burned a bridge.") == []


@pytest.mark.parametrize("name", PLACES)
def test_an_invented_place_makes_no_actor(parser: Parser, knowledge: Knowledge, name: str) -> None:
    assert ids(parser, knowledge, f"Police in {name} arrested a man. Residents of {name} protested.") == []


@pytest.mark.parametrize(
    "text",
    [
        "THIS IS HOW THE STORM BEGAN",
        "MAYOR ASKS WHO WILL PAY",
        "Chief Economist Orla Brandywine spoke in the Independent chapel.",
        "He wore a Diet Soda shirt and drank Indigo tea.",
    ],
)
def test_common_words_are_no_actors(parser: Parser, knowledge: Knowledge, text: str) -> None:
    assert ids(parser, knowledge, text) == []
