"""What the questions find: who, where, when, how many, who says so. Field names as in PLOVER's exchange format."""

from __future__ import annotations

from typing import Literal

from dateline.model.span import Mention, Span

FigureKind = Literal[
    "killed",
    "injured",
    "arrested",
    "abducted",
    "displaced",
    "crowd",
    "force",
    "weapons",
    "vehicles",
    "money",
    "other",
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Entity(Mention, frozen=True, kw_only=True):
    """An actor as one place of the text names it.

    `code` is ISO 3166 alpha-3, or IGO, NGO … where there is no country; `sector` PLOVER sectors, the first counts.
    `identifier_text` is the canonical name, `identifier_id` a stable id of the knowledge base; mentions of one
    entity share the id or, where the entity is not in the knowledge base, the canonical name.
    """

    entity_text: str
    start: int | None = None
    end: int | None = None
    code: str | None = None
    sector: tuple[str, ...] = ()
    identifier_text: str | None = None
    identifier_id: str | None = None

    @property
    def called(self) -> str:
        """Its canonical name, else the words of the text."""
        return self.identifier_text or self.entity_text


class Place(Mention, frozen=True, kw_only=True):
    """A place as the text names it and what it was resolved to.

    `country` is the English name, `country_code` ISO alpha-3. `resolution` as in PLOVER: 1 country, 2 province,
    3 district, 4 city or town, 5 a point in or near one. What is larger than a point keeps the point of its label:
    draw it by `resolution` and `country_code`, never as a place in its middle.
    """

    extracted_place: str | None = None
    start: int | None = None
    end: int | None = None
    resolved_place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    city: str | None = None
    district: str | None = None
    province: str | None = None
    country: str | None = None
    country_code: str | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    resolution: int | None = None

    @property
    def called(self) -> str | None:
        """The name that it was resolved to, else the words of the text."""
        return self.resolved_place or self.extracted_place


class When(Mention, frozen=True, kw_only=True):
    """A time expression. `value` and `type` as in TIMEX3; `date`/`enddate` the first and last day it covers."""

    text: str
    start: int
    end: int
    value: str | None = None
    date: str | None = None
    enddate: str | None = None
    date_precision: str | None = None
    type: TimexType = "DATE"


class Figure(Mention, frozen=True, kw_only=True):
    """A number of people or things: `low` and `high` inclusive, null where open; `of` the words counted."""

    kind: FigureKind
    low: int | None = None
    high: int | None = None
    text: str
    start: int
    end: int
    of: str | None = None


class Attribution(Mention, frozen=True, kw_only=True):
    """Who says what: the source, the words that show it (cue), what is said (content), and the stance of the cue."""

    source: Entity | None = None
    cue: Span | None = None
    content: Span | None = None
    stance: str = "asserts"
