"""What the rules read: types, words and parties in sentences about invented incidents."""

from __future__ import annotations

import pytest

from dateline.model.article import Furniture

from .conftest import Events, Told


def only(found: list[Told]) -> Told:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The ministers met in Oslo on Tuesday.", "CONSULT", ()),
        ("Norway praised the ministers of Chad.", "SUPPORT", ()),
        ("The president apologised to the families.", "CONCEDE", ()),
        ("The army withdrew from the valley.", "RETREAT", ("withdraw",)),
        ("The minister resigned on Friday.", "RETREAT", ("resign",)),
        ("The opposition demanded that the president step down.", "REQUEST", ()),
        ("Prosecutors charged the mayor with fraud.", "ACCUSE", ("allege",)),
        ("The senator condemned the governor.", "ACCUSE", ("disapprove",)),
        ("Parliament rejected the proposal.", "REJECT", ()),
        ("The rebels threatened to kill the hostages.", "THREATEN", ("violence",)),
        ("Thousands of students protested in Lima.", "PROTEST", ("demo",)),
        ("The court convicted the general.", "SANCTION", ("convict",)),
        ("Kenya deployed 300 soldiers along the border.", "MOBILIZE", ("troops",)),
        ("Police arrested two activists.", "COERCE", ("arrest",)),
        ("Militants kidnapped the engineer.", "ASSAULT", ("abduct",)),
    ],
)
def test_types(events: Events, text: str, event: str, mode: tuple[str, ...]) -> None:
    found = only(events(text))
    assert found.event == event
    assert set(mode) <= set(found.mode)


@pytest.mark.parametrize(
    "text",
    [
        "The company beat expectations in the third quarter.",
        "The storm killed four people on the coast.",
        "He died of cancer at the age of 81.",
        "The two firms struck a balance between price and quality.",
        "The bank charged a fee for each transfer.",
        "The government is fighting inflation.",
        "The studio released the film in March.",
        "She suffered a heart attack.",
        "A bear killed two sheep near the village.",
        "The candidate spoke at a campaign rally on Monday.",
        "The coach held a press conference after the match.",
        "The missiles pose a threat to the region.",
        "He was treated and released from hospital.",
        "The driver was ejected from the vehicle.",
        "Police are investigating the crash.",
        "The two players agreed to a draw.",
        "The company agreed to sell its brewery.",
    ],
)
def test_no_events(events: Events, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Two soldiers were killed by gunmen.", {"gunmen"}, {"soldiers"}),
        ("Two soldiers were killed in Mopti.", set(), {"soldiers"}),
        ("The militia that attacked the convoy denied nothing.", {"militia"}, {"convoy"}),
        ("The envoy refused to meet the rebel leader.", {"envoy"}, {"leader"}),
        ("Chad accused Sudan of arming the rebels.", {"Chad"}, {"Sudan"}),
        ("The minister criticised the court's ruling.", {"minister"}, {"court"}),
        ("Responsibility for the raid lies with the militia.", {"militia"}, set()),
        ("Police arrested a man and a woman.", {"Police"}, {"man", "woman"}),
        ("Rebels shot and wounded a driver.", {"Rebels"}, {"driver"}),
        ("The chancellor called on Poland to open the border.", {"chancellor"}, {"Poland"}),
        ("Peru and Chile held talks in Quito.", {"Peru", "Chile"}, set()),
    ],
)
def test_parties(events: Events, text: str, actors: set[str], recipients: set[str]) -> None:
    found = events(text)[0]
    assert set(found.actors) == actors
    assert set(found.recipients) == recipients


def test_one_happening_is_one_event(events: Events) -> None:
    found = only(events("A car bomb exploded outside a bank in Basra, killing six people."))
    assert found.event == "ASSAULT"
    assert "people" in found.recipients


def test_victims_of_an_attack_belong_to_it(events: Events) -> None:
    found = only(events("Three farmers were killed in an attack on the village."))
    assert set(found.words) >= {"killed", "attack"}


def test_both_sides_of_a_clash_act(events: Events) -> None:
    found = only(events("Police clashed with demonstrators in Dakar."))
    assert set(found.actors) == {"Police", "demonstrators"}
    assert found.recipients == ()


def test_cooperation_to_come_is_agreement(events: Events) -> None:
    assert only(events("The foreign ministers will meet in Geneva.")).event == "AGREE"


def test_withdrawal_announced_is_a_concession(events: Events) -> None:
    assert only(events("The general announced the withdrawal of his troops.")).event == "CONCEDE"


def test_demands_of_a_protest_are_not_told_apart(events: Events) -> None:
    found = only(events("Thousands marched through Tunis to demand the president's resignation."))
    assert found.event == "PROTEST"
    assert found.recipients == ("president",)


def test_topic_of_talks_is_no_event(events: Events) -> None:
    found = events("The ministers met in Oslo to discuss new sanctions against Belarus.")
    assert [e.event for e in found] == ["CONSULT"]


def test_judgement_in_speech(events: Events) -> None:
    found = only(events("The governor said the mayor was unfit."))
    assert (found.event, found.actors, found.recipients) == ("ACCUSE", ("governor",), ("mayor",))


def test_furniture_tells_nothing(events: Events) -> None:
    text = "Police arrested two activists.\nSoldiers fired at the crowd."
    end = text.index("\n")
    caption = Furniture(start=0, end=end, kind="caption", reason="test")
    assert all("arrested" not in e.words for e in events(text, (caption,)))
