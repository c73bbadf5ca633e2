"""Figures: what a reader would say was counted, how many, and what became of them. All incidents are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.mentions import Figure
from dateline.reading import how_many
from dateline.reading.parse import Parser

Found = list[tuple[str, int | None, int | None]]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def read(parser: Parser, text: str) -> tuple[Figure, ...]:
    return how_many.find(parser.parse(Article(text=text)), Knowledge())


def values(parser: Parser, text: str) -> Found:
    return [(f.kind, f.low, f.high) for f in read(parser, text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen killed 12 villagers and wounded six others.", [("killed", 12, 12), ("injured", 6, 6)]),
        ("Twelve people were killed and 30 injured.", [("killed", 12, 12), ("injured", 30, 30)]),
        ("The raid left 8 dead and 15 wounded.", [("killed", 8, 8), ("injured", 15, 15)]),
        ("The death toll rose to 41, the governor said.", [("killed", 41, 41)]),
        ("Officials put the number of dead at 38.", [("killed", 38, 38)]),
        ("The attack claimed the lives of 22 people.", [("killed", 22, 22)]),
        ("The killing of 16 farmers caused anger.", [("killed", 16, 16)]),
        ("As many as 90 people were feared dead.", [("killed", None, 90)]),
        ("Two men were shot dead near the bridge.", [("killed", 2, 2)]),
        ("A bomb left 25 people with burns.", [("injured", 25, 25)]),
        ("More than 100 people were rushed to hospital.", [("injured", 101, None)]),
        ("Police arrested more than 40 students.", [("arrested", 41, None)]),
        ("Five suspects were taken into custody.", [("arrested", 5, 5)]),
        ("Kidnappers seized 73 pupils from a school.", [("abducted", 73, 73)]),
        ("Some 3,000 residents fled their homes.", [("displaced", 3000, 3000)]),
        ("Several thousand demonstrators rallied in Lima.", [("crowd", 2000, 9999)]),
        ("Hundreds of people marched through Santiago.", [("crowd", 200, 999)]),
        ("The army sent 2,500 troops and 60 tanks north.", [("force", 2500, 2500), ("vehicles", 60, 60)]),
        ("A 60-member team crossed the river.", [("force", 60, 60)]),
        ("Rebels fired over a dozen rockets at the port.", [("weapons", 13, None)]),
        ("The company employs 5,000 people.", [("other", 5000, 5000)]),
        ("Two soldiers and seven attackers were among the dead.", [("killed", 2, 2), ("killed", 7, 7)]),
        ("Tens of thousands took to the streets.", [("crowd", 20_000, 99_999)]),
        ("The demonstration drew some 5,000 people.", [("crowd", 5000, 5000)]),
        ("The militia has 8,000 men under arms.", [("force", 8000, 8000)]),
        ("The army lost 620 soldiers and 12 tanks.", [("killed", 620, 620), ("vehicles", 12, 12)]),
        ("He hid forty kilos of explosives.", [("weapons", 40, 40)]),
        ("No deaths were reported.", [("killed", 0, 0)]),
    ],
)
def test_kind_and_number(parser: Parser, text: str, wanted: Found) -> None:
    assert values(parser, text) == wanted


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 17", 17, None),
        ("up to 50", None, 50),
        ("fewer than 20", None, 19),
        ("no fewer than 14", 14, None),
        ("nearly 200", 180, 199),
        ("about 35", 35, 35),
        ("between 20 and 30", 20, 30),
        ("20-30", 20, 30),
        ("three or four", 3, 4),
        ("2 to 3 million", 2_000_000, 3_000_000),
        ("two hundred and six", 206, 206),
        ("twenty-five", 25, 25),
        ("two dozen", 24, 24),
        ("1.2 million", 1_200_000, 1_200_000),
        ("half a million", 500_000, 500_000),
        ("dozens of", 24, None),
        ("scores of", 40, None),
        ("a handful of", 2, 9),
        ("tens of thousands of", 20_000, 99_999),
        ("several hundred", 200, 999),
    ],
)
def test_bounds_ranges_and_vague_words(parser: Parser, words: str, low: int | None, high: int | None) -> None:
    assert values(parser, f"The flood killed {words} villagers.") == [("killed", low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The pact is worth $3.5 billion.", 3_500_000_000, 3_500_000_000),
        ("The paper was fined 50 million shillings.", 50_000_000, 50_000_000),
        ("They stole billions of dollars.", 2_000_000_000, None),
        ("Donors gave more than €10,000.", 10_001, None),
        ("She paid up to 2 million U.S. dollars.", None, 2_000_000),
    ],
)
def test_money(parser: Parser, text: str, low: int | None, high: int | None) -> None:
    assert values(parser, text) == [("money", low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez, 52, was elected with 61 percent of the vote.",
        "A 34-year-old man lives at 1600 Harbor Street.",
        "Call 555-123-4567 before 5 p.m. on May 6.",
        "The bill passed 89-52 on March 3, 2019.",
        "Resolution 1701 was adopted in 2006.",
        "One of the ministers resigned.",
        "It was the third attack in two weeks.",
        "The team won 3-1 in its two-state league.",
        "The lake is 40 kilometers long and five meters deep.",
        "The two countries signed it.",
        "The council voted 12 to 3 for it.",
        "Both bombings killed soldiers.",
        "The Committee of Thirty met in the 2019 season.",
        "He was shot 16 times.",
        "No one was there.",
    ],
)
def test_what_is_no_figure(parser: Parser, text: str) -> None:
    assert values(parser, text) == []


def test_from_and_to_are_two_figures_with_the_kind_of_what_is_counted(parser: Parser) -> None:
    found = values(parser, "The number of foreign troops fell from 5,200 to 2,500.")
    assert found == [("force", 5200, 5200), ("force", 2500, 2500)]


def test_killed_or_wounded_of_one_number_claims_neither(parser: Parser) -> None:
    assert values(parser, "Some 400 people have been killed or wounded since January.") == [("other", 400, 400)]


def test_parts_share_the_fate_of_the_whole(parser: Parser) -> None:
    found = values(parser, "The strike killed 9 people, including three children.")
    assert found == [("killed", 9, 9), ("killed", 3, 3)]


def test_a_number_with_a_verb_of_its_own_does_not_share(parser: Parser) -> None:
    found = values(parser, "At least 17 miners died and 200 were trapped.")
    assert found == [("killed", 17, None), ("other", 200, 200)]


def test_text_is_the_whole_phrase_and_of_the_words_counted(parser: Parser) -> None:
    (figure,) = read(parser, "Police detained at least 40 student leaders and activists on Friday.")
    assert figure.text == "at least 40 student leaders and activists"
    assert figure.of == "student leaders and activists"
    assert figure.why == "at least; what was done to them"


def test_furniture_has_no_figures(parser: Parser) -> None:
    from dateline.model.article import Furniture

    text = "Twelve people were killed."
    furniture = (Furniture(start=0, end=len(text), kind="caption", reason="a caption"),)
    parsed = parser.parse(Article(text=text, furniture=furniture))
    assert how_many.find(parsed, Knowledge()) == ()


_WORDS = """
    12 1,000 $5 million killed people of the two dozens - 3-1 and to % 20-30 between no one from € 5m at least more
    than 2019 May , . ( ) hundred thousand a half dozen 1e9 ² ٣ 9999999999999999999999
"""
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=100), st.lists(_PIECES, max_size=14).map(" ".join)))
def test_any_text_is_read_and_every_figure_quotes_it(parser: Parser, text: str) -> None:
    for figure in read(parser, text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.low is not None or figure.high is not None
        assert figure.of is None or figure.of in figure.text
