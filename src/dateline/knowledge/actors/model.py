"""The shapes of the actor knowledge base."""

from __future__ import annotations

from msgspec import Struct


class Term(Struct, frozen=True):
    """A time in a role. `start`/`end` are ISO days, months or years as precise as known; "" is open."""

    country: str | None
    sector: str
    office: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """True where the ISO day lies in the term; a bound known to the month or year covers all of it."""
        return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)


class Actor(Struct, frozen=True):
    """An actor. `kind`: state, seat, people, place, body, group, igo, ngo, party, media, company, person.

    `country` is ISO alpha-3, IGO or NGO, or null; `terms` is filled for persons only, in the order of the file.
    """

    id: str
    name: str
    kind: str
    country: str | None
    sector: str
    terms: tuple[Term, ...] = ()
    party: str = ""
    female: bool = False
    start: str = ""
    end: str = ""

    def term_on(self, day: str) -> Term | None:
        """The term that covers the ISO day; of several the first listed."""
        return next((t for t in self.terms if t.covers(day)), None)


class Role(Struct, frozen=True):
    """A noun that names an actor by its role. `use`: head, weak, part; `here`: belongs to where it acts."""

    noun: str
    sector: str
    use: str
    here: bool


class Entry(Struct, frozen=True):
    """What a name can mean. `upper`: the name is an acronym, which lower-case words of the text do not match."""

    actors: tuple[Actor, ...]
    upper: bool
