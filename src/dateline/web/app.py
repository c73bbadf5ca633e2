"""The application: its routes, errors, description and guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from dateline.knowledge import Knowledge
from dateline.record.browsing import View
from dateline.web import errors, page
from dateline.web.answers import SHAPES
from dateline.web.desk import Desk
from dateline.web.guard import Guard, Line, Rules
from dateline.web.routes import about, actors, articles, events, exports, reading

_ROUTERS = (events, actors, articles, reading, exports, about)


class Application(FastAPI):
    """FastAPI behind the guard, so that also the answer to a failure within goes out with its headers."""

    guard: Guard | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self.guard or super().__call__)(scope, receive, send)


def create_app(
    record: Path | str,
    *,
    rules: Rules | None = None,
    log: Callable[[Line], None] | None = None,
    desk: Desk | None = None,
    page_folder: Path = page.FOLDER,
) -> FastAPI:
    """The application that serves a record. Raises StoreError where the record cannot be opened.

    The record stays open, and the desk that reads articles stays ready, until the application shuts down. `log` is
    given a line for each request.
    """
    app = Application(
        title="dateline", version=about.VERSION, summary="Who did what to whom, where, when, and who says so.",
        docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=_lifespan,
    )  # fmt: skip
    app.state.view, app.state.knowledge, app.state.desk = View(record), Knowledge(), desk or Desk()
    errors.add_to(app)
    for module in _ROUTERS:
        app.include_router(module.router)
    page.add_to(app, page_folder)
    app.openapi = SHAPES.told(app)  # type: ignore[method-assign]
    app.guard = Guard(super(Application, app).__call__, rules or Rules(), log)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        yield
    finally:
        app.state.desk.close()
        app.state.view.close()
