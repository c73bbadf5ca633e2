"""Export is total: whatever the record may hold goes through every format, nulls everywhere included."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from dateline import codebook, export
from dateline.export.nodes import of_document
from dateline.intake import from_text
from dateline.model import encode
from dateline.model.document import AnnotatedDocument, Event
from dateline.reading.reader import Reader

BOOK = codebook.load()
DAYS = st.dates(min_value=dt.date(1, 1, 1)).map(dt.date.isoformat)
OFFSETS = st.integers(min_value=-3, max_value=60)
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "date": DAYS,
    "enddate": DAYS,
    "start": OFFSETS,
    "end": OFFSETS,
    "event": st.lists(st.sampled_from(list(BOOK.events)) | st.text(max_size=5), min_size=1, max_size=2),
    "mode": st.lists(st.sampled_from([m for e in BOOK.events.values() for m in e.modes]), max_size=2),
    "sector": st.lists(st.sampled_from(list(BOOK.sectors)) | st.text(max_size=3), max_size=2),
    "code": st.sampled_from(["IRQ", "XKX", "IGO", "???"]),
    "resolution": st.integers(min_value=-1, max_value=7),
    "country_code": st.sampled_from(["IRQ", "GRL", "???"]),
    "link": st.sampled_from(["a", "b"]),
}
"""Fields whose values steer the exports; all others are anything of their type."""


def of_type(info: inspect.Type) -> st.SearchStrategy[Any]:
    """Plain values that fit a type of the record."""
    if isinstance(info, inspect.StructType):
        return st.fixed_dictionaries({f.name: of_field(f) for f in info.fields if f.name != "why"})
    if isinstance(info, inspect.VarTupleType):
        return st.lists(of_type(info.item_type), max_size=2)
    if isinstance(info, inspect.UnionType):
        return st.one_of([of_type(t) for t in info.types])
    if isinstance(info, inspect.LiteralType):
        return st.sampled_from(info.values)
    if isinstance(info, inspect.FloatType):
        return st.floats(allow_nan=False, allow_infinity=False)
    whole = st.integers(min_value=-(2**63) + 1, max_value=2**63 - 1)
    plain = {inspect.NoneType: st.none(), inspect.BoolType: st.booleans(), inspect.IntType: whole}
    found: st.SearchStrategy[Any] = plain.get(type(info), st.text(max_size=12))
    return found


def of_field(field: inspect.Field) -> st.SearchStrategy[Any]:
    known = KNOWN.get(field.encode_name)
    nullable = isinstance(field.type, inspect.UnionType) and any(
        isinstance(t, inspect.NoneType) for t in field.type.types
    )
    if known is None or isinstance(field.type, inspect.StructType):
        return of_type(field.type)
    return st.none() | known if nullable else known


DOCUMENTS = of_type(inspect.type_info(AnnotatedDocument)).map(lambda raw: msgspec.convert(raw, AnnotatedDocument))


def lines_of(document: AnnotatedDocument) -> bytes:
    return b"".join(encode.to_json(e) + b"\n" for e in document.events) + encode.to_json(document) + b"\n"


def written(name: str, lines: bytes, out: Path) -> export.Tally:
    """Exports what the command would be given; a line that it refuses fails the test."""
    form = export.load(name)
    found = list(export.open_readings(None, io.BytesIO(lines)))
    refused = [f.message for f in found if isinstance(f, export.BadInput)]
    assert not refused
    readings = [f for f in found if isinstance(f, export.Reading)]
    if form.needs_text:
        readings = [r for r in readings if r.document and r.document.text]
    return export.export(readings, form, out)


@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)  # fmt: skip
@given(document=DOCUMENTS)
def test_anything_goes_through(tmp_path: Path, document: AnnotatedDocument) -> None:
    lines = lines_of(document)
    for name in export.names():
        written(name, lines, tmp_path / name)
    assert all(document.text[n.start : n.end].strip() for n in of_document(document))


@pytest.mark.parametrize("name", export.names())
def test_an_event_with_nulls_everywhere(tmp_path: Path, name: str) -> None:
    bare = Event(id="x", event=("ASSAULT",))
    document = AnnotatedDocument(cite_info=bare.cite_info, text="Something happened.", events=(bare,))
    written(name, encode.to_json(document) + b"\n", tmp_path / "out")
    out = tmp_path / "out"
    content = b"".join(f.read_bytes() for f in out.iterdir()) if out.is_dir() else out.read_bytes()
    assert b"None" not in content
    assert b"1970" not in content


@pytest.fixture(scope="module")
def shipped(reader: Reader) -> bytes:
    """The shipped example articles, read, as annotated documents."""
    from importlib import resources

    files = sorted(resources.files("dateline").joinpath("examples").iterdir(), key=lambda f: f.name)
    texts = [f.read_text(encoding="utf-8") for f in files if f.name.endswith(".txt")]
    return b"".join(encode.to_json(reader.read(from_text(t))) + b"\n" for t in texts)


@pytest.mark.parametrize("name", export.names())
def test_shipped_articles_go_through_and_twice_the_same(tmp_path: Path, name: str, shipped: bytes) -> None:
    tally = written(name, shipped, tmp_path / "one")
    assert tally.rows
    written(name, shipped + shipped, tmp_path / "two")
    if not (tmp_path / "one").is_dir() and name not in ("sqlite", "parquet", "geoparquet"):
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
