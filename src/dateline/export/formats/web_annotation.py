"""W3C Web Annotations: each event and each of its parts as an annotation with quote and position selectors."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.export import cells
from dateline.export.base import Format, Job, Reading
from dateline.model import encode, marks
from dateline.model.document import Event

_CONTEXT = b"http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of the text quoted before and after the words."""
_IRI = ":/?#[]@!$&'()*+,;=%~"

Words = tuple[int, int, str]
"""Start, end and the words themselves."""


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    out.write(b'{"@context":"' + _CONTEXT + b'","id":"urn:dateline:page","type":"AnnotationPage","items":[')
    for number, annotation in enumerate(_annotations(readings, job)):
        out.write((b",\n" if number else b"\n") + msgspec.json.encode(annotation))
        job.tally.rows += 1
    out.write(b"\n]}\n")


def _annotations(readings: Iterable[Reading], job: Job) -> Iterator[dict[str, Any]]:
    for reading in readings:
        for event in reading.events:
            if not event.event_text:
                job.tally.leave_out("no words to point at")
                continue
            yield _event(event, reading)
            yield from _parts(event, reading)


def _event(event: Event, reading: Reading) -> dict[str, Any]:
    """The event on its words: type and modes as tags, the whole record as JSON beside them."""
    tags = [_tag(cells.what(event)), *(_tag(word) for word in _signs(event))]
    whole = encode.to_json(event).decode()
    body = {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": whole}
    words = [(s.start, s.end, s.text) for s in event.event_text]
    return {
        "id": _urn(event),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [*tags, body],
        "target": [_target(w, reading) for w in words],
    }


def _signs(event: Event) -> list[str]:
    return [*([event.status] if event.status != "occurred" else []), *(["hedged"] if event.hedged else [])]


def _tag(word: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": word}


def _parts(event: Event, reading: Reading) -> Iterator[dict[str, Any]]:
    """Actor, recipient, date, place, figures and sources, each linked to its event."""
    for number, mark in enumerate(m for m in marks.of_event(event) if m.label != "event"):
        words = (mark.start, mark.end, _text(event, mark.start, mark.end))
        link = {"type": "SpecificResource", "purpose": "linking", "source": _urn(event)}
        yield {
            "id": f"{_urn(event)}:{number}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [_tag(mark.label), link],
            "target": [_target(words, reading)],
        }


def _text(event: Event, start: int, end: int) -> str:
    """The words of a mark, which only the mention they come from holds."""
    sources = [a.source for a in event.attribution if a.source]
    entities = (*event.actor, *event.recipient, *sources)
    held = {(e.start, e.end): e.entity_text for e in entities}
    held |= {(s.start, s.end): s.text for s in (*(a.cue for a in event.attribution), event.date_text) if s}
    held |= {(f.start, f.end): f.text for f in event.size}
    if event.event_loc:
        held[event.event_loc.start, event.event_loc.end] = event.event_loc.extracted_place or ""
    return held.get((start, end), "")


def _target(words: Words, reading: Reading) -> dict[str, Any]:
    start, end, exact = words
    quote = {"type": "TextQuoteSelector", "exact": exact}
    if reading.document and 0 <= start <= end <= len(reading.document.text):
        text = reading.document.text
        quote |= {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": _source(reading), "selector": [quote, position]}


def _source(reading: Reading) -> str:
    """The article's address as an IRI; one without address is named by its key."""
    url = reading.cite.url
    return urllib.parse.quote(url, safe=_IRI, errors="replace") if url else f"urn:dateline:article:{reading.key}"


def _urn(event: Event) -> str:
    return f"urn:dateline:event:{urllib.parse.quote(event.id, safe='', errors='replace')}"


FORMAT = Format(summary="W3C Web Annotations (JSON-LD)", suffix=".jsonld", media="application/ld+json", write=_write)
