"""GeoParquet 1.1: the rows of the GeoJSON export with a geometry column; no geometry for what is no point."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dateline.export import arrow, cells, flat
from dateline.export.base import Format, Job, Reading

_POINT = struct.Struct("<BIdd")
_METADATA = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}
"""Without a `crs`, as the standard has it, coordinates are OGC:CRS84: longitude, latitude."""


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    arrow.write(_rows(readings), _schema(), out, job)


def _schema() -> Any:
    pa = arrow.pyarrow()
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    fields = [(name, pa.date32() if name in flat.DAYS else types[kind]) for name, kind in flat.TYPES.items()]
    extra = [("label_lon", pa.float64()), ("label_lat", pa.float64()), ("geometry", pa.binary())]
    return pa.schema([*fields, *extra], metadata={"geo": json.dumps(_METADATA)})


def _rows(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    for reading in readings:
        for event in reading.events:
            row: dict[str, Any] = dict(flat.row(event, reading.passage(event)))
            row |= {name: arrow.day(row[name]) for name in flat.DAYS}
            point = cells.point(event.event_loc)
            label = (None if point else cells.label(event.event_loc)) or (None, None)
            yield row | {"label_lon": label[0], "label_lat": label[1], "geometry": _wkb(point)}


def _wkb(point: tuple[float, float] | None) -> bytes | None:
    return _POINT.pack(1, 1, *point) if point else None


FORMAT = Format(
    summary="GeoParquet, an event a row; areas without geometry (needs dateline[parquet])",
    suffix=".parquet",
    media="application/vnd.apache.parquet",
    write=_write,
    binary=True,
)
