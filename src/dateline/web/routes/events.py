"""Events: the overview, lists, one event in full, counts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from msgspec.structs import asdict

from dateline.model import marks
from dateline.model.markup import Mark
from dateline.record import counts
from dateline.record.browsing import claims, detail, dyads, listing, overview
from dateline.record.browsing.pages import Page
from dateline.record.browsing.view import View
from dateline.web import asking
from dateline.web.answers import SHAPES, answer

router = APIRouter(prefix="/api", tags=["events"])
Id = Annotated[str, Path(max_length=100, pattern=r"^[\w.:-]+$", description="An id of the record.")]


class Marked(detail.Kept, frozen=True, kw_only=True):
    """An event mention with its article and the words of the text that carry its fields."""

    marks: tuple[Mark, ...]


@router.get("/overview", responses=SHAPES.of(overview.Overview))
def an_overview(request: Request, asked: Annotated[asking.OverviewQuery, Query()]) -> Response:
    """One set of filters as list, map, timeline and counts."""
    return answer(request, lambda view: overview.of(view, asked.filters, asked.sort, asked.limit))


@router.get("/links", responses=SHAPES.of(Page[listing.Row]))
def links(request: Request, asked: Annotated[asking.ListQuery, Query()]) -> Response:
    """Real-world events that fit, each once."""
    return answer(request, lambda view: listing.page(view, asked.filters, asked.sort, asked.asked))


@router.get("/links/{id}", responses=SHAPES.of(detail.Detail, 404))
def link(request: Request, id: Id) -> Response:
    """One event in full, by its link or the id of any of its mentions."""
    return answer(request, lambda view: detail.of_link(view, id), id)


@router.get("/events", responses=SHAPES.of(Page[detail.Kept]))
def events(request: Request, asked: Annotated[asking.ListQuery, Query()]) -> Response:
    """Event mentions that fit, as the record has them."""
    return answer(request, lambda view: detail.events(view, asked.filters, asked.sort, asked.asked))


@router.get("/events/{id}", responses=SHAPES.of(Marked, 404))
def event(request: Request, id: Id) -> Response:
    """One event mention, with the words that carry its fields."""
    return answer(request, lambda view: _marked(view, id), id)


def _marked(view: View, name: str) -> Marked | None:
    kept = detail.of_event(view, name)
    if kept is None:
        return None
    return Marked(**asdict(kept), marks=marks.of_event(kept))


@router.get("/claims", responses=SHAPES.of(Page[claims.Claim]))
def who_says(request: Request, asked: Annotated[asking.ClaimsQuery, Query()]) -> Response:
    """Who says what of whom, and how others answer."""
    return answer(request, lambda view: claims.page(view, asked.filters, asked.q, asked.stance, asked.asked))


@router.get("/dyads", responses=SHAPES.of(dyads.Dyads))
def pairs(request: Request, asked: Annotated[asking.DyadsQuery, Query()]) -> Response:
    """Who does what to whom: pairs of actor and recipient, most events first."""
    return answer(request, lambda view: dyads.of(view, asked.filters, asked.by, asked.unit))


@router.get("/stats", responses=SHAPES.of(tuple[counts.Count, ...]))
def stats(request: Request, asked: Annotated[asking.StatsQuery, Query()]) -> Response:
    """Counts of the events that fit."""
    return answer(request, lambda view: _stats(view, asked))


def _stats(view: View, asked: asking.StatsQuery) -> list[counts.Count]:
    with view.store() as store:
        return counts.stats(store, asked.by, asked.filters)
