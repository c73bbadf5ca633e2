"""What may stand in a query string, and what it asks of the record."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from dateline.record.ask import Filters
from dateline.record.browsing.columns import Sort
from dateline.record.browsing.pages import Asked
from dateline.record.counts import Dimension

_CONTROL = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$"


def _given(value: Any) -> Any:
    """An empty field is one that is not asked about."""
    return None if isinstance(value, str) and not value.strip() else value


def _day(value: str | None) -> str | None:
    try:
        return value and dt.datetime.strptime(value, "%Y-%m-%d").date().isoformat()
    except ValueError:
        raise ValueError(f"{value!r} is not a day of the form YYYY-MM-DD") from None


def _pair(value: str | None) -> str | None:
    parts = [p.strip() for p in (value or ",").split(",")]
    if value and (len(parts) != 2 or not all(parts)):
        raise ValueError("two codes or names with a comma between them")
    return value


def words(about: str, example: str) -> Any:
    """A query parameter of text."""
    return Field(None, description=about, examples=[example], max_length=200, pattern=_CONTROL)


Words = Annotated[str | None, BeforeValidator(_given)]
Day = Annotated[
    Annotated[str, Field(max_length=10, json_schema_extra={"format": "date"})] | None,
    BeforeValidator(_given),
    AfterValidator(_day),
]


class Query(BaseModel):
    """A query string. What it does not know is refused, so that a slip of the pen is not an answer to all."""

    model_config = ConfigDict(extra="forbid")


class Page(Query):
    """Which page of a list."""

    limit: int = Field(50, ge=1, le=200, description="Items on a page.")
    cursor: Annotated[str | None, BeforeValidator(_given)] = Field(
        None, max_length=1000, pattern=r"^[\w=-]*$", description="The `next` of the page before."
    )

    @property
    def asked(self) -> Asked:
        """For the record."""
        return Asked(self.limit, self.cursor)


class Sorted(Query):
    """In which order."""

    sort: Sort = Field("-date", description="- for the other way round; what is not known comes last.")


class Choice(Query):
    """Filters; all that are given must fit."""

    type: Words = words("PLOVER types, commas between several.", "ASSAULT,PROTEST")
    mode: Words = words("PLOVER mode.", "aerial")
    quad: Words = words("Quad codes (1 to 4), commas between several.", "3,4")
    actor: Words = words("Who did it: an ISO or IGO code, or part of a name.", "IRN")
    recipient: Words = words("To whom it was done.", "USA")
    party: Words = words("On either side.", "Taliban")
    dyad: Annotated[Words, AfterValidator(_pair)] = words("Actor and recipient, a comma between them.", "IRN,USA")
    place: Words = words("Part of the place's name.", "Kabul")
    geonameid: int | None = Field(None, ge=0, le=2**31 - 1, description="The place, by its id.")
    country: Words = words("ISO alpha-3 codes of where it took place.", "AFG,PAK")
    since: Day = Field(None, description="Not over before this day.", examples=["2024-01-01"])
    until: Day = Field(None, description="Begun by this day.", examples=["2024-12-31"])
    undated: bool | None = Field(None, description="Only events without a day (true), or with one (false).")
    source: Words = words("Part of the outlet's name.", "Reuters")
    said_by: Words = words("Part of the name of who is quoted for it.", "ministry")
    status: Words = words("occurred, future, hypothetical, negated.", "occurred")
    hedged: bool | None = Field(None, description="Only what the article doubts, or does not.")
    text: Words = words("Words that its sentence holds.", "car bomb")
    min_confidence: float | None = Field(None, ge=0, le=1, description="At least so sure.")
    min_witnesses: int | None = Field(None, ge=1, le=10_000, description="Told by so many, independently.")

    @property
    def filters(self) -> Filters:
        """For the record."""
        asked = {name: getattr(self, name) for name in Choice.model_fields}
        actor, _, recipient = (self.dyad or "").partition(",")
        return Filters(**asked | {"dyad": (actor.strip(), recipient.strip()) if self.dyad else None})


class OverviewQuery(Choice, Sorted):
    """An overview."""

    limit: int = Field(50, ge=1, le=200, description="Items of the list.")


class ListQuery(Choice, Sorted, Page):
    """A page of events."""


class ClaimsQuery(Choice, Page):
    """A page of claims."""

    q: Words = words("Part of the name of who says it.", "ministry")
    stance: Words = words("Stances, commas between several.", "denies,admits")


class DyadsQuery(Choice):
    """Pairs of actors."""

    by: Literal["country", "actor"] = Field("country", description="Pairs of codes, or of names.")
    unit: Literal["month", "year"] = Field("month", description="The unit of time of their course.")


class StatsQuery(Choice):
    """Counts."""

    by: Dimension = Field("week", description="What to count by; an unknown value is null.")


class ActorsQuery(Page):
    """A page of actors."""

    q: Words = words("Part of the name.", "guard")
    country: Words = words("The actor's code.", "IRN")
    sector: Words = words("PLOVER sector.", "MIL")
    sort: Literal["events"] = Field("events", description="Those of most events first.")


class ActorQuery(ListQuery):
    """One actor."""

    code: Words = words("The actor's code, where several have its name.", "SDN")


class ArticlesQuery(Page):
    """A page of articles."""

    text: Words = words("Words of the title, or of a sentence that tells an event.", "ceasefire")
    source: Words = words("Part of the outlet's name.", "Reuters")
    since: Day = Field(None, description="Published on this day or later.", examples=["2024-01-01"])
    until: Day = Field(None, description="Published on this day or before.", examples=["2024-12-31"])


class ExportQuery(Choice):
    """What to export."""


class SearchQuery(Query):
    """A word asked of everything."""

    q: str = Field(
        min_length=1, max_length=200, pattern=_CONTROL, description="Words, or part of a name.", examples=["Khartoum"]
    )
