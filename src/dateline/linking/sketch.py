"""What linking keeps of an article and its events: small, free of the text itself."""

from __future__ import annotations

import collections
import datetime as dt
import hashlib
import heapq
import math
import re
from collections.abc import Iterable

from msgspec import Struct

from dateline.linking import words
from dateline.model.document import AnnotatedDocument, Event, TextInfo
from dateline.model.mentions import Entity, Figure, Place
from dateline.model.span import Span

_TERMS = 48
"""Telling words kept of an article."""
_TELLING = 1.5
"""The idf from which a word tells something about its article or sentence."""
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+\s+){1,4}$")


class Side(Struct, frozen=True, array_like=True):
    """The parties on one side: identities of named ones, stems of the words that name them, countries, sectors."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()


class Spot(Struct, frozen=True, array_like=True):
    """A place: its GeoNames id, what it lies in, its point and how fine it is (PLOVER's resolution)."""

    geonameid: int | None
    province: str | None
    country: str | None
    lat: float | None
    lon: float | None
    resolution: int


class EventSketch(Struct, frozen=True, array_like=True):
    """One event mention, or those of an article that are one event (`members`, by their ids).

    `words` are the telling words of its sentence, hashed, with their idf; `first` and `last` are day numbers (proleptic
    Gregorian ordinals), None where unknown; `told` is true where words of the text tell the days, `dated_here` and
    `placed_here` where its own sentence tells day and place. `known` is how the words before it take it: "the" as
    known, "a" as new, "other" as one beside another, "" as none of these.
    """

    id: str
    type: str
    modes: frozenset[str]
    status: str
    hedged: bool
    head: str
    trigger: frozenset[str]
    families: frozenset[str]
    actor: Side
    recipient: Side
    spot: Spot | None
    first: int | None
    last: int | None
    told: bool
    figures: tuple[tuple[str, int | None, int | None], ...]
    words: dict[str, float]
    sentence: int
    start: int
    dated_here: bool = False
    placed_here: bool = False
    known: str = ""
    members: tuple[str, ...] = ()


class ArticleSketch(Struct, frozen=True, array_like=True):
    """One article: `id` orders articles and is the same whenever it is read; `terms` are its telling words, hashed,
    weighted so that their squares sum to 1; `published` is a day number; `near` holds, of two of its events (by their
    places in `events`), what speaks for their being one after all, negative where it speaks against it."""

    id: str
    published: int | None
    terms: dict[str, float]
    events: tuple[EventSketch, ...]
    near: tuple[tuple[int, int, float], ...] = ()


def mentions(document: AnnotatedDocument, key: str | None = None) -> ArticleSketch:
    """The sketch of a document, each mention an event of its own. `key` names the article; by default its address and
    text do."""
    cite = document.cite_info
    return ArticleSketch(
        id=key or article_key(cite.url, document.text),
        published=_day(cite.date),
        terms=_terms(document.text),
        events=tuple(_event(e, document.text) for e in document.events),
    )


def article_key(url: str | None, text: str) -> str:
    """Names an article: the same address and text give the same key."""
    return hashlib.sha256(f"{url or ''}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _terms(text: str) -> dict[str, float]:
    counts = collections.Counter(words.stem(w) for w in words.words(text))
    weighed = [
        ((1 + math.log(n)) * idf, s) for s, n in counts.items() if len(s) > 1 and (idf := words.idf(s)) >= _TELLING
    ]
    top = heapq.nlargest(_TERMS, weighed)
    length = math.sqrt(sum(w * w for w, _ in top)) or 1.0
    return {words.digest(s): round(w / length, 4) for w, s in top}


def _event(event: Event, text: str) -> EventSketch:
    named = [words.stem(w) for span in event.event_text for w in words.words(span.text)]
    told = frozenset(named)
    info = event.text_info
    sentence = words.stems(text[info.start : info.end]) if info else frozenset()
    return EventSketch(
        id=event.id,
        type=event.event[0],
        modes=frozenset(event.mode),
        status=event.status,
        hedged=event.hedged,
        head=_head(event),
        trigger=told,
        families=words.families(told),
        actor=_side(event.actor),
        recipient=_side(event.recipient),
        spot=_spot(event.event_loc),
        first=_day(event.date),
        last=_day(event.enddate or event.date),
        told=event.date_text is not None,
        figures=tuple(_figure(f) for f in event.size),
        words={words.digest(s): words.idf(s) for s in sorted(sentence) if words.idf(s) >= _TELLING},
        sentence=info.sequence if info else 0,
        start=event.event_text[0].start if event.event_text else 0,
        dated_here=_inside(event.date_text, info),
        placed_here=_inside(event.event_loc, info),
        known=_known(event, text),
        members=(event.id,),
    )


def _inside(mention: Span | Place | None, sentence: TextInfo | None) -> bool:
    start = mention.start if mention else None
    return sentence is not None and start is not None and sentence.start <= start < sentence.end


def _known(event: Event, text: str) -> str:
    """How the words before the event's first word take it; a verb's article is that of its subject."""
    at = event.event_text[0].start if event.event_text else 0
    before = _WORDS_BEFORE.search(text[max(0, at - 60) : at])
    near = before.group().casefold().split()[-3:] if before else []
    noun = not event.event_text or not event.event_text[0].text.endswith("ed")
    for kind, known in words.known().items():
        if known.intersection(near if kind == "other" else near[-2:] if noun else near[-1:]):
            return kind
    return ""


def _head(event: Event) -> str:
    spoken = list(words.words(event.event_text[0].text)) if event.event_text else []
    return words.stem(spoken[-1]) if spoken else ""


def _side(parties: Iterable[Entity]) -> Side:
    parties = tuple(parties)
    return Side(
        names=frozenset(n for p in parties if (n := p.identifier_id or (p.identifier_text or "").casefold())),
        words=frozenset(s for p in parties for s in words.stems(p.entity_text) if words.idf(s) >= _TELLING),
        codes=frozenset(p.code for p in parties if p.code),
        sectors=frozenset(p.sector[0] for p in parties if p.sector),
    )


def _spot(place: Place | None) -> Spot | None:
    if place is None or place.country_code is None:
        return None
    return Spot(place.geonameid, place.province, place.country_code, place.lat, place.lon, place.resolution or 1)


def _figure(figure: Figure) -> tuple[str, int | None, int | None]:
    return figure.kind, figure.low, figure.high


def _day(iso: str | None) -> int | None:
    try:
        return dt.date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None
