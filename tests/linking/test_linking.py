"""Which mentions become one event."""

from __future__ import annotations

import itertools

import pytest
from tests.linking.stories import incident, story

from dateline.linking import Linker, sketch, words
from dateline.linking.cluster import APART, SURE, TOGETHER, groups
from dateline.linking.same import ACROSS, HERE
from dateline.model.document import AnnotatedDocument


def links(documents: list[AnnotatedDocument]) -> dict[str, str]:
    """The link of every event by its article's address."""
    linker = Linker()
    for document in documents:
        linker.add(sketch(document))
    found = linker.links()
    return {f"{d.cite_info.url} {n}": found[e.id] for d in documents for n, e in enumerate(d.events)}


def test_one_incident_in_three_outlets_is_one_event_and_another_stays_apart() -> None:
    found = links(incident())
    assert found["a.txt 0"] == found["b.txt 0"] == found["c.txt 0"]
    assert found["d.txt 0"] != found["a.txt 0"]


def test_a_higher_toll_does_not_break_a_link() -> None:
    low, high = (
        story(f"Rebels bombed the consulate in Varnok, leaving {n} dead.", url=f"{n}.txt", day="2031-05-06")
        for n in (2, 90)
    )
    found = links([low, high])
    assert found["2.txt 0"] == found["90.txt 0"]


def test_links_are_the_same_in_whatever_order_articles_come() -> None:
    expected = links(incident())
    assert all(links(list(order)) == expected for order in itertools.permutations(incident()))


def test_a_repeated_mention_in_one_article_is_one_event_and_another_place_is_not() -> None:
    text = (
        "Rebels bombed the consulate in Varnok. The bombing by rebels shook the consulate in Varnok. "
        "Students protested in Pelsk."
    )
    found = links([story(text, url="x.txt", day="2031-05-06")])
    assert found["x.txt 0"] == found["x.txt 1"] != found["x.txt 2"]


def test_the_same_article_twice_counts_once() -> None:
    first = incident()[0]
    assert links([first, first]) == links([first])


def test_average_linkage_joins_the_likely_and_leaves_the_rest() -> None:
    chances = {("a", "b"): 0.9, ("b", "c"): 0.4, ("c", "d"): 0.8}
    assert groups("abcd", chances, 0.3) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(("decision", "expected"), [(TOGETHER, [["a", "b", "c"]]), (APART, [["a", "b"], ["c"]])])
def test_a_decision_overrules_chances(decision: float, expected: list[list[str]]) -> None:
    assert groups("abc", {("a", "b"): 0.9, ("a", "c"): 0.9, ("b", "c"): decision}, 0.3) == expected


def test_what_an_article_tells_as_one_event_is_parted_only_by_a_decision() -> None:
    chances = {("a", "b"): SURE, ("a", "x"): 0.8}
    assert groups("abx", chances, 0.3) == [["a", "b", "x"]]
    assert groups("abx", chances | {("b", "x"): APART}, 0.3) == [["a", "b"], ["x"]]
    assert groups("abx", chances | {("a", "b"): APART}, 0.3) == [["a", "x"], ["b"]]


def test_blast_and_deaths_are_one_attack_and_last_week_s_raid_is_another() -> None:
    text = (
        "Rebels bombed the consulate in Varnok. The bombing shook the town of Varnok. "
        "The governor was killed in Varnok. Students protested in Pelsk."
    )
    whole = story(text, url="x.txt", day="2031-05-06", published="2031-05-07")
    raid = story("The army bombed soldiers in Pelsk.", url="y.txt", day="2031-04-27", published="2031-05-07")
    found = links([whole, raid])
    assert found["x.txt 0"] == found["x.txt 1"] == found["x.txt 2"]
    assert len({found["x.txt 0"], found["x.txt 3"], found["y.txt 0"]}) == 3


def test_an_incident_is_known_again_when_it_is_recalled_a_year_later() -> None:
    first = story(
        "Rebels bombed the consulate in Varnok, leaving 6 dead. Guards sealed the Kestrel road near the consulate.",
        url="x.txt", day="2031-05-06", published="2031-05-07",
    )  # fmt: skip
    later = story(
        "Rebels bombed the consulate in Varnok a year ago, a court heard. The Kestrel road was sealed by guards then.",
        url="y.txt", day="2031-05-06", published="2032-06-01",
    )  # fmt: skip
    found = links([first, later])
    assert found["x.txt 0"] == found["y.txt 0"]


@pytest.mark.parametrize(("one", "other"), [("killed", "killing"), ("dead", "death"), ("arrested", "detention")])
def test_words_of_one_family_meet(one: str, other: str) -> None:
    assert words.families({words.stem(one)}) & words.families({words.stem(other)})


def test_data_files_hold_numbers_for_known_features() -> None:
    prior = words.table("prior.tsv")
    assert all(set(words.table(name)) & set(prior) for name in (HERE, ACROSS))
    assert all(value >= 0 for value in words.table("words.tsv").values())
