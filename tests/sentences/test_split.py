"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import from_text
from dateline.model.article import Article
from dateline.reading.sentences import split
from dateline.reading.sentences.cut import LONGEST


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(Article(text=text))]


@pytest.mark.parametrize(
    "parts",
    [
        ("Rebels shelled the town.", "The army fired back."),
        ("Gen. Ahmad Karimi met Sen. J. R. Holt at 10 a.m. on Jan. 2 in Washington, D.C., officials said.",),
        ("The U.S. Army left the base.", "U.S. officials said so."),
        ("They moved to the U.S. in May.", "No. 3 Brigade followed."),
        ("Troops crossed into the U.K.", "The minister resigned."),
        ('"We will not leave," he said.', '"We will stay."', "Nobody moved."),
        ('"Will they come back?" Omar Haddad asked, looking at the ruins.',),
        ("“Stop!” the guards shouted.", "“They ran.”"),
        ("``We are ready,'' she said.", "``We always were.''"),
        ("Talks failed... but nobody said so.", "Then the shelling began."),
        ("The rally began at 3 p.m. Thursday.", "Police watched."),
        ("The firm, Oil Corp. of Basra, paid $3.5 million.", "It said no more."),
        ("The attack was in Kirkuk.", "al-Qaeda claimed it."),
        ("He fell ill.", "Doctors came."),
        ("They left in 2014.", "12 soldiers stayed behind."),
    ],
)
def test_marks(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "parts",
    [
        ("Two soldiers died in Mali.", "The general flew home."),
        ("Bomb kills mayor in Mosul", "The mayor of the city died on Sunday."),
        ("He spoke to reporters.", "“We were lucky,” he said.", "“Very lucky.”"),
        ('"It is over."', "Nobody believed him."),
        ("The envoy said no.", '"We were lucky."'),
        ("Villagers still flee", "Several families said that they had left."),
        ("They left in June 2017.", "Nobody returned."),
    ],
)
def test_lost_markup(parts: tuple[str, ...]) -> None:
    """Pages whose tags were stripped run sentences and headings together."""
    assert sentences("".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "Ronald McDonald met Emma DeLong in Santa Fe.",
        "The site example.Com was hacked by WikiLeaks fans.",
        "Prices rose by 3.5 per cent and TikTok was banned.",
        "He read The Hague ruling to The Associated Press.",
        "The St. Louis police and the St. Petersburg police met.",
    ],
)
def test_names_stay_whole(text: str) -> None:
    assert sentences(text) == [text]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = (
        "The rebels said on Sunday that they had taken the bridge at the northern\n"
        "end of the town, and that more than forty soldiers of the government had\n"
        "surrendered to them. The army denied it.\n"
        "\n"
        "Residents who were reached by telephone said that shops were closed and\n"
        "that nobody dared to leave home.\n"
    )
    found = sentences(text)
    assert [s.split()[0] for s in found] == ["The", "The", "Residents"]
    assert found[0].endswith("surrendered to them.")


def test_lines_are_paragraphs_where_nothing_was_wrapped() -> None:
    text = "Rebels took the bridge\nThe army shelled the town on Sunday, officials said\nNobody was hurt"
    assert len(sentences(text)) == 3


def test_list_marks_are_no_part_of_a_sentence() -> None:
    assert sentences("• Police arrested six men.\n• Two were released.") == [
        "Police arrested six men.",
        "Two were released.",
    ]


def test_furniture_is_cut_off_from_prose() -> None:
    text = "BAGHDAD, Jan. 2 (AP) — Gunmen attacked a checkpoint."
    found = split(from_text(text))
    assert [(text[s.start : s.end], s.furniture) for s in found] == [
        ("BAGHDAD, Jan. 2 (AP) —", "dateline"),
        ("Gunmen attacked a checkpoint.", None),
    ]


def test_no_sentence_is_too_long_for_the_parser() -> None:
    assert all(s.end - s.start <= LONGEST for s in split(Article(text="the army said " * 2000 + "a" * 9000)))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("aT .!?…\"'“”\n-–(A1—_\t•=<>"), st.characters())))
def test_sentences_are_in_order_and_trimmed(text: str) -> None:
    reached = 0
    for sentence in split(from_text(text)):
        assert reached <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        reached = sentence.end


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aTb .!?\"'“”\n-(A1"))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(text[s.start : s.end] for s in split(Article(text=text)))
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]
