"""UIMA CAS JSON 0.4 for INCEpTION, by its built-in layers: named entities, predicates with their arguments."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from dateline.export import cells
from dateline.export.base import Format, Job, Reading
from dateline.export.nodes import Node, file_name, inside, of_document, roles
from dateline.model.document import AnnotatedDocument, Event

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
_SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
_ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
_PREDICATE = f"{_DKPRO}.semantics.type.SemPred"
_ARGUMENT = f"{_DKPRO}.semantics.type.SemArg"
_LINK = f"{_DKPRO}.semantics.type.SemArgLink"
_TEXT = "uima.cas.String"
_TYPES: dict[str, tuple[str, dict[str, str]]] = {
    _SENTENCE: ("uima.tcas.Annotation", {"id": _TEXT}),
    _ENTITY: ("uima.tcas.Annotation", {"value": _TEXT, "identifier": _TEXT}),
    _PREDICATE: ("uima.tcas.Annotation", {"category": _TEXT, "arguments": f"{_LINK}[]"}),
    _ARGUMENT: ("uima.tcas.Annotation", {}),
    _LINK: ("uima.cas.TOP", {"role": _TEXT, "target": _ARGUMENT}),
}
_BEYOND_ONE_UNIT = 0xFFFF

Structure = dict[str, Any]


def _files(readings: Iterable[Reading], job: Job) -> Iterator[tuple[str, bytes]]:
    for number, reading in enumerate(readings, 1):
        if reading.document is not None:
            builder = _Builder(reading.document)
            builder.add_events(reading.events, job)
            yield f"{file_name(number, reading.document)}.json", msgspec.json.encode(builder.cas())
            job.tally.rows += 1


class _Builder:
    """The feature structures of one article, numbered as they are added."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self._text = document.text
        self._ids = itertools.count(2)
        self._at = _utf16(document.text)
        self._members: list[int] = []
        self._structures: list[Structure] = [
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain"}
            | {"sofaString": document.text}
        ]
        for sentence in document.sentences:
            if inside(sentence.start, sentence.end, document.text):
                self._span(_SENTENCE, sentence.start, sentence.end)
        names = _names(document)
        for node in of_document(document):
            self._span(_ENTITY, node.start, node.end, value=node.label, identifier=names.get(node))

    def add_events(self, events: Iterable[Event], job: Job) -> None:
        """Adds a predicate on the first words of each event, with its parts as arguments."""
        for event in events:
            words = [s for s in event.event_text if inside(s.start, s.end, self._text)]
            if not words:
                job.tally.leave_out("no words to point at")
                continue
            links = [self._link(role, node) for role, node in dict.fromkeys(roles(event)) if self._holds(node)]
            array = self._add({"%TYPE": "uima.cas.FSArray", "%ELEMENTS": links})
            signs = [cells.what(event), event.status, "hedged" if event.hedged else ""]
            category = " ".join(sign for sign in signs if sign and sign != "occurred")
            self._span(_PREDICATE, words[0].start, words[0].end, category=category, **{"@arguments": array})

    def cas(self) -> Structure:
        """The whole, as the format has it."""
        view = {"%SOFA": 1, "%MEMBERS": self._members}
        types = {name: _declaration(name, *rest) for name, rest in _TYPES.items()}
        return {"%TYPES": types, "%FEATURE_STRUCTURES": self._structures, "%VIEWS": {"_InitialView": view}}

    def _holds(self, node: Node) -> bool:
        return inside(node.start, node.end, self._text)

    def _link(self, role: str, node: Node) -> int:
        target = self._span(_ARGUMENT, node.start, node.end)
        return self._add({"%TYPE": _LINK, "role": role, "@target": target})

    def _span(self, kind: str, start: int, end: int, **features: Any) -> int:
        told = {k: v for k, v in features.items() if v is not None}
        place = {"@sofa": 1, "begin": self._at(start), "end": self._at(end)}
        ident = self._add({"%TYPE": kind, **place, **told})
        self._members.append(ident)
        return ident

    def _add(self, structure: Structure) -> int:
        ident = next(self._ids)
        self._structures.append({"%ID": ident, **structure})
        return ident


def _declaration(name: str, parent: str, features: dict[str, str]) -> Structure:
    return {"%NAME": name, "%SUPER_TYPE": parent} | {f: {"%NAME": f, "%RANGE": r} for f, r in features.items()}


def _utf16(text: str) -> Callable[[int], int]:
    """UIMA counts in units of UTF-16: every character beyond the first 65,536 counts as two."""
    if all(ord(c) <= _BEYOND_ONE_UNIT for c in text):
        return lambda offset: offset
    units = [0, *itertools.accumulate(2 if ord(c) > _BEYOND_ONE_UNIT else 1 for c in text)]
    return units.__getitem__


def _names(document: AnnotatedDocument) -> dict[Node, str]:
    """The stable ids of known actors and places, by where they are named."""
    found: dict[Node, str] = {}
    for entity in document.mentions.actors:
        if entity.identifier_id and entity.start is not None and entity.end is not None:
            found[Node(entity.start, entity.end, "Actor")] = entity.identifier_id
    for place in document.mentions.places:
        if place.geonameid is not None and place.start is not None and place.end is not None:
            found[Node(place.start, place.end, "Place")] = f"https://sws.geonames.org/{place.geonameid}/"
    return found


FORMAT = Format(summary="UIMA CAS JSON for INCEpTION, a folder with a file an article", files=_files, needs_text=True)
