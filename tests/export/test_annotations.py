"""Standoff for annotators and annotations for the web, read back with bratly, cassis and rdflib."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import cassis
import rdflib
from bratly.annotation_types import EntityAnnotation, EventAnnotation
from bratly.io.file_read_src import read_and_load_ann_file
from tests.export.conftest import DOCUMENTS, FIRST, readings

from dateline import export

Export = Callable[..., bytes]
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextualBody": "oa:TextualBody",
    "items": {"@id": "as:items", "@container": "@list"},
    "body": {"@id": "oa:hasBody"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "value": "rdf:value",
}
"""The terms used, as the W3C's context defines them, so that nothing is fetched."""


def folder(name: str, out: Path) -> list[Path]:
    export.export(readings(DOCUMENTS), export.load(name), out)
    return sorted(out.iterdir())


def test_brat_words_stand_where_the_lines_say(tmp_path: Path) -> None:
    files = folder("brat", tmp_path / "brat")
    assert [f.name for f in files] == [
        "00001-1.ann", "00001-1.txt", "00002-2-txt.ann", "00002-2-txt.txt", "annotation.conf",
    ]  # fmt: skip
    text = files[1].read_text(encoding="utf-8")
    assert text == FIRST
    found = read_and_load_ann_file(
        str(files[0]), no_duplicates=False, sorting=False, renumerotize=False, grammar_check=False
    )
    assert found is not None
    # This reader passes over events without arguments (here E4), which brat itself allows.
    assert [a.id for a in found.annotations if isinstance(a, EventAnnotation)] == ["E1", "E2", "E3"]
    bound = [a for a in found.annotations if isinstance(a, EntityAnnotation)]
    for entity in bound:
        assert " ".join(text[f.start : f.end] for f in entity.fragments) == entity.content
    assert {"shot dead", "the Green Front"} <= {entity.content for entity in bound}


def test_brat_event_refers_to_its_parts(tmp_path: Path) -> None:
    lines = folder("brat", tmp_path / "brat")[0].read_text(encoding="utf-8").splitlines()
    bound = {line.split("\t")[0]: line.split("\t")[2] for line in lines if line.startswith("T")}
    events = [line.split("\t")[1].split() for line in lines if line.startswith("E")]
    parts = [{role: bound[ident] for role, _, ident in (p.partition(":") for p in event)} for event in events]
    assert parts[0] == {
        "ASSAULT": "shot dead", "Actor": "Gunmen", "Recipient": "two officers", "Date": "Monday",
        "Place": "Tarnow Vale", "Figure": "two officers", "Source": "police",
    }  # fmt: skip
    assert parts[1] == {"CONSULT": "met", "Actor": "Two ministers", "Actor2": "the Green Front", "Place": "Chad"}
    attributes = [line.split("\t")[1] for line in lines if line.startswith("A")]
    assert attributes == ["Mode E1 firearms", "Mode E3 demo", "Status E4 negated"]
    declared = (tmp_path / "brat" / "annotation.conf").read_text()
    assert "ASSAULT\tActor*:Actor" in declared


def test_inception_file_is_a_cas(tmp_path: Path) -> None:
    first = folder("inception", tmp_path / "cas")[0]
    cas = cassis.load_cas_from_json(first.read_text(encoding="utf-8"))
    assert cas.sofa_string == FIRST
    predicates = cas.select("de.tudarmstadt.ukp.dkpro.core.api.semantics.type.SemPred")
    told = [
        (p.get_covered_text(), p.category, [(a.role, a.target.get_covered_text()) for a in p.arguments.elements])
        for p in predicates
    ]
    assert told[0] == (
        "shot dead",
        "ASSAULT/firearms",
        [("Actor", "Gunmen"), ("Recipient", "two officers"), ("Date", "Monday"), ("Place", "Tarnow Vale"),
         ("Figure", "two officers"), ("Source", "police")],
    )  # fmt: skip
    assert ("met", "CONSULT") in [t[:2] for t in told], "offsets hold behind a character of two UTF-16 units"
    assert ("dead", "ASSAULT negated", []) in told
    entities = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    assert ("the Green Front", "Actor", "group:green") in [
        (e.get_covered_text(), e.value, e.identifier) for e in entities
    ]


def test_web_annotations_are_linked_data_with_quote_and_position(exported: Export) -> None:
    page = json.loads(exported("web-annotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = rdflib.Graph().parse(data=json.dumps(page | {"@context": CONTEXT}), format="json-ld")
    rows = graph.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
        "SELECT ?id ?tag ?exact ?start ?source WHERE { ?id a oa:Annotation . ?id oa:hasBody ?b . ?b rdf:value ?tag . "
        "?id oa:hasTarget ?t . ?t oa:hasSource ?source . ?t oa:hasSelector ?q . ?q oa:exact ?exact . "
        "?t oa:hasSelector ?p . ?p oa:start ?start }"
    )
    found = {tuple(map(str, row)) for row in rows}  # type: ignore[arg-type]
    assert ("urn:dateline:event:e1", "ASSAULT/firearms", "shot dead", "7", "https://example.org/news/1") in found
    assert ("urn:dateline:event:e4", "negated", "dead", "12", "https://example.org/news/1") in found
    assert {"Gunmen", "Monday", "Tarnow Vale", "police", "said"} <= {row[2] for row in found}
    (relative,) = {row[4] for row in found if row[0].endswith("e5")}
    assert relative.endswith("/border%20times/2.txt")


def test_web_annotation_quotes_the_text_around(exported: Export) -> None:
    (quote, _) = json.loads(exported("web-annotation"))["items"][0]["target"][0]["selector"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] == FIRST[: 16 + 32]
