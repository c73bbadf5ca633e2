"""Who says what: sources, cues, contents and stances in sentences about invented incidents."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.knowledge.base import Knowledge
from dateline.reading.parsed import Parsed
from dateline.reading.who_says import complete, find

Parse = Callable[[str], Parsed]

CASES = [
    ("The minister said that rebels had shelled the port of Velora.", "The minister", "rebels", "asserts"),
    ("“They burned the granary,” said Colonel Ardo Venn.", "Colonel Ardo Venn", "granary", "asserts"),
    ("Police told reporters that two men had been arrested.", "Police", "two men", "asserts"),
    ("Rebels shelled the port, according to the ministry.", "the ministry", "shelled", "asserts"),
    ("The general denied that his troops had fired on the crowd.", "The general", "fired", "denies"),
    ("The union threatened to strike next week.", "The union", "strike", "threatens"),
    ("The mayor criticised the decision of the council.", "The mayor", "decision", "criticises"),
    ("The rebels' claim that they had taken the town was false.", "The rebels'", "taken the town", "alleges"),
    ("The Velora Front claimed responsibility for the blast.", "The Velora Front", "the blast", "admits"),
    ("Two officers denied involvement in the killing of a judge.", "Two officers", "the killing", "denies"),
    ("The army did not confirm that the bridge had been destroyed.", "The army", "bridge", "declines"),
]


@pytest.mark.parametrize(
    "text", ["No group has claimed responsibility for the blast.", "They have not taken credit for it."]
)
def test_nobody_claims_it(text: str, parse: Parse, knowledge: Knowledge) -> None:
    assert not [a for a in find(parse(text), knowledge) if a.stance == "admits"]


@pytest.mark.parametrize(("text", "source", "content", "stance"), CASES)
def test_source_content_and_stance(
    text: str, source: str, content: str, stance: str, parse: Parse, knowledge: Knowledge
) -> None:
    found = find(parse(text), knowledge)
    assert len(found) == 1
    (one,) = found
    assert one.source is not None and one.source.entity_text.removesuffix("'s") in {source, source.removesuffix("'")}
    assert one.content is not None and content in one.content.text
    assert one.stance == stance


def test_the_one_told_is_not_the_source(parse: Parse, knowledge: Knowledge) -> None:
    (one,) = find(parse("The envoy told the council that the truce had failed."), knowledge)
    assert one.source is not None and one.source.entity_text == "The envoy"
    assert one.content is not None and "council" not in one.content.text


def test_adverb_has_no_source(parse: Parse, knowledge: Knowledge) -> None:
    (one,) = find(parse("Gunmen reportedly seized the radio station in Velora."), knowledge)
    assert one.source is None
    assert one.cue is not None and one.cue.text == "reportedly"


def test_nothing_inside_a_quotation_is_the_articles_own(parse: Parse, knowledge: Knowledge) -> None:
    found = find(parse("“My brother said the bridge was mined,” the farmer recalled."), knowledge)
    assert [a.cue.text for a in found if a.cue] == ["recalled"]


def test_chain_is_kept(parse: Parse, knowledge: Knowledge) -> None:
    found = find(parse("The envoy said the governor had told aides that the dam was mined."), knowledge)
    assert len(found) == 2
    outer, inner = found
    assert outer.content is not None and inner.content is not None
    assert outer.content.start <= inner.content.start and inner.content.end <= outer.content.end


def test_quotation_that_goes_on_behind_the_cue(parse: Parse, knowledge: Knowledge) -> None:
    text = "“We lost the harbour,” the captain said. “Nobody came to help us.”"
    (one,) = find(parse(text), knowledge)
    assert one.content is not None and one.content.text == text


def test_article_without_sources(parse: Parse, knowledge: Knowledge) -> None:
    assert find(parse("Gunmen shelled the port of Velora on Monday. Three ships burned."), knowledge) == ()


def test_complete_takes_a_cue_from_elsewhere(parse: Parse, knowledge: Knowledge) -> None:
    parsed = parse("The envoy hummed that the truce had failed.")
    cue = next(t.i for t in parsed.tokens if t.text == "hummed")
    made = complete(parsed, [cue], knowledge)
    assert made is not None and made.source is not None
    assert made.source.entity_text == "The envoy"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet=st.sampled_from("ab “”\"'‘’.,:\nÉ said told he told claim that 說")))
def test_offsets_quote_the_text(parse: Parse, knowledge: Knowledge, text: str) -> None:
    parsed = parse(text)
    for one in find(parsed, knowledge):
        for span in (one.cue, one.content):
            assert span is None or span.text == text[span.start : span.end]
        if one.source is not None:
            assert one.source.entity_text == text[one.source.start : one.source.end]
