"""Answers: a record's shapes as JSON with an ETag, and their description in the OpenAPI."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import resources
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response

from dateline.record.browsing import View
from dateline.web.errors import Problem, missing

_REF = "#/components/schemas/{name}"
_JSON = "application/json"


def view_of(request: Request) -> View:
    """The record that this application serves."""
    view: View = request.app.state.view
    return view


def answer(request: Request, found: Callable[[View], Any], what: str = "") -> Response:
    """What the record says, or that the asker has it already (304). Raises Refused where the record has no `what`."""
    view = view_of(request)
    return unless_known(request, view.version(), lambda: _found(found(view), what))


def _found(value: Any, what: str) -> Any:
    if value is None:
        raise missing(what)
    return value


def unless_known(request: Request, version: str, made: Callable[[], Any]) -> Response:
    """The answer with its ETag, which is made of the `version` of what is asked and of the question."""
    asked = f"{version} {request.url.path}?{request.url.query}"
    tag = f'W/"{hashlib.sha256(asked.encode()).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _known(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(msgspec.json.encode(made()), headers=headers, media_type=_JSON)


def _known(request: Request, tag: str) -> bool:
    held = (t.strip() for t in request.headers.get("if-none-match", "").split(","))
    return any(t == "*" or t.removeprefix("W/") == tag.removeprefix("W/") for t in held)


class Shapes:
    """The shapes that answers have; told to the OpenAPI as JSON Schema, made from the shapes themselves."""

    def __init__(self) -> None:
        self._types: list[Any] = [Problem]

    def of(self, shape: Any, *refusals: int) -> dict[int | str, Any]:
        """The responses of an operation: `shape` on success, and the statuses that refuse."""
        self._types.append(shape)
        schema = msgspec.json.schema_components([shape], ref_template=_REF)[0][0]
        content = {_JSON: {"schema": schema}}
        found: dict[int | str, Any] = {200: {"description": "What was asked for.", "content": content}}
        return found | _refusals(*refusals) | {304: {"description": "As the asker has it."}}

    def file(self, *refusals: int) -> dict[int | str, Any]:
        """The responses of an operation that gives a file."""
        anything = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
        return {200: {"description": "The file.", "content": anything}} | _refusals(*refusals)

    def told(self, app: FastAPI) -> Callable[[], dict[str, Any]]:
        """Makes the OpenAPI of the application, with these shapes in it."""
        plain = app.openapi

        def openapi() -> dict[str, Any]:
            made = plain()
            known = msgspec.json.schema_components(self._types, ref_template=_REF)[1]
            made.setdefault("components", {}).setdefault("schemas", {}).update(known)
            for path, example in _examples().items():
                for operation in made["paths"][path].values():
                    operation["responses"]["200"]["content"][_JSON]["example"] = example
            return made

        return openapi


SHAPES = Shapes()
_SAID: dict[int | str, str] = {
    400: "It cannot be read; the message says why.",
    403: "It may not be fetched.",
    404: "The record has none.",
    413: "Too large.",
    422: "Not a question that this can answer; the details say which part of it.",
    429: "Busy; ask again.",
    503: "The record cannot be asked now.",
    "default": "Anything else that goes wrong has this shape.",
}


def _refusals(*statuses: int) -> dict[int | str, Any]:
    every: tuple[int | str, ...] = (*statuses, 422, 503, "default")
    return {s: {"description": _SAID[s], "content": _problem(s)} for s in every}


def _examples() -> dict[str, Any]:
    """An answer for each address, of the articles that come with dateline; made by `python -m tests.web.examples`."""
    file = resources.files("dateline.web").joinpath("examples.json")
    found: dict[str, Any] = msgspec.json.decode(file.read_bytes())
    return found


def _problem(status: int | str) -> dict[str, Any]:
    known = status if isinstance(status, int) else 500
    example = {"error": {"status": known, "code": "not_found", "message": "one clear line", "details": []}}
    return {_JSON: {"schema": {"$ref": _REF.format(name="Problem")}, "example": example}}
