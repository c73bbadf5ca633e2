"""One shape for everything that goes wrong."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from msgspec import Struct
from starlette.exceptions import HTTPException

from dateline.record.browsing.pages import BadCursor
from dateline.record.errors import StoreError


class Fault(Struct, frozen=True):
    """One thing that is wrong: where in the request, and what."""

    field: str
    message: str


class Error(Struct, frozen=True):
    """What went wrong: HTTP `status`, a `code` for programs, one line for people."""

    status: int
    code: str
    message: str
    details: tuple[Fault, ...] = ()


class Problem(Struct, frozen=True):
    """The body of every answer that is no success."""

    error: Error


class Refused(Exception):
    """A request that is not answered as asked; the handlers below write it in the one shape."""

    def __init__(self, status: int, code: str, message: str, details: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.error = Error(status, code, message, details)


def missing(what: str) -> Refused:
    """There is no such thing."""
    return Refused(404, "not_found", f"{what}: the record has none of that name")


def written(error: Error, headers: dict[str, str] | None = None) -> Response:
    """The answer for an error."""
    body = msgspec.json.encode(Problem(error))
    return Response(body, error.status, headers, media_type="application/json")


def add_to(app: FastAPI) -> None:
    """Makes the application write every error in this shape."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(BadCursor, _cursor)
    app.add_exception_handler(StoreError, _store)
    app.add_exception_handler(Exception, _unforeseen)


async def _refused(_: Request, error: Any) -> Response:
    return written(error.error)


async def _cursor(_: Request, error: Any) -> Response:
    return written(Error(422, "invalid", str(error), (Fault("cursor", "not one that this list gave"),)))


async def _store(request: Request, error: Any) -> Response:
    name: str = request.app.state.view.name  # nobody needs to know where it lies
    return written(Error(503, "record_unavailable", str(error).replace(name, name.rsplit("/", 1)[-1])))


async def _unforeseen(_: Request, error: Exception) -> Response:
    return written(Error(500, "internal", f"{type(error).__name__}: see the server's standard error"))


async def _http(_: Request, error: Any) -> Response:
    code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
    return written(Error(error.status_code, code, str(error.detail)), error.headers)


async def _invalid(_: Request, error: Any) -> Response:
    faults = tuple(_fault(e) for e in error.errors())
    message = "; ".join(f"{f.field}: {f.message}" for f in faults[:3])
    return written(Error(422, "invalid", message, faults[:50]))


def _fault(found: dict[str, Any]) -> Fault:
    """One fault: the name of the field, or the part of the request, and what is wrong in plain words."""
    where = [part for part in found["loc"][1:] if isinstance(part, str)] or [str(found["loc"][0])]
    said = "is not JSON" if found["type"] == "json_invalid" else found["msg"].removeprefix("Value error, ")
    return Fault(".".join(where), _PLAIN.get(found["type"], said))


_PLAIN = {"extra_forbidden": "there is no such field", "string_unicode": "is not text: half of a surrogate pair"}
