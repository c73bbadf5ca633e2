"""What holds for every text: reading never raises, every offset quotes the text, JSON goes round."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.intake import from_text
from dateline.model import encode
from dateline.model.document import AnnotatedDocument
from dateline.reading.reader import Reader

NEWS = (
    "Police rebels killed 12 protesters in Baghdad on Monday , . “ ” ’s said that the US threatened sanctions "
    "(PMF) U.S. — \n\n 2 January 2022 02.01.2022 by near more than dozens of attack talks agreed not if would"
)
WORDS = st.sampled_from(NEWS.split(" "))
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


def quotations(document: AnnotatedDocument) -> Iterator[tuple[str, int, int]]:
    """Every (words, start, end) that the document claims of its text."""
    found = document.mentions
    spans = [s for e in document.events for s in (*e.event_text, e.date_text) if s]
    attributions = [*found.attributions, *(a for e in document.events for a in e.attribution)]
    spans += [s for a in attributions for s in (a.cue, a.content) if s]
    yield from ((s.text, s.start, s.end) for s in spans)
    yield from ((d.text, d.start, d.end) for d in found.dates)
    yield from ((f.text, f.start, f.end) for f in found.figures)
    entities = [*found.actors, *(x for e in document.events for x in (*e.actor, *e.recipient))]
    entities += [a.source for a in attributions if a.source]
    yield from ((e.entity_text, e.start, e.end) for e in entities if e.start is not None and e.end is not None)
    places = [*found.places, *(e.event_loc for e in document.events if e.event_loc)]
    for p in places:
        if p.extracted_place is not None and p.start is not None and p.end is not None:
            yield p.extracted_place, p.start, p.end


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text(reader: Reader, text: str) -> None:
    document = reader.read(from_text(text))
    assert document.text == text
    for words, start, end in quotations(document):
        assert text[start:end] == words
    assert encode.document_from_json(encode.to_json(document, explain=True)) == document
    assert len({e.id for e in document.events}) == len(document.events)


def test_same_article_same_ids(reader: Reader) -> None:
    text = "Rebels killed 12 soldiers near Aleppo on 3 May 2016. The government condemned the attack."
    first, second = reader.read(from_text(text)), reader.read(from_text(text))
    assert first == second
    assert first.events
