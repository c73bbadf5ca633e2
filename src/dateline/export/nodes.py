"""Stretches of an article's text with what they are, and their part in each event: for annotation tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dateline.model.document import AnnotatedDocument, Event
from dateline.model.mentions import Entity


class Node(Struct, frozen=True, order=True):
    """Characters [start, end) of the text: an Actor, Place, Date, Figure or Cue."""

    start: int
    end: int
    label: str


LABELS = ("Actor", "Place", "Date", "Figure", "Cue")
ROLES = {
    "Actor": "Actor",
    "Recipient": "Actor",
    "Place": "Place",
    "Date": "Date",
    "Figure": "Figure",
    "Source": "Actor",
}
"""What a node of each role in an event is."""


def of_document(document: AnnotatedDocument) -> tuple[Node, ...]:
    """Every mention, in an event or not, once, in the order of the text; only what lies inside the text."""
    found = document.mentions
    nodes = [*_entities(found.actors), *_entities(a.source for a in found.attributions if a.source)]
    nodes += [Node(p.start, p.end, "Place") for p in found.places if p.start is not None and p.end is not None]
    nodes += [Node(d.start, d.end, "Date") for d in found.dates]
    nodes += [Node(f.start, f.end, "Figure") for f in found.figures]
    nodes += [Node(a.cue.start, a.cue.end, "Cue") for a in found.attributions if a.cue]
    nodes += [node for event in document.events for _, node in roles(event)]
    return tuple(sorted({n for n in nodes if inside(n.start, n.end, document.text)}))


def roles(event: Event) -> Iterator[tuple[str, Node]]:
    """The parts of an event with their roles."""
    yield from (("Actor", n) for n in _entities(event.actor))
    yield from (("Recipient", n) for n in _entities(event.recipient))
    if event.date_text:
        yield "Date", Node(event.date_text.start, event.date_text.end, "Date")
    place = event.event_loc
    if place and place.start is not None and place.end is not None:
        yield "Place", Node(place.start, place.end, "Place")
    yield from (("Figure", Node(f.start, f.end, "Figure")) for f in event.size)
    yield from (("Source", n) for n in _entities(a.source for a in event.attribution if a.source))


def inside(start: int, end: int, text: str) -> bool:
    """True for a stretch of the text that holds more than white space."""
    return 0 <= start < end <= len(text) and not text[start:end].isspace()


def _entities(entities: Iterable[Entity]) -> Iterator[Node]:
    return (Node(e.start, e.end, "Actor") for e in entities if e.start is not None and e.end is not None)


def file_name(number: int, document: AnnotatedDocument) -> str:
    """A name for the files of an article: its number and what its address or title ends in."""
    cite = document.cite_info
    told = (cite.url or cite.title or "article").rstrip("/").rpartition("/")[2].partition("?")[0]
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in told.lower())
    return f"{number:05d}-{'-'.join(filter(None, plain.split('-')))[:60] or 'article'}"
