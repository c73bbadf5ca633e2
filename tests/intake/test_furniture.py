"""What is furniture and what is prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import furniture
from dateline.intake.furniture.phrases import phrases
from dateline.knowledge import tables

PROSE = (
    "Militants attacked a police station in the town of Baidoa on Monday and killed six officers, officials said.",
    "The army sent two battalions to the town after the attack and closed all roads that lead to the coast.",
    "Residents said that they had heard explosions through the night and that nobody dared to leave home.",
)


def kinds(line: str, *, at: int = 2) -> list[str]:
    """The kinds of furniture found in `line`, set among paragraphs of prose as paragraph number `at`."""
    paragraphs = [*PROSE[:at], line, *PROSE[at:]]
    text = "\n".join(paragraphs)
    start = sum(len(p) + 1 for p in paragraphs[:at])
    found = furniture.find(text)
    assert all(start <= f.start and f.end <= start + len(line) for f in found), found
    return [f.kind for f in found]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more", "prompt"),
        ("READ MORE: Five things to know about the attack", "related-link"),
        ("Sign up for our newsletter and never miss a story.", "prompt"),
        ("Follow us on Twitter", "prompt"),
        ("Advertisement", "prompt"),
        ("© AP Photo / Jane Doe Soldiers stand guard in Baidoa, May 2, 2015", "caption"),
        ("Soldiers in Baidoa - Gulf News Agency, 1920, 22.12.2021", "agency-line"),
        ("Soldiers stand guard near the port on Tuesday. (Jane Doe/Reuters)", "caption"),
        ("Soldiers stand guard near the port on Tuesday. [Jane Doe/AFP]", "caption"),
        ("Soldiers stand guard near the port on Tuesday. REUTERS/Jane Doe", "caption"),
        ("FILE PHOTO: The minister speaks to reporters in Nairobi, Kenya, June 4, 2019.", "caption"),
        ("Jane Doe/AFP/Getty Images", "credit"),
        ("Army shells town as talks collapse0:35", "caption"),
        ("President Names New Army Chief After Deadly Attack in Capital", "related-link"),
        ("A night of fear", "heading"),
        ("'Nobody came to help'", "heading"),
        ("Tags: Somalia, Baidoa, attacks", "tags"),
        ("Заголовок другой статьи на странице", "other-language"),
        ("By Jane Doe and Omar Farah", "byline"),
        ("Published: 2 January 2022", "boilerplate"),
        ("Copyright 2022 The Gulf Wire. All rights reserved.", "boilerplate"),
        ("(Reporting by Jane Doe; Editing by Omar Farah)", "byline"),
    ],
)
def test_furniture_among_prose(line: str, kind: str) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "The president fled.",
        "Share prices fell after the attack on the refinery, traders said.",
        "More stories of torture were told in court on Monday.",
        "The first shots were fired at 5:35.",
        "Video of the raid, which activists posted, shows soldiers who beat two men.",
        "“Why did they come at night?” she asked.",
        "One of the protesters wrote:",
        "The rebels freed 12 soldiers (four of them officers) on Friday.",
        "The two sides signed a truce on Sunday, the Associated Press reported.",
        "AP reported that 12 people had died.",
        "Palestinian Authority (PA) President Mahmoud Abbas condemned the raid.",
        "Oil prices fell across the Middle East and North Africa (MENA).",
        "UNHCR (UN Refugee Agency) trucks were stopped at the border.",
        "Zimbabwe African National Union (ZANU/PF) leaders met in Harare (Zimbabwe).",
        "NATO - the alliance that he leads - denied it.",
        "KILLED: The list names 12 people.",
        "- Rebels seized the airport and two army bases",
        "Print and broadcast reporters were expelled from the region last week.",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    assert kinds(line) == []


@pytest.mark.parametrize(
    "dateline",
    [
        "BAGHDAD, Jan. 2 (AP) — ",
        "BAGHDAD (Reuters) - ",
        "UNITED NATIONS (AP) _ ",
        "DAR ES SALAAM, Tanzania (AFP) -- ",
        "NAIROBI, August 7 (Xinhua) -- ",
        "Beirut, 3 June 2014 (AFP) – ",
        "NEW DELHI: ",
        "TBILISI, Georgia — ",
        "MOSCOW, January 2. /TASS/. ",
        "Tehran, Jan 2, IRNA – ",
        "Kabul (TOLOnews): ",
        "(CNN) ",
    ],
)
def test_datelines(dateline: str) -> None:
    text = dateline + PROSE[0]
    (found,) = furniture.find(text)
    assert (found.kind, text[found.start : found.end]) == ("dateline", dateline)


@pytest.mark.parametrize("title", ["Militants kill six officers in Baidoa", "Six Officers Die in Baidoa Raid."])
def test_titles(title: str) -> None:
    text = "\n\n".join([title, *PROSE])
    (found,) = furniture.find(text)
    assert (found.kind, text[found.start : found.end]) == ("title", title)


def test_a_title_that_runs_into_the_lead() -> None:
    text = "Militants kill six in Somali townThe attack began at dawn, officials in Baidoa said. It lasted for an hour."
    (found,) = furniture.find(text)
    assert text[found.start : found.end] == "Militants kill six in Somali town"


def test_a_known_title_in_a_text_without_lines() -> None:
    text = f"Raid in Baidoa {PROSE[0]} {PROSE[1]}"
    (found,) = furniture.find(text, "Raid in Baidoa")
    assert (found.kind, text[found.start : found.end]) == ("title", "Raid in Baidoa")


def test_a_short_lead_is_no_title() -> None:
    assert furniture.find("\n\n".join(["Militants attacked Baidoa on Monday.", *PROSE])) == ()
    assert furniture.find("Rebels shell town") == ()


def test_footnotes_need_their_mark() -> None:
    note = "* The group is outlawed in several countries."
    marked = "\n".join([PROSE[0].replace("Militants", "Militants*"), *PROSE[1:], note])
    assert [f.kind for f in furniture.find(marked)] == ["footnote"]
    assert furniture.find("\n".join([*PROSE, note])) == ()


def test_captions_and_prompts_glued_into_prose() -> None:
    text = f"{PROSE[0]}Advertisement{PROSE[1]} FILE - Troops are seen in Baidoa, Somalia, May 24, 2017. {PROSE[2]}"
    assert [text[f.start : f.end] for f in furniture.find(text)] == [
        "Advertisement",
        "FILE - Troops are seen in Baidoa, Somalia, May 24, 2017.",
    ]


def test_every_phrase_is_found_and_has_a_reason() -> None:
    for row in tables.rows("furniture/phrases.tsv"):
        assert row["where"] in ("whole", "start", "end", "glued")
        assert row["reason"]
        assert row["phrase"] == row["phrase"].lower().strip()
        if row["where"] != "glued":
            found = phrases().find(row["where"], row["phrase"])
            assert found is not None


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from('aT .!?"“”\n-(A1—_<>=©/*:'), st.characters())), st.none() | st.text())
def test_any_text(text: str, title: str | None) -> None:
    reached = 0
    for found in furniture.find(text, title):
        assert reached <= found.start < found.end <= len(text)
        assert found.reason
        reached = found.end
