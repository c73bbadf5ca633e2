"""First persons in quoted words are the speaker; names in capitals that look like them are not."""

from __future__ import annotations

import pytest

from dateline.model.mentions import Attribution, Entity
from dateline.model.span import Span
from dateline.reading.attach.speakers import speaker_for

_SAID = Attribution(
    source=Entity(entity_text="the envoy", start=30, end=39, code="BLR", sector=("GOV",)),
    cue=Span(text="said", start=25, end=29),
    content=Span(text="US … us", start=0, end=20),
)


@pytest.mark.parametrize(("words", "country"), [("us", "BLR"), ("We", "BLR"), ("I", "BLR"), ("US", "USA")])
def test_quoted_first_persons(words: str, country: str) -> None:
    named = Entity(entity_text=words, start=5, end=5 + len(words), code="USA" if words == "US" else None)
    assert speaker_for(named, (_SAID,)).code == country
