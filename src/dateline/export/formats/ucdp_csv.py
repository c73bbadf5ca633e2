"""A table like UCDP GED's: violence that occurred, one row an event, deaths as low, best and high."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

from dateline.export import cells, tables
from dateline.export.base import Format, Job, Reading
from dateline.export.crosswalking import not_occurred
from dateline.export.incidents import Deaths, Incident, deaths, gather
from dateline.export.reference import country, sector
from dateline.export.tables import Cell, Column, empty
from dateline.model.document import Event
from dateline.model.mentions import Entity, Place

_NOT_VIOLENCE = "no violence against people"
_WHERE_PRECISION = {5: 1, 4: 1, 3: 3, 2: 4, 1: 6}
_DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days covered, at most, and the precision that stands for it; longer is 5."""
_REGIONS = ((199, "Americas"), (399, "Europe"), (626, "Africa"), (699, "Middle East"), (999, "Asia"))
"""UCDP's regions by Gleditsch and Ward's numbers: the last number of each."""


class _Row(Struct, frozen=True):
    incident: Incident
    deaths: Deaths

    @property
    def place(self) -> Place:
        return self.incident.place or Place()

    @property
    def a(self) -> tuple[Entity, ...]:
        return self.incident.sides[0]

    @property
    def b(self) -> tuple[Entity, ...]:
        return self.incident.sides[1]

    @property
    def gw(self) -> str:
        return country(self.place.country_code).gw


def _refuse(event: Event) -> str | None:
    if event.event[0] != "ASSAULT" or event.mode == ("destroy",):
        return _NOT_VIOLENCE
    return not_occurred(event)


def _rows(incidents: Iterable[Incident]) -> Iterator[_Row]:
    return (_Row(incident, deaths(incident)) for incident in incidents)


def _number(incident: Incident) -> int:
    """A stable whole number of 52 bits, which every program reads exactly."""
    return int(hashlib.sha256(incident.id.encode("utf-8", "surrogatepass")).hexdigest()[:13], 16)


def _side(entities: tuple[Entity, ...]) -> str:
    return sector(entities[0]).side if entities else ""


def _violence(row: _Row) -> Cell:
    """1 state-based, 2 non-state, 3 one-sided; None where the sides' kinds are not told."""
    sides = (_side(row.a), _side(row.b))
    if sides[1] == "civilian":
        return 3 if sides[0] in ("state", "nonstate") else None
    if not all(sides) or sides[0] == "civilian":
        return None
    return 1 if "state" in sides else 2


def _dyad(row: _Row) -> Cell:
    sides = [cells.names(s[:1]) for s in (row.a, row.b)]
    return " - ".join(sides) if all(sides) else None


def _state(entities: tuple[Entity, ...]) -> Cell:
    return country(entities[0].code).gw if _side(entities) == "state" else None


def _date_precision(row: _Row) -> Cell:
    days = cells.days(row.incident.dated)
    return None if days is None else next((grade for most, grade in _DATE_PRECISION if days <= most), 5)


def _region(row: _Row) -> Cell:
    return next((name for last, name in _REGIONS if row.gw and int(row.gw) <= last), None)


def _coordinates(row: _Row) -> tuple[float, float] | None:
    """A country has none: its point would be taken for a place."""
    return cells.label(row.place) if (row.place.resolution or 0) > 1 else None


def _wkt(row: _Row) -> Cell:
    found = _coordinates(row)
    return f"POINT ({found[0]} {found[1]})" if found else None


def _grid(row: _Row) -> Cell:
    """PRIO-GRID's cell of half a degree, counted from the south-west."""
    found = _coordinates(row)
    if not found or not (-180 <= found[0] < 180 and -90 <= found[1] < 90):
        return None
    return math.floor((found[1] + 90) * 2) * 720 + math.floor((found[0] + 180) * 2) + 1


def _article(event: Event) -> str:
    cite = event.cite_info
    return ", ".join(f'"{part}"' for part in (cite.publication, cite.date, cite.title) if part)


def _offsets(row: _Row) -> str:
    return cells.joined(f"{w.event.id} {cells.offsets(w.event.event_text)}" for w in row.incident.witnesses)


def _articles(row: _Row) -> int:
    return len({w.article for w in row.incident.witnesses})


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("id", "#event+id", lambda r: _number(r.incident)),
    Column("relid", "#event+id+link", lambda r: r.incident.id),
    Column("year", "#date+year", lambda r: (r.incident.dated.date or "")[:4]),
    Column("active_year", "", empty),
    Column("code_status", "", empty),
    Column("type_of_violence", "#event+type", _violence),
    Column("conflict_dset_id", "", empty),
    Column("conflict_new_id", "", empty),
    Column("conflict_name", "", empty),
    Column("dyad_dset_id", "", empty),
    Column("dyad_new_id", "", empty),
    Column("dyad_name", "#group+dyad", _dyad),
    Column("side_a_dset_id", "", empty),
    Column("side_a_new_id", "", empty),
    Column("side_a", "#group+name+first", lambda r: cells.names(r.a)),
    Column("side_b_dset_id", "", empty),
    Column("side_b_new_id", "", empty),
    Column("side_b", "#group+name+second", lambda r: cells.names(r.b)),
    Column("number_of_sources", "#meta+sources+num", _articles),
    Column("source_article", "#meta+article", lambda r: cells.joined(r.incident.each(_article))),
    Column("source_office", "#meta+source", lambda r: cells.joined(r.incident.each(lambda e: e.cite_info.publication))),
    Column("source_date", "#date+published", lambda r: cells.joined(r.incident.each(lambda e: e.cite_info.date))),
    Column("source_headline", "#meta+title", lambda r: cells.joined(r.incident.each(lambda e: e.cite_info.title))),
    Column("source_original", "#meta+attribution", lambda r: cells.joined(r.incident.each(cells.who_says))),
    Column("where_prec", "#geo+precision", lambda r: _WHERE_PRECISION.get(r.place.resolution or 0)),
    Column("where_coordinates", "#loc+name", lambda r: r.place.resolved_place),
    Column("where_description", "#loc+text", lambda r: r.place.extracted_place),
    Column("adm_1", "#adm1+name", lambda r: r.place.province),
    Column("adm_2", "#adm2+name", lambda r: r.place.district),
    Column("latitude", "#geo+lat", lambda r: (_coordinates(r) or (None, None))[1]),
    Column("longitude", "#geo+lon", lambda r: (_coordinates(r) or (None, None))[0]),
    Column("geom_wkt", "#geo+wkt", _wkt),
    Column("priogrid_gid", "#geo+grid+code", _grid),
    Column("country", "#country+name", lambda r: r.place.country),
    Column("country_id", "#country+code+v_gw", lambda r: r.gw),
    Column("region", "#region+name", _region),
    Column("event_clarity", "", empty),
    Column("date_prec", "#date+precision", _date_precision),
    Column("date_start", "#date+start", lambda r: r.incident.dated.date),
    Column("date_end", "#date+end", lambda r: r.incident.dated.enddate or r.incident.dated.date),
    Column("deaths_a", "", empty),
    Column("deaths_b", "", empty),
    Column("deaths_civilians", "", empty),
    Column("deaths_unknown", "", empty),
    Column("best", "#affected+killed+best", lambda r: r.deaths.best),
    Column("high", "#affected+killed+max", lambda r: r.deaths.high),
    Column("low", "#affected+killed+min", lambda r: r.deaths.low),
    Column("gwnoa", "#country+code+first+v_gw", lambda r: _state(r.a)),
    Column("gwnob", "#country+code+second+v_gw", lambda r: _state(r.b)),
    Column("plover", "#event+type+v_plover", lambda r: cells.what(r.incident.lead)),
    Column("hedged", "#status+hedged", lambda r: r.incident.hedged),
    Column("figures", "#affected+text", lambda r: cells.joined(r.incident.each(cells.figures))),
    Column("offsets", "#meta+offsets", _offsets),
    Column("urls", "#meta+url", lambda r: cells.joined(r.incident.each(lambda e: e.cite_info.url))),
)


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    incidents = gather(readings, _refuse, job.tally)
    tables.write(_COLUMNS, _rows(incidents), out, job)


FORMAT = Format(
    summary="a table like UCDP GED's, violence with deaths as low, best and high",
    suffix=".csv",
    media="text/csv",
    write=_write,
    hxl=True,
)
