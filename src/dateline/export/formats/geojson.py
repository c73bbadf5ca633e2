"""GeoJSON: an event a feature. Towns and points are points; a country, province or district has no geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.export import cells, flat
from dateline.export.base import Format, Job, Reading
from dateline.model.document import Event


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    out.write(b'{"type":"FeatureCollection","features":[')
    for number, feature in enumerate(_features(readings)):
        out.write((b",\n" if number else b"\n") + msgspec.json.encode(feature))
        job.tally.rows += 1
    out.write(b"\n]}\n")


def _features(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    return (_feature(event, reading.passage(event)) for reading in readings for event in reading.events)


def _feature(event: Event, passage: str | None) -> dict[str, Any]:
    """`label_point` tells where the name of an area may be written; it is not where the event took place."""
    point, label = cells.point(event.event_loc), cells.label(event.event_loc)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": flat.row(event, passage) | {"label_point": None if point else label},
    }


FORMAT = Format(
    summary="GeoJSON, an event a feature; areas without geometry",
    suffix=".geojson",
    media="application/geo+json",
    write=_write,
)
