"""Who: mentions, countries, sectors and identities that a user of the record relies on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.knowledge.base import Knowledge
from dateline.model.article import Article
from dateline.model.mentions import Entity
from dateline.reading import who

if TYPE_CHECKING:
    from dateline.reading.parse import Parser

INVENTED_PERSONS = (
    "Brindel Vastorov|Ollen Krathe|Zorvan Melketh|Tamsil Orrendyke|Quennor Baltish|Ferrit Olmsgard|"
    "Jaspin Druvane|Nolwic Esterbane|Hadric Pellonar|Ysolt Marvenko|Corbin Thessaly-Wrax|"
    "Idris Voskuhl-Ammat|Lurena Catspar|Mibbet Fallowgrane|Oskel Tarrimont|Pravin Zhelkor|"
    "Rundle Eskwith|Sarnia Bellowick|Tolvin Ackermoor|Ulrike Dansbarrow|Velma Oxtirren|"
    "Wendrick Sorhallow|Xander Plimquist|Yorrick Hambledane|Zelda Mortvane|Ambrin Culloway|"
    "Bertil Norquaine|Cassel Wyndrotham|Dorrit Lanskeep|Evander Quillmoth"
)
INVENTED_PLACES = (
    "Quellmar|Ostravine|Bramholt|Tessaquay|Vorrindel|Hallowick|Zantreb|Mirrowfen|Crundale|Polvenna|"
    "Skarrow|Ulmquist|Drennick|Faybourne|Gorsefell|Ilvermoor|Jastrow|Kelvane|Lornmouth|Narrabeck|"
    "Ombrelle|Pentarrow|Quistmoor|Rendlecombe|Sallowmere|Thrennow|Uxenholt|Varnicombe|Wexlow|"
    "Yarrovale"
)


def read(parser: Parser, knowledge: Knowledge, text: str, day: str | None = None) -> tuple[Entity, ...]:
    published = dt.date.fromisoformat(day) if day else None
    return who.find(parser.parse(Article(text=text, published=published)), knowledge)


def only(found: tuple[Entity, ...], text: str) -> Entity:
    return next(e for e in found if e.entity_text == text)


def test_joined_nationalities_are_two_actors(parser: Parser, knowledge: Knowledge) -> None:
    found = read(parser, knowledge, "French and Turkish troops fired at the convoy on Monday.")
    assert [(e.code, e.sector) for e in found if e.entity_text == "French and Turkish troops"] == [
        ("FRA", ("MIL",)),
        ("TUR", ("MIL",)),
    ]


def test_generic_actor_takes_the_country_it_acts_in(parser: Parser, knowledge: Knowledge) -> None:
    found = read(parser, knowledge, "Protesters marched through Nairobi on Friday. Police fired tear gas.")
    police = only(found, "Police")
    assert (police.code, police.sector) == ("KEN", ("COP",))
    assert "country of the names around it" in str(police.why)


def test_no_country_without_evidence(parser: Parser, knowledge: Knowledge) -> None:
    police = only(read(parser, knowledge, "Police fired tear gas."), "Police")
    assert police.code is None
    assert "no country named" in str(police.why)


def test_members_of_a_party_have_its_identity(parser: Parser, knowledge: Knowledge) -> None:
    found = read(parser, knowledge, "Hezbollah fighters crossed the valley.")
    fighters = only(found, "Hezbollah fighters")
    assert (fighters.code, fighters.identifier_id) == ("LBN", "group:hezbollah")


def test_opposed_state_is_no_owner(parser: Parser, knowledge: Knowledge) -> None:
    found = read(parser, knowledge, "US-backed rebels attacked the town.")
    assert only(found, "US-backed rebels").code is None


def test_surname_and_pronoun_share_the_id(parser: Parser, knowledge: Knowledge) -> None:
    text = "President Emmanuel Macron met the miners. Macron praised them. He later left for Lyon."
    found = read(parser, knowledge, text, "2019-05-02")
    ids = {e.identifier_id for e in found if e.entity_text in ("Emmanuel Macron", "Macron", "He")}
    assert ids == {"person:emmanuel-macron"}


@pytest.mark.parametrize(("day", "sector"), [("2020-02-01", "GOV"), ("2022-02-01", "ELI"), ("2016-02-01", "PTY")])
def test_office_on_the_day_of_the_event(parser: Parser, knowledge: Knowledge, day: str, sector: str) -> None:
    trump = only(read(parser, knowledge, "Donald Trump spoke.", "2023-01-01"), "Donald Trump")
    assert who.as_of(trump, day, knowledge).sector == (sector,)


def test_unknown_person_takes_the_role_in_the_text(parser: Parser, knowledge: Knowledge) -> None:
    found = read(parser, knowledge, "Peruvian Foreign Minister Oskel Tarrimont refused. Tarrimont spoke in Oslo.")
    assert only(found, "Oskel Tarrimont").sector == ("GOV",)
    assert only(found, "Tarrimont").identifier_text == "Oskel Tarrimont"


def test_a_person_whatever_the_tagger_calls_the_name(parser: Parser, knowledge: Knowledge) -> None:
    text = "Orvik Bremnes, 26, fled. Bremnes was caught near a farm. Neighbours had warned Bremnes."
    found = read(parser, knowledge, text)
    assert {e.identifier_text for e in found if "Bremnes" in e.entity_text} == {"Orvik Bremnes"}


def test_a_title_within_the_run_of_names(parser: Parser, knowledge: Knowledge) -> None:
    found = read(parser, knowledge, "Interior Minister Peter Olmsgard resigned in Oslo. Olmsgard gave no reason.")
    assert {e.sector for e in found if e.entity_text in ("Peter Olmsgard", "Olmsgard")} == {("GOV",)}


def test_short_names_of_states(parser: Parser, knowledge: Knowledge) -> None:
    text = "North Korea fired a missile. The North blamed the South for it. A ship sank in the North Sea."
    found = read(parser, knowledge, text)
    assert [only(found, n).code for n in ("North", "South")] == ["PRK", "KOR"]
    assert not [e for e in found if e.entity_text.startswith("North Sea") or e.code not in ("PRK", "KOR", None)]
    assert not [e for e in read(parser, knowledge, "The North blamed the South for it.") if e.code]


@pytest.mark.parametrize(
    "text", ["Police in Paris, Texas, arrested a man. Paris residents fled.", "Police in New London arrested a man."]
)
def test_towns_that_bear_the_name_of_a_capital(parser: Parser, knowledge: Knowledge, text: str) -> None:
    assert not {e.code for e in read(parser, knowledge, text)} & {"FRA", "GBR"}


@pytest.mark.parametrize("name", [n.strip() for n in INVENTED_PERSONS.split("|")])
def test_invented_persons_get_no_answer(parser: Parser, knowledge: Knowledge, name: str) -> None:
    for entity in read(parser, knowledge, f"{name} spoke on Monday. {name.split()[-1]} left early."):
        assert entity.code is None and entity.identifier_id is None, entity


@pytest.mark.parametrize("name", [n.strip() for n in INVENTED_PLACES.split("|")])
def test_invented_places_get_no_answer(parser: Parser, knowledge: Knowledge, name: str) -> None:
    for entity in read(parser, knowledge, f"Police in {name} arrested a man. {name} denied it."):
        assert entity.code is None and entity.identifier_id is None, entity


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_is_read_and_quoted(parser: Parser, knowledge: Knowledge, text: str) -> None:
    parsed = parser.parse(Article(text=text))
    found = who.find(parsed, knowledge)
    assert all(e.entity_text == text[e.start : e.end] for e in found)
    for token in parsed.tokens:
        entity = who.at(parsed, found, token.i, knowledge)
        assert entity.entity_text == text[entity.start : entity.end]
