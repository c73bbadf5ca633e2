"""Parquet: the whole event a row, lists and parts as nested columns, by the record's own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec
from msgspec import inspect

from dateline.export import arrow
from dateline.export.base import Format, Job, Reading
from dateline.model.document import Event

_DAYS = ("date", "enddate")


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    arrow.write(_rows(readings), _schema(), out, job)


def _rows(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    for reading in readings:
        for event in reading.events:
            row = msgspec.to_builtins(event)
            row |= {name: arrow.day(row[name]) for name in _DAYS}
            yield row | {"passage": reading.passage(event)}


def _schema() -> Any:
    """The record's types as Arrow's, read off the shapes themselves, so that they cannot drift apart."""
    pa = arrow.pyarrow()
    fields = [pa.field(f.name, pa.date32() if f.name in _DAYS else f.type) for f in _arrow(pa, Event)]
    return pa.schema([*fields, pa.field("passage", pa.string())])


def _arrow(pa: Any, kind: Any) -> Any:
    info = kind if isinstance(kind, inspect.Type) else inspect.type_info(kind)
    if isinstance(info, inspect.StructType):
        return pa.struct([pa.field(f.name, _arrow(pa, f.type)) for f in info.fields if f.name != "why"])
    if isinstance(info, inspect.VarTupleType):
        return pa.list_(_arrow(pa, info.item_type))
    if isinstance(info, inspect.UnionType):
        return _arrow(pa, next(t for t in info.types if not isinstance(t, inspect.NoneType)))
    plain = {inspect.IntType: pa.int64(), inspect.FloatType: pa.float64(), inspect.BoolType: pa.bool_()}
    return plain.get(type(info), pa.string())


FORMAT = Format(
    summary="Parquet, the whole event a row with nested columns (needs dateline[parquet])",
    suffix=".parquet",
    media="application/vnd.apache.parquet",
    write=_write,
    binary=True,
)
