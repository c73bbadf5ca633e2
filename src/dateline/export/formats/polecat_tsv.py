"""A table like POLECAT's: one row an event, its forty columns, then ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

from dateline.export import cells, tables
from dateline.export.base import Format, Job, Reading
from dateline.export.reference import country
from dateline.export.tables import Column, empty
from dateline.model.document import Event
from dateline.model.mentions import Entity, Place


class _Row(Struct, frozen=True):
    event: Event
    reading: Reading

    @property
    def place(self) -> Place:
        return self.event.event_loc or Place()

    def mentioned(self, persons: bool) -> str:
        """Names of the article's persons, or of its other actors, known to the knowledge base."""
        document = self.reading.document
        known = [e for e in document.mentions.actors if e.identifier_id] if document else []
        return cells.names(e for e in known if (e.identifier_id or "").startswith("person:") == persons)

    def locations(self) -> str:
        """Names of the article's places."""
        document = self.reading.document
        return cells.joined(p.resolved_place for p in document.mentions.places) if document else ""


def _sectors(entities: Iterable[Entity]) -> str:
    return cells.joined(s for e in entities for s in e.sector)


def _primary(entities: Iterable[Entity]) -> str:
    return next((e.sector[0] for e in entities if e.sector), "")


def _countries(entities: Iterable[Entity]) -> str:
    return cells.joined(e.code for e in entities)


def _cows(entities: Iterable[Entity]) -> str:
    return cells.joined(country(e.code).cow for e in entities)


def _raw(entities: Iterable[Entity]) -> str:
    return cells.joined(" ".join(e.entity_text.split()) for e in entities)


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("Event ID", "#event+id", lambda r: r.event.id),
    Column("Event Date", "#date+event", lambda r: r.event.date),
    Column("Event Type", "#event+type", lambda r: r.event.event[0]),
    Column("Event Mode", "#event+mode", lambda r: cells.joined(r.event.mode)),
    Column("Intensity", "#indicator+intensity+num", lambda r: r.event.event_scale),
    Column("Quad Code", "#event+quad+code", lambda r: r.event.quad_code),
    Column("Contexts", "#event+context", lambda r: cells.joined(r.event.context)),
    Column("Actor Name", "#group+actor+name", lambda r: cells.names(r.event.actor)),
    Column("Actor Country", "#country+actor+code", lambda r: _countries(r.event.actor)),
    Column("Actor COW", "#country+actor+code+v_cow", lambda r: _cows(r.event.actor)),
    Column("Primary Actor Sector", "#sector+actor+primary", lambda r: _primary(r.event.actor)),
    Column("Actor Sectors", "#sector+actor", lambda r: _sectors(r.event.actor)),
    Column("Actor Title", "", empty),
    Column("Actor Name Raw", "#group+actor+text", lambda r: _raw(r.event.actor)),
    Column("Wikipedia Actor ID", "", empty),
    Column("Recipient Name", "#group+recipient+name", lambda r: cells.names(r.event.recipient)),
    Column("Recipient Country", "#country+recipient+code", lambda r: _countries(r.event.recipient)),
    Column("Recipient COW", "#country+recipient+code+v_cow", lambda r: _cows(r.event.recipient)),
    Column("Primary Recipient Sector", "#sector+recipient+primary", lambda r: _primary(r.event.recipient)),
    Column("Recipient Sectors", "#sector+recipient", lambda r: _sectors(r.event.recipient)),
    Column("Recipient Title", "", empty),
    Column("Recipient Name Raw", "#group+recipient+text", lambda r: _raw(r.event.recipient)),
    Column("Wikipedia Recipient ID", "", empty),
    Column("Placename", "#loc+name", lambda r: r.place.resolved_place),
    Column("City", "#loc+city", lambda r: r.place.city),
    Column("District", "#adm2+name", lambda r: r.place.district),
    Column("Province", "#adm1+name", lambda r: r.place.province),
    Column("Country", "#country+code", lambda r: r.place.country_code),
    Column("Latitude", "#geo+lat", lambda r: (cells.point(r.place) or (None, None))[1]),
    Column("Longitude", "#geo+lon", lambda r: (cells.point(r.place) or (None, None))[0]),
    Column("GeoNames ID", "#loc+code+v_geonames", lambda r: r.place.geonameid),
    Column("Raw Placename", "#loc+text", lambda r: r.place.extracted_place),
    Column("Feature Type", "#loc+type", lambda r: r.place.feature_code),
    Column("Source", "#meta+source", lambda r: cells.outlet(r.event.cite_info)),
    Column("Publication Date", "#date+published", lambda r: r.event.cite_info.date),
    Column("Story People", "#meta+people", lambda r: r.mentioned(True)),
    Column("Story Organizations", "#meta+organizations", lambda r: r.mentioned(False)),
    Column("Story Locations", "#meta+locations", lambda r: r.locations()),
    Column("Language", "#meta+language", lambda r: r.event.cite_info.language),
    Column("Version", "#meta+version", lambda r: r.event.cite_info.coder),
    Column("End Date", "#date+end", lambda r: r.event.enddate),
    Column("Date Precision", "#date+precision", lambda r: r.event.date_precision),
    Column("Status", "#status", lambda r: r.event.status),
    Column("Hedged", "#status+hedged", lambda r: r.event.hedged),
    Column("Confidence", "#indicator+confidence+num", lambda r: r.event.confidence),
    Column("Figures", "#affected+text", lambda r: cells.figures(r.event)),
    Column("Attributed To", "#meta+attribution", lambda r: cells.who_says(r.event)),
    Column("Event Words", "#event+text", lambda r: cells.words(r.event.event_text)),
    Column("Event Offsets", "#event+offsets", lambda r: cells.offsets(r.event.event_text)),
    Column("Actor Offsets", "#group+actor+offsets", lambda r: cells.places_of(r.event.actor)),
    Column("Recipient Offsets", "#group+recipient+offsets", lambda r: cells.places_of(r.event.recipient)),
    Column("Place Offsets", "#loc+offsets", lambda r: cells.stretch(r.place.start, r.place.end)),
    Column("Sentence Offsets", "#meta+offsets", lambda r: cells.sentence(r.event)),
    Column("Link", "#event+id+link", lambda r: r.event.link),
    Column("URL", "#meta+url", lambda r: r.event.cite_info.url),
)


def _rows(readings: Iterable[Reading]) -> Iterator[_Row]:
    return (_Row(event, reading) for reading in readings for event in reading.events)


def _write(readings: Iterable[Reading], out: BinaryIO, job: Job) -> None:
    tables.write(_COLUMNS, _rows(readings), out, job, delimiter="\t")


FORMAT = Format(
    summary="a table like POLECAT's (tab-separated), one row an event",
    suffix=".tsv",
    media="text/tab-separated-values",
    write=_write,
    hxl=True,
)
