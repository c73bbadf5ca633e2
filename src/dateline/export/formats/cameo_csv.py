"""CAMEO dyads: who did what to whom by CAMEO's codes, one row a pair of parties."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

from dateline.codebook import Row, crosswalk
from dateline.export import cells, tables
from dateline.export.base import Format, Job, Reading
from dateline.export.crosswalking import correspondence, not_occurred
from dateline.export.incidents import Incident, gather
from dateline.export.reference import sector
from dateline.export.tables import Column
from dateline.model.document import Event
from dateline.model.mentions import Entity, Place

_NO_PLACE = "no code in CAMEO"
_NO_PARTY = "neither side is named"
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""CAMEO's root codes, the last of each class: verbal and material cooperation, verbal and material conflict."""


_Pair = tuple[Entity | None, Entity | None]
_Names = tuple[str | None, str | None]


class _Row(Struct, frozen=True):
    incident: Incident
    kind: Row
    source: Entity | None
    target: Entity | None

    @property
    def place(self) -> Place:
        return self.incident.place or Place()

    @property
    def root(self) -> str:
        return self.kind.code[:2]


def _kind(event: Event) -> Row | None:
    return correspondence(crosswalk("cameo"), event, event.context)


def _refuse(event: Event) -> str | None:
    return not_occurred(event) or (None if _kind(event) else _NO_PLACE)


def _rows(incidents: Iterable[Incident], job: Job) -> Iterator[_Row]:
    for incident in incidents:
        kind = _kind(incident.lead)
        pairs = _pairs(incident)
        if not pairs:
            job.tally.leave_out(_NO_PARTY)
        if kind is not None:
            yield from (_Row(incident, kind, source, target) for source, target in pairs)


def _pairs(incident: Incident) -> list[_Pair]:
    """Each pair of parties once, whatever they are called in each mention; both ways where they do the same."""
    if incident.mutual:
        return list(itertools.permutations(incident.actors, 2))
    found: dict[_Names, _Pair] = {}
    for event in incident.events:
        for source, target in itertools.product(event.actor or (None,), event.recipient or (None,)):
            if source or target:
                found.setdefault((_identity(source), _identity(target)), (source, target))
    return _without_gaps(found)


def _identity(entity: Entity | None) -> str | None:
    return cells.identity(entity) if entity else None


def _without_gaps(found: dict[_Names, _Pair]) -> list[_Pair]:
    """Without the pairs of which one mention leaves out a side that another mention names."""
    sources = {source for source, target in found if source and target}
    targets = {target for source, target in found if source and target}
    return [
        pair
        for (source, target), pair in found.items()
        if not (not target and source in sources) and not (not source and target in targets)
    ]


def _code(entity: Entity | None) -> str:
    """CAMEO's actor code: the country or kind of organization, then the role."""
    return f"{entity.code or ''}{sector(entity).cameo}" if entity else ""


def _quad(row: _Row) -> int | None:
    root = int(row.root)
    return next((quad for last, quad in _QUADS if root <= last), None)


def _offsets(row: _Row) -> str:
    return cells.joined(f"{e.id} {cells.offsets(e.event_text)}" for e in row.incident.events)


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("event_id", "#event+id", lambda r: r.incident.id),
    Column("date", "#date+start", lambda r: r.incident.dated.date),
    Column("enddate", "#date+end", lambda r: r.incident.dated.enddate),
    Column("date_precision", "#date+precision", lambda r: r.incident.dated.date_precision),
    Column("source_code", "#group+code+source", lambda r: _code(r.source)),
    Column("source_name", "#group+name+source", lambda r: r.source.called if r.source else None),
    Column("source_country", "#country+code+source", lambda r: r.source.code if r.source else None),
    Column("source_role", "#sector+source", lambda r: sector(r.source).cameo if r.source else None),
    Column("target_code", "#group+code+target", lambda r: _code(r.target)),
    Column("target_name", "#group+name+target", lambda r: r.target.called if r.target else None),
    Column("target_country", "#country+code+target", lambda r: r.target.code if r.target else None),
    Column("target_role", "#sector+target", lambda r: sector(r.target).cameo if r.target else None),
    Column("cameo_code", "#event+code", lambda r: r.kind.code),
    Column("cameo_root", "#event+code+root", lambda r: r.root),
    Column("cameo_name", "#event+type", lambda r: r.kind.name),
    Column("quad_class", "#event+quad+code", _quad),
    Column("lost", "#meta+lost", lambda r: r.kind.lossy),
    Column("plover", "#event+type+v_plover", lambda r: cells.what(r.incident.lead)),
    Column("plover_scale", "#indicator+intensity+num", lambda r: r.incident.lead.event_scale),
    Column("hedged", "#status+hedged", lambda r: r.incident.hedged),
    Column("place", "#loc+name", lambda r: cells.place_name(r.place)),
    Column("place_kind", "#loc+type", lambda r: cells.area(r.place)),
    Column("admin1", "#adm1+name", lambda r: r.place.province),
    Column("country", "#country+code", lambda r: r.place.country_code),
    Column("latitude", "#geo+lat", lambda r: (cells.point(r.place) or (None, None))[1]),
    Column("longitude", "#geo+lon", lambda r: (cells.point(r.place) or (None, None))[0]),
    Column("attributed_to", "#meta+attribution", lambda r: cells.joined(r.incident.each(cells.who_says))),
    Column("outlets", "#meta+source", lambda r: cells.joined(r.incident.each(lambda e: cells.outlet(e.cite_info)))),
    Column("published", "#date+published", lambda r: cells.joined(r.incident.each(lambda e: e.cite_info.date))),
    Column("mentions", "#meta+mentions+num", lambda r: len(r.incident.witnesses)),
    Column("words", "#event+text", lambda r: cells.joined(r.incident.each(lambda e: cells.words(e.event_text)))),
    Column("offsets", "#meta+offsets", _offsets),
)


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    incidents = gather(readings, _refuse, job.tally)
    tables.write(_COLUMNS, _rows(incidents, job), out, job)


FORMAT = Format(
    summary="CAMEO dyads, one row a pair of parties", suffix=".csv", media="text/csv", write=_write, hxl=True
)
