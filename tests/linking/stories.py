"""Invented reports of invented incidents, as documents that reading might have made of them."""

from __future__ import annotations

import re

from dateline.linking.sketch import article_key
from dateline.model.document import AnnotatedDocument, Cite, Event, TextInfo
from dateline.model.mentions import Entity, Figure, Place
from dateline.model.span import span_of

TOWNS = {
    "Varnok": Place(resolved_place="Varnok", geonameid=901, lat=41.0, lon=20.0, country_code="ALB", resolution=4),
    "Pelsk": Place(resolved_place="Pelsk", geonameid=902, lat=47.0, lon=28.0, country_code="MDA", resolution=4),
}
TYPES = {"bombing": "ASSAULT", "bombed": "ASSAULT", "killed": "ASSAULT", "protested": "PROTEST", "met": "CONSULT"}


def story(
    text: str, *, url: str, published: str | None = None, day: str | None = None, outlet: str | None = None
) -> AnnotatedDocument:
    """A document with an event at each word of TYPES, its place the town named in the sentence, its day `day`."""
    cite = Cite(url=url, date=published, publication=outlet)
    sentences = [(m.start(), m.end()) for m in re.finditer(r"[^.]+\.", text)]
    events = [
        event(text, number, at, cite, day)
        for number, at in enumerate(sentences)
        if any(w in text[at[0] : at[1]] for w in TYPES)
    ]
    return AnnotatedDocument(cite_info=cite, text=text, events=tuple(events))


def event(text: str, number: int, at: tuple[int, int], cite: Cite, day: str | None) -> Event:
    """The event of one sentence."""
    sentence = text[at[0] : at[1]]
    word = next(w for w in TYPES if w in sentence)
    start = at[0] + sentence.index(word)
    town = next((place for name, place in TOWNS.items() if name in sentence), None)
    name = f"{article_key(cite.url, text)[:12]}{start:04}"
    return Event(
        id=name,
        event=(TYPES[word],),
        event_text=(span_of(text, start, start + len(word)),),
        actor=_party(sentence, r"(rebels|students|the army)"),
        recipient=_party(sentence, r"(soldiers|the consulate|the governor)"),
        date=day,
        enddate=day,
        date_precision="day" if day else None,
        event_loc=town,
        size=_toll(text, at),
        confidence=0.8,
        link=name,
        text_info=TextInfo(sequence=number, start=at[0], end=at[1]),
        cite_info=cite,
    )


def _party(sentence: str, pattern: str) -> tuple[Entity, ...]:
    found = re.search(pattern, sentence)
    return (Entity(entity_text=found.group(), identifier_text=found.group()),) if found else ()


def _toll(text: str, at: tuple[int, int]) -> tuple[Figure, ...]:
    found = re.search(r"(\d+) dead", text[at[0] : at[1]])
    if not found:
        return ()
    start, number = at[0] + found.start(), int(found.group(1))
    return (
        Figure(kind="killed", low=number, high=number, text=found.group(), start=start, end=start + len(found.group())),
    )


def incident() -> list[AnnotatedDocument]:
    """One bombing in Varnok told by three outlets with rising tolls, and another in Pelsk a year later."""
    varnok = (
        "Suspected rebels bombed the consulate in Varnok on Tuesday, leaving {} dead. Guards sealed the Kestrel road."
    )
    return [
        story(varnok.format(2), url="a.txt", published="2031-05-06", day="2031-05-06", outlet="Harbour Wire"),
        story(
            "The bombing of the consulate in Varnok by rebels left 5 dead, officials said. The Kestrel road is shut.",
            url="b.txt", published="2031-05-07", day="2031-05-06", outlet="Morning Ledger",
        ),
        story(
            "Rebels who bombed the consulate in Varnok were sought along the Kestrel road; 6 dead were counted.",
            url="c.txt", published="2031-05-08", day="2031-05-06", outlet="Channel Nine",
        ),
        story(
            "Jets of the army bombed soldiers of a mutiny in Pelsk, with 40 dead. The Orlan bridge fell.",
            url="d.txt", published="2032-09-01", day="2032-08-31", outlet="Harbour Wire",
        ),
    ]  # fmt: skip
