"""Which places a text names, and which places they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.mentions import Place
from dateline.reading.parse import Parser
from dateline.reading.where import find

Where = Callable[[str], tuple[Place, ...]]


def one(places: tuple[Place, ...], text: str) -> Place:
    """The first mention whose words are `text`."""
    return next(p for p in places if p.extracted_place == text)


def names(places: tuple[Place, ...]) -> set[str | None]:
    """The words of all mentions."""
    return {p.extracted_place for p in places}


@pytest.mark.parametrize(
    ("text", "words", "resolved", "country", "resolution"),
    [
        ("A convoy was hit near Ain al-Asad on Monday.", "Ain al-Asad", "Ain al-Asad", "IRQ", 5),
        ("Ships waited off the port of Hodeida for a week.", "Hodeida", "Hodeidah", "YEM", 4),
        ("Envoys of both sides met in Geneva and Paris on Monday.", "Geneva", None, "CHE", 4),
        ("The minister was in Dublin on Monday, and Washington objected.", "Dublin", "Dublin", "IRL", 4),
        ("Police in Dublin, Ohio, arrested two men on Monday.", "Dublin", "Dublin", "USA", 4),
        ("The families fled from al-Raqqa in trucks.", "al-Raqqa", "Raqqa", "SYR", None),
        ("Two shells fell on Zaporizhzhia nuclear plant.", "Zaporizhzhia nuclear plant", None, "UKR", 5),
        ("The delegation landed at Baghdad airport at dawn.", "Baghdad airport", None, "IRQ", 5),
        ("Clashes spread through Dhi Qar governorate.", "Dhi Qar governorate", "Dhi Qar", "IRQ", 2),
        ("Shelling went on across Donbas on Friday.", "Donbas", "Donbas", "UKR", 2),
        ("He was born in Germany and studied in Kenya.", "Germany", "Germany", "DEU", 1),
        ("Crowds marched through Tahrir Square in Cairo.", "Tahrir Square", "Tahrir Square", "EGY", 5),
        ("A jury in Laurel County, Kentucky, heard the case.", "Laurel County", "Laurel County", "USA", 3),
    ],
)
def test_names_are_found_and_resolved(
    where: Where, text: str, words: str, resolved: str | None, country: str, resolution: int | None
) -> None:
    place = one(where(text), words)
    assert place.country_code == country
    assert place.lat is not None and place.lon is not None
    if resolved:
        assert place.resolved_place == resolved
    if resolution:
        assert place.resolution == resolution


def test_the_unit_that_follows_decides(where: Where) -> None:
    places = where("She moved from Paris, Texas, to London, Ontario, in May. Paris had been kind to her.")
    assert {p.province for p in places if p.extracted_place == "Paris"} == {"Texas"}
    assert one(places, "London").country_code == "CAN"


def test_company_decides(where: Where) -> None:
    places = where("Tbilisi and Batumi are in Georgia. Roads from Kutaisi to Gori were closed.")
    assert one(places, "Georgia").country_code == "GEO"
    places = where("Atlanta, Macon and Savannah are in Georgia. Roads from Augusta to Athens were closed.")
    assert one(places, "Georgia").province == "Georgia"
    assert one(places, "Athens").country_code == "USA"


def test_a_country_is_a_country(where: Where) -> None:
    place = one(where("Troops entered southern Iraq in spring."), "southern Iraq")
    assert (place.resolution, place.feature_code, place.city, place.province) == (1, "PCLI", None, None)
    assert "part:southern" in str(place.why)


def test_described_places(where: Where) -> None:
    places = where("Envoys met in the Iraqi capital. Refugees gathered at the Syrian border.")
    assert one(places, "the Iraqi capital").resolved_place == "Baghdad"
    border = one(places, "the Syrian border")
    assert (border.country_code, border.resolution) == ("SYR", 1)


def test_a_capital_named_is_not_told_twice(where: Where) -> None:
    places = where("Envoys met in the Iraqi capital, Baghdad, on Sunday.")
    assert sum(p.resolved_place == "Baghdad" for p in places) == 1


def test_roles(where: Where) -> None:
    places = where("Moscow warned Berlin on Monday. The bomb went off in Moscow.")
    roles = [str(p.why).split()[0] for p in places if p.extracted_place == "Moscow"]
    assert roles == ["role:actor", "role:place"]


def test_persons_months_and_bodies_are_no_places(where: Where) -> None:
    text = (
        "Mr. Lincoln Marsh, 41, told the court in March that Hamas and Hezbollah had said nothing to Mrs. Devon Hart."
    )
    assert not names(where(text)) & {"Lincoln", "Marsh", "March", "Hamas", "Hezbollah", "Devon", "Hart"}


INVENTED = [
    "Qandrelia",
    "Vostimbar",
    "Melkurat",
    "Drusgovia",
    "Harenbekh",
    "Tolmivar",
    "Yestrupol",
    "Kabrindale",
    "Uzmantepe",
    "Sorvakhia",
    "Belcruzna",
    "Nirowetz",
    "Fandomskoye",
    "Ghelvarin",
    "Pratuzco",
    "Imbershire",
    "Zekhraniya",
    "Lomacutta",
    "Aldrevsk",
    "Winterholz-Nord",
    "Krantamboul",
    "Ospriyeva",
    "Tchagazir",
    "Murgheloon",
    "Dovantara",
    "Eskalubra",
    "Rinzhapur",
    "Cobrentino",
    "Ulgarash",
    "Pavlonezh",
]


@pytest.mark.parametrize("name", INVENTED)
def test_invented_names_get_no_answer(where: Where, name: str) -> None:
    for place in where(f"Fighting went on in {name} on Tuesday, and the road from {name} to the coast was cut."):
        assert place.resolved_place is None and place.lat is None and place.country_code is None
        assert "unresolved" in str(place.why)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120) | st.lists(st.sampled_from(["Paris", ",", "Texas", "the", "capital", "al-", "U.S.", "’"])))
def test_any_text(where: Where, words: str | list[str]) -> None:
    text = words if isinstance(words, str) else " ".join(words)
    for place in where(text):
        assert place.start is not None and place.end is not None
        assert text[place.start : place.end] == place.extracted_place


def test_the_outlet_tells_the_home_region(knowledge: Knowledge) -> None:
    parser, text = Parser(), "A man was arrested in Athens on Friday, the sheriff said."

    def country(outlet: str) -> str | None:
        article = Article(text=text, publication=outlet)
        return one(find(parser.parse(article), knowledge), "Athens").country_code

    assert country("The Macon Courier") == "USA"
    assert country("Greece Daily") == "GRC"
