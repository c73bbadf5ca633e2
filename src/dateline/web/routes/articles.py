"""Articles: a list, and one as it was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dateline.record.browsing import articles, search
from dateline.record.browsing.pages import Page
from dateline.record.browsing.view import View
from dateline.web import asking
from dateline.web.answers import SHAPES, answer
from dateline.web.reading import Reading, of_record
from dateline.web.routes.events import Id

router = APIRouter(prefix="/api", tags=["articles"])


@router.get("/articles", responses=SHAPES.of(Page[articles.Printed]))
def printed(request: Request, asked: Annotated[asking.ArticlesQuery, Query()]) -> Response:
    """Articles that fit, last published first."""
    sought = articles.Sought(text=asked.text, source=asked.source, since=asked.since, until=asked.until)
    return answer(request, lambda view: articles.page(view, sought, asked.asked))


@router.get("/articles/{id}", responses=SHAPES.of(Reading, 404))
def article(request: Request, id: Id) -> Response:
    """One article as it was read: the text, what of it is furniture, the words of each event, and why."""
    return answer(request, lambda view: _reading(view, id), id)


def _reading(view: View, key: str) -> Reading | None:
    with view.store() as store:
        document = store.document(key)
    return of_record(key, document) if document else None


@router.get("/search", responses=SHAPES.of(search.Found))
def everything(request: Request, asked: Annotated[asking.SearchQuery, Query()]) -> Response:
    """A word asked of everything: events, actors, places, articles."""
    return answer(request, lambda view: search.of(view, asked.q))
