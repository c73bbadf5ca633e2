"""The application: its routes, errors and description."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from dateline.knowledge import Knowledge
from dateline.record.browsing import View
from dateline.web import errors, page
from dateline.web.answers import SHAPES
from dateline.web.routes import about, actors, articles, events, exports

_ROUTERS = (events.router, actors.router, articles.router, exports.router, about.router)


def create_app(record: Path | str, *, page_folder: Path = page.FOLDER) -> FastAPI:
    """The application that serves a record. Raises StoreError where the record cannot be opened.

    The record stays open until the application shuts down.
    """
    view = View(record)
    app = FastAPI(
        title="dateline", version=about.VERSION, summary="Who did what to whom, where, when, and who says so.",
        docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=_lifespan,
    )  # fmt: skip
    app.state.view, app.state.knowledge, app.state.desk = view, Knowledge(), None
    errors.add_to(app)
    for router in _ROUTERS:
        app.include_router(router)
    page.add_to(app, page_folder)
    app.openapi = SHAPES.told(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        yield
    finally:
        app.state.view.__exit__(None, None, None)
