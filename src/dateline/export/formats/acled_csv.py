"""A table like ACLED's: its 31 columns, one row a real-world event that ACLED would record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

from dateline.codebook import Row, crosswalk
from dateline.export import cells, tables
from dateline.export.base import Format, Job, Reading
from dateline.export.crosswalking import correspondence, not_occurred
from dateline.export.incidents import Incident, deaths, gather
from dateline.export.reference import country, disorder, sector
from dateline.export.tables import Cell, Column, empty
from dateline.model.document import Event
from dateline.model.mentions import Entity, Place

_NO_PLACE = "not recorded by ACLED"
_TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""Days covered, at most, and the precision that stands for it."""
_GEO_PRECISION = {5: 1, 4: 1, 3: 2, 2: 3}
_DEMONSTRATORS = {"Protests": "Protesters", "Riots": "Rioters"}


class _Row(Struct, frozen=True):
    """One row: the incident and what it is in ACLED's terms. `sides` are ACLED's actor1 and actor2."""

    incident: Incident
    kind: Row
    sides: tuple[tuple[Entity, ...], tuple[Entity, ...]]

    @property
    def place(self) -> Place:
        return self.incident.place or Place()

    @property
    def inter(self) -> tuple[str, str]:
        """The types of both sides. A state's forces abroad are external ones."""
        first = _DEMONSTRATORS.get(self.kind.code) or _inter(self.sides[0], self.place)
        return first, _inter(self.sides[1], self.place)


def _conditions(event: Event) -> set[str]:
    """The crosswalk's conditions that hold, by what kind of people both sides are."""
    actors, recipients = ([sector(e).armed for e in side] for side in (event.actor, event.recipient))
    if recipients and all(armed == "no" for armed in recipients):
        return {"civilians"}
    return {"armed"} if "yes" in actors and "yes" in recipients else set()


def _kind(event: Event) -> Row | None:
    return correspondence(crosswalk("acled"), event, _conditions(event))


def _refuse(event: Event) -> str | None:
    return not_occurred(event) or (None if _kind(event) else _NO_PLACE)


def _rows(incidents: Iterable[Incident]) -> Iterator[_Row]:
    for incident in incidents:
        kind = _kind(incident.lead)
        if kind is not None:
            yield _Row(incident, kind, _sides(incident, kind))


def _sides(incident: Incident, kind: Row) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """A demonstration has demonstrators alone, whoever it is aimed at; force against one puts them first."""
    if kind.code not in _DEMONSTRATORS:
        return incident.sides
    if incident.lead.event[0] == "PROTEST":
        return incident.actors, ()
    return incident.recipients, incident.actors


def _inter(side: tuple[Entity, ...], place: Place) -> str:
    if not side:
        return ""
    kind = sector(side[0]).acled
    foreign = country(side[0].code).alpha2 and place.country_code not in (None, side[0].code)
    return "External/Other forces" if kind == "State forces" and foreign else kind


def _civilians(row: _Row) -> Cell:
    told = disorder(row.kind.name)
    aimed = told.disorder == "Political violence" and row.inter[1] == "Civilians"
    return "Civilian targeting" if told.targeting or aimed else None


def _time_precision(row: _Row) -> Cell:
    days = cells.days(row.incident.dated)
    return next((grade for most, grade in _TIME_PRECISION if days is not None and days <= most), None)


def _coordinate(row: _Row, axis: int) -> Cell:
    """A country has none: its point would be taken for a place."""
    found = cells.label(row.place) if row.place.resolution in _GEO_PRECISION else None
    return found[axis] if found else None


def _others(side: tuple[Entity, ...]) -> str:
    return cells.names(side[1:])


def _notes(row: _Row) -> str:
    """The sentences, or where the text is not at hand the event's words; then who says so."""
    told = [w.passage or cells.words(w.event.event_text) for w in row.incident.witnesses]
    said = cells.joined(row.incident.each(cells.who_says))
    return " ".join(dict.fromkeys(filter(None, [*told, f"[According to {said}.]" if said else ""])))


def _tags(row: _Row) -> str:
    """What ACLED has no column for, as key=value."""
    incident, dated = row.incident, row.incident.dated
    crowds = [f for e in incident.events for f in e.size if f.kind == "crowd"]
    target = incident.recipients if row.kind.code in _DEMONSTRATORS and incident.lead.event[0] == "PROTEST" else ()
    pairs = [
        ("crowd size", cells.joined(" ".join(f.text.split()) for f in crowds)),
        ("target", cells.names(target)),
        ("plover", cells.what(incident.lead)),
        ("hedged", "yes" if incident.hedged else ""),
        ("dates", f"{dated.date}/{dated.enddate or dated.date}" if dated.date else ""),
        ("figures", ", ".join(incident.each(cells.figures))),
        ("mentions", str(len(incident.witnesses))),
        ("offsets", ", ".join(incident.each(_where))),
        ("lost", row.kind.lossy),
    ]
    return "; ".join(f"{key}={value}" for key, value in pairs if value)


def _where(event: Event) -> str:
    at = cells.offsets(event.event_text)
    return f"{event.cite_info.url or event.cite_info.title or event.id} {at}" if at else ""


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("event_id_cnty", "#event+id", lambda r: f"{r.place.country_code or ''}{r.incident.id}"),
    Column("event_date", "#date+event", lambda r: r.incident.dated.date),
    Column("year", "#date+year", lambda r: (r.incident.dated.date or "")[:4]),
    Column("time_precision", "#date+precision", _time_precision),
    Column("disorder_type", "#event+disorder", lambda r: disorder(r.kind.name).disorder),
    Column("event_type", "#event+type", lambda r: r.kind.code),
    Column("sub_event_type", "#event+type+sub", lambda r: r.kind.name),
    Column("actor1", "#group+name+first", lambda r: cells.names(r.sides[0][:1])),
    Column("assoc_actor_1", "#group+name+first+assoc", lambda r: _others(r.sides[0])),
    Column("inter1", "#group+type+first", lambda r: r.inter[0]),
    Column("actor2", "#group+name+second", lambda r: cells.names(r.sides[1][:1])),
    Column("assoc_actor_2", "#group+name+second+assoc", lambda r: _others(r.sides[1])),
    Column("inter2", "#group+type+second", lambda r: r.inter[1]),
    Column("interaction", "#group+interaction", lambda r: "-".join(r.inter) if all(r.inter) else None),
    Column("civilian_targeting", "#event+civilians", _civilians),
    Column("iso", "#country+code+v_iso_num", lambda r: country(r.place.country_code).numeric),
    Column("region", "#region+name", lambda r: country(r.place.country_code).region),
    Column("country", "#country+name", lambda r: r.place.country),
    Column("admin1", "#adm1+name", lambda r: r.place.province),
    Column("admin2", "#adm2+name", lambda r: r.place.district),
    Column("admin3", "#adm3+name", empty),
    Column("location", "#loc+name", lambda r: cells.place_name(r.place)),
    Column("latitude", "#geo+lat", lambda r: _coordinate(r, 1)),
    Column("longitude", "#geo+lon", lambda r: _coordinate(r, 0)),
    Column("geo_precision", "#geo+precision", lambda r: _GEO_PRECISION.get(r.place.resolution or 0)),
    Column("source", "#meta+source", lambda r: cells.joined(r.incident.each(lambda e: cells.outlet(e.cite_info)))),
    Column("source_scale", "#meta+source+scale", empty),
    Column("notes", "#description", _notes),
    Column("fatalities", "#affected+killed", lambda r: deaths(r.incident).best),
    Column("tags", "#meta+tags", _tags),
    Column("timestamp", "#date+updated", empty),
)


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    incidents = gather(readings, _refuse, job.tally)
    tables.write(_COLUMNS, _rows(incidents), out, job)


FORMAT = Format(
    summary="a table like ACLED's (31 columns), one row an event that ACLED would record",
    suffix=".csv",
    media="text/csv",
    write=_write,
    hxl=True,
)
