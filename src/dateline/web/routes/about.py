"""What the record is, and the codebook by which its events are coded."""

from __future__ import annotations

import importlib.metadata

from fastapi import APIRouter, Request, Response
from msgspec import Struct
from msgspec.structs import asdict

from dateline import codebook
from dateline.codebook import Codebook, EventType, Quad
from dateline.model.document import STATUSES
from dateline.record.browsing import summary
from dateline.record.browsing.view import View
from dateline.web.answers import SHAPES, answer, unless_known

router = APIRouter(prefix="/api", tags=["about"])
VERSION = importlib.metadata.version("dateline")


class Meta(summary.Summary, frozen=True, kw_only=True):
    """The program's `version`, the name of the `record` without its path, what it holds, and whether this server
    reads articles (`read`)."""

    version: str
    record: str
    read: bool


class Kind(Struct, frozen=True, kw_only=True):
    """A type of event; `scale` is its score, -10 (conflict) to 10."""

    definition: str
    quad: str
    scale: float
    modes: dict[str, dict[str, str]]


class Book(Struct, frozen=True, kw_only=True):
    """The codebook."""

    name: str
    types: dict[str, Kind]
    quads: tuple[Quad, ...]
    statuses: tuple[str, ...]
    contexts: dict[str, str]
    sectors: dict[str, str]
    codes: dict[str, str]
    stances: tuple[str, ...]


@router.get("/meta", responses=SHAPES.of(Meta))
def meta(request: Request) -> Response:
    """What the record holds, and what this server can do."""
    return answer(request, lambda view: _meta(view, reads=request.app.state.desk is not None))


def _meta(view: View, *, reads: bool) -> Meta:
    found = summary.of(view)
    name = view.name.rsplit("/", 1)[-1]
    return Meta(**asdict(found), version=VERSION, record=name, read=reads)


@router.get("/codebook", responses=SHAPES.of(Book))
def book(request: Request) -> Response:
    """Types, modes, quads, statuses, sectors and stances, with what they mean."""
    stances = request.app.state.knowledge.cues.stances
    return unless_known(request, VERSION, lambda: _book(codebook.load(), tuple(stances)))


def _book(known: Codebook, stances: tuple[str, ...]) -> Book:
    return Book(
        name=known.label,
        types={name: _kind(kind) for name, kind in known.events.items()},
        quads=tuple(known.quads.values()),
        statuses=STATUSES,
        contexts=known.contexts,
        sectors=known.sectors,
        codes=known.codes,
        stances=stances,
    )


def _kind(kind: EventType) -> Kind:
    modes = {m.name: {"definition": m.meaning} for m in kind.modes.values()}
    return Kind(definition=kind.definition, quad=kind.quad, scale=kind.scale, modes=modes)
