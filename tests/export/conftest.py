"""An invented incident in two outlets' words, as annotated documents."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import pytest

from dateline import export
from dateline.model.document import AnnotatedDocument, Cite, Event, Mentions, SentenceSpan, TextInfo
from dateline.model.mentions import Attribution, Entity, Figure, Place
from dateline.model.span import Span, span_of

FIRST = (
    "Gunmen shot dead two officers in Tarnow Vale on Monday, police said. 😀 Two ministers of Chad met envoys "
    "of the Green Front in Chad.\nCrowds marched in Chad."
)
SECOND = "At least six officers were killed in Tarnow Vale, the Border Times has learned."

VALE = {"resolved_place": "Tarnow Vale", "lat": 12.5, "lon": 15.25, "province": "Lac", "city": "Tarnow Vale"}
CHAD = {"resolved_place": "Chad", "lat": 15.0, "lon": 19.0}
CHAD_CODES = {"country": "Chad", "country_code": "TCD"}


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return span_of(text, start, start + len(words))


def entity(text: str, words: str, **known: object) -> Entity:
    at = span(text, words)
    return Entity(entity_text=words, start=at.start, end=at.end, **known)  # type: ignore[arg-type]


def place(text: str, words: str, known: dict[str, object], resolution: int) -> Place:
    at = span(text, words)
    told = {**known, **CHAD_CODES}
    return Place(extracted_place=words, start=at.start, end=at.end, resolution=resolution, **told)  # type: ignore[arg-type]


def killed(text: str, words: str, low: int | None, high: int | None) -> Figure:
    at = span(text, words)
    return Figure(kind="killed", low=low, high=high, text=words, start=at.start, end=at.end, of="officers")


GUNMEN = entity(FIRST, "Gunmen", code="TCD", sector=("REB",))
OFFICERS = entity(FIRST, "two officers", code="TCD", sector=("COP",))
FRONT = entity(FIRST, "the Green Front", sector=("REB",), identifier_text="Green Front", identifier_id="group:green")
MINISTERS = entity(FIRST, "Two ministers", code="TCD", sector=("GOV",), identifier_text="Government of Chad")
FIRST_CITE = Cite(url="https://example.org/news/1", title="Shots", publication="Lake Post", date="2031-03-04")
SECOND_CITE = Cite(url="border times/2.txt", title="More dead", publication="Border Times", date="2031-03-06")
SHOT = Event(
    id="e1", event=("ASSAULT",), mode=("firearms",), context=("terrorism",), quad_code="4", event_scale=-9.0,
    event_text=(span(FIRST, "shot dead"),), actor=(GUNMEN,), recipient=(OFFICERS,), date="2031-03-03",
    enddate="2031-03-03", date_precision="day", date_text=span(FIRST, "Monday"),
    event_loc=place(FIRST, "Tarnow Vale", VALE, 4), size=(killed(FIRST, "two officers", 2, 2),), confidence=0.9,
    attribution=(Attribution(source=entity(FIRST, "police", code="TCD", sector=("COP",)), cue=span(FIRST, "said")),),
    link="incident", text_info=TextInfo(sequence=0, start=0, end=68), cite_info=FIRST_CITE,
)  # fmt: skip
MET = Event(
    id="e2", event=("CONSULT",), event_text=(span(FIRST, "met"),), actor=(MINISTERS, FRONT), date="2031-03-01",
    enddate="2031-03-31", date_precision="month", event_loc=place(FIRST, "Chad", CHAD, 1), cite_info=FIRST_CITE,
)  # fmt: skip
MARCH = Event(
    id="e3", event=("PROTEST",), mode=("demo",), event_text=(span(FIRST, "marched"),), recipient=(MINISTERS,),
    actor=(entity(FIRST, "Crowds", sector=("CVL",)),), event_loc=place(FIRST, "Chad", CHAD, 1), cite_info=FIRST_CITE,
)  # fmt: skip
DENIED = Event(id="e4", event=("ASSAULT",), status="negated", event_text=(span(FIRST, "dead"),), cite_info=FIRST_CITE)
KILLED = Event(
    id="e5", event=("ASSAULT",), event_text=(span(SECOND, "were killed"),), date="2031-03-03", hedged=True,
    recipient=(entity(SECOND, "officers", sector=("COP",)),), event_loc=place(SECOND, "Tarnow Vale", VALE, 4),
    size=(killed(SECOND, "At least six officers", 6, None),), link="incident", confidence=0.5, cite_info=SECOND_CITE,
)  # fmt: skip
DOCUMENTS = (
    AnnotatedDocument(
        cite_info=FIRST_CITE, text=FIRST, sentences=(SentenceSpan(start=0, end=68),),
        mentions=Mentions(actors=(FRONT,)), events=(SHOT, MET, MARCH, DENIED),
    ),
    AnnotatedDocument(cite_info=SECOND_CITE, text=SECOND, events=(KILLED,)),
)  # fmt: skip


def readings(documents: Iterable[AnnotatedDocument]) -> list[export.Reading]:
    return [export.Reading(cite=d.cite_info, events=d.events, document=d) for d in documents]


@pytest.fixture
def exported() -> Callable[..., bytes]:
    """The invented documents in a format, as bytes."""

    def run(name: str, documents: Iterable[AnnotatedDocument] = DOCUMENTS, *, hxl: bool = False) -> bytes:
        out = io.BytesIO()
        export.export(readings(documents), export.load(name), out, hxl=hxl)
        return out.getvalue()

    return run
