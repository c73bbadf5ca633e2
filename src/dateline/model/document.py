"""The record itself: events, the annotated document, and where they were read."""

from __future__ import annotations

from typing import Literal, get_args

from dateline.model import marks, markup
from dateline.model.mentions import Attribution, Entity, Figure, Place, When
from dateline.model.span import Mention, Record, Span

Status = Literal["occurred", "future", "hypothetical", "negated"]
STATUSES: tuple[Status, ...] = get_args(Status)


class Cite(Record, frozen=True, kw_only=True):
    """Where an event was read. `url` is the file or address; `date` the publication day, ISO, or null."""

    url: str | None = None
    title: str | None = None
    publication: str | None = None
    date: str | None = None
    language: str | None = None
    coder: str | None = None
    codebook: str | None = None


class TextInfo(Record, frozen=True, kw_only=True):
    """The sentence of an event: its number in the article and its offsets."""

    sequence: int
    start: int
    end: int


class Event(Mention, frozen=True, kw_only=True):
    """One event mention (see `../docs/record.md` for every field)."""

    id: str
    event: tuple[str, ...]
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad_code: str | None = None
    event_scale: float | None = None
    event_text: tuple[Span, ...] = ()
    actor: tuple[Entity, ...] = ()
    recipient: tuple[Entity, ...] = ()
    date: str | None = None
    enddate: str | None = None
    date_precision: str | None = None
    date_text: Span | None = None
    event_loc: Place | None = None
    size: tuple[Figure, ...] = ()
    status: Status = "occurred"
    hedged: bool = False
    attribution: tuple[Attribution, ...] = ()
    confidence: float = 0.0
    link: str | None = None
    text_info: TextInfo | None = None
    cite_info: Cite = Cite()


class SentenceSpan(Record, frozen=True, kw_only=True):
    """Offsets of a sentence."""

    start: int
    end: int


class Mentions(Record, frozen=True, kw_only=True):
    """Every mention in the article, in an event or not."""

    actors: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()


class AnnotatedDocument(Record, frozen=True, kw_only=True):
    """One article, read."""

    cite_info: Cite
    text: str
    sentences: tuple[SentenceSpan, ...] = ()
    mentions: Mentions = Mentions()
    events: tuple[Event, ...] = ()

    def _repr_html_(self) -> str:
        """How a notebook shows it: the text, the words of every event's fields coloured."""
        return markup.to_html(self.text, [mark for event in self.events for mark in marks.of_event(event)])
