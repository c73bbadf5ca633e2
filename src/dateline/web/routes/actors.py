"""Actors: a list, and one with its aliases, offices and events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from msgspec import Struct

from dateline.record.browsing import people
from dateline.record.browsing.pages import Page
from dateline.record.browsing.view import View
from dateline.web import asking
from dateline.web.answers import SHAPES, answer

router = APIRouter(prefix="/api", tags=["actors"])


class Office(Struct, frozen=True, kw_only=True):
    """A time in an office; bounds as precise as known, null where open."""

    office: str
    country: str | None
    since: str | None
    until: str | None


class Actor(people.Person, frozen=True, kw_only=True, rename={"others": "with"}):
    """An actor of the record, with what the knowledge base has of it: other names, and offices."""

    offices: tuple[Office, ...]
    known_as: tuple[str, ...]


@router.get("/actors", responses=SHAPES.of(Page[people.Known]))
def actors(request: Request, asked: Annotated[asking.ActorsQuery, Query()]) -> Response:
    """The actors of the record, those of most events first."""
    wanted = people.Wanted(asked.q, asked.country, asked.sector)
    return answer(request, lambda view: people.page(view, wanted, asked.asked))


@router.get("/actors/{name:path}", responses=SHAPES.of(Actor, 404))
def actor(
    request: Request,
    name: Annotated[str, Path(max_length=500, pattern=r"^[^\x00]+$", description="The actor's name.")],
    asked: Annotated[asking.ActorQuery, Query()],
) -> Response:
    """One actor, by its name, in the events that fit."""
    return answer(request, lambda view: _actor(request, view, name, asked), name)


def _actor(request: Request, view: View, name: str, asked: asking.ActorQuery) -> Actor | None:
    person = people.of(view, (name, asked.code), asked.filters, asked.sort, asked.asked)
    if person is None:
        return None
    known = request.app.state.knowledge.actors
    found = known.by_id.get(person.id or "")
    terms = found.terms if found else ()
    offices = (Office(office=t.office, country=t.country, since=t.start or None, until=t.end or None) for t in terms)
    fields = {f: getattr(person, f) for f in person.__struct_fields__}
    return Actor(**fields, offices=tuple(o for o in offices if o.office), known_as=known.names(person.id or ""))
