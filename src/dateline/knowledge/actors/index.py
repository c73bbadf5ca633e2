"""Looking actors up: by name, by sound, by surname and office, by id. Built once; nothing is scanned."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

from dateline.knowledge import tables
from dateline.knowledge.actors import load
from dateline.knowledge.actors.model import Actor, Entry, Role
from dateline.knowledge.actors.words import is_acronym, key, sound

_SAME_OFFICE = {"premier": "prime minister"}
_FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "VNM", "TWN", "KHM", "HKG"})


class Actors:
    """All actors. `extra` is a user's TSV file whose rows win over ours."""

    def __init__(self, extra: Path | None = None) -> None:
        self._extra = extra
        self.by_id: dict[str, Actor] = {}
        self._entries: dict[str, Entry] = {}
        self.longest: dict[str, int] = {}
        """For each first word of a name, the number of words of the longest name that begins with it."""
        for actor, names in load.everyone(extra):
            self._add(actor, names)

    def _add(self, actor: Actor, names: Iterable[str]) -> None:
        self.by_id.setdefault(actor.id, actor)
        for name in names:
            normal = key(name)
            if not normal:
                continue
            held = self._entries.get(normal)
            if held is None:
                self._entries[normal] = Entry((actor,), is_acronym(name))
                words = normal.split(" ")
                if self.longest.get(words[0], 0) < len(words):
                    self.longest[words[0]] = len(words)
            elif actor not in held.actors:
                self._entries[normal] = Entry((*held.actors, actor), held.upper and is_acronym(name))

    def names(self, ident: str) -> tuple[str, ...]:
        """All names of an actor, in the order of its file; none where nobody has this id."""
        return self._names.get(ident, ())

    @functools.cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for actor, names in load.everyone(self._extra):
            found.setdefault(actor.id, {}).update(dict.fromkeys(names))
        return {ident: tuple(names) for ident, names in found.items()}

    def named(self, normal: str) -> Entry | None:
        """What a name (as `words.key` gives it) can mean."""
        return self._entries.get(normal)

    @functools.cached_property
    def surnames(self) -> dict[str, tuple[Actor, ...]]:
        """Persons by the plain family name that short references use."""
        found: dict[str, list[Actor]] = {}
        for actor in self.by_id.values():
            if actor.kind == "person":
                found.setdefault(family_name(actor), []).append(actor)
        return {k: tuple(v) for k, v in found.items()}

    @functools.cached_property
    def sounds(self) -> dict[str, tuple[Actor, ...]]:
        """Persons and groups of at least two words by how their name sounds."""
        found: dict[str, list[Actor]] = {}
        for actor in self.by_id.values():
            if actor.kind in ("person", "group") and " " in actor.name:
                found.setdefault(sound(actor.name), []).append(actor)
        return {k: tuple(v) for k, v in found.items()}

    @functools.cached_property
    def rulers(self) -> dict[tuple[str, str], tuple[Actor, ...]]:
        """Office holders by country and office, as "the president" of an article means them."""
        found: dict[tuple[str, str], list[Actor]] = {}
        for actor in self.by_id.values():
            for term in actor.terms:
                held = found.setdefault((term.country or "", _SAME_OFFICE.get(term.office, term.office)), [])
                if term.office and actor not in held:
                    held.append(actor)
        return {k: tuple(v) for k, v in found.items()}

    def holder(self, country: str, office: str, day: str) -> Actor | None:
        """Who held an office on an ISO day; null where nobody or more than one is known."""
        on = [
            a
            for a in self.rulers.get((country, office), ())
            if any(
                _SAME_OFFICE.get(t.office, t.office) == office and t.country == country and t.covers(day)
                for t in a.terms
            )
        ]
        return on[0] if len(on) == 1 else None

    @functools.cached_property
    def roles(self) -> dict[str, Role]:
        """Nouns that name actors by role."""
        return load.roles()

    @functools.cached_property
    def modifiers(self) -> dict[str, str]:
        """Words before a noun that tell its sector."""
        return {r["word"]: r["sector"] for r in tables.rows("actors/modifiers.tsv")}

    @functools.cached_property
    def titles(self) -> dict[str, str]:
        """Abbreviated and plain titles before a person's name, with the sector they tell ("" for none)."""
        return {r["title"]: r["sector"] for r in tables.rows("actors/titles.tsv")}

    @functools.cached_property
    def short_names(self) -> tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]:
        """(plain words, name of the state, names of states one of which an article must name)."""
        table = tables.rows("actors/short_names.tsv")
        return tuple((tuple(key(r["short"]).split()), r["name"], frozenset(r["named"].split("|"))) for r in table)

    @functools.cached_property
    def addressing(self) -> frozenset[tuple[str, str]]:
        """Words whose object is someone who can be spoken to: (lemma, "obj" or the preposition behind it)."""
        return frozenset((r["word"], r["how"]) for r in tables.rows("actors/addressing.tsv"))

    @functools.cached_property
    def beings(self) -> dict[str, str]:
        """Role nouns that name a body of many, a thing, a man or a woman: many, thing, man, woman."""
        return {r["noun"]: r["being"] for r in tables.rows("actors/beings.tsv")}

    def names_one(self, noun: str) -> bool:
        """Whether a role noun, as a lemma, names one person: no body of many, no thing."""
        return noun in self.roles and self.beings.get(noun) not in ("many", "thing")

    @functools.cached_property
    def given_names(self) -> dict[str, str]:
        """Given names with the sex they usually tell: f or m."""
        return {r["name"]: r["sex"] for r in tables.rows("actors/given_names.tsv")}


def family_name(actor: Actor) -> str:
    """The plain word by which later mentions call a person."""
    words = key(actor.name).split(" ")
    if actor.country in _FAMILY_FIRST and words[-1] not in ("iii", "jr"):
        return words[0]
    return words[-2] if words[-1] in ("jr", "sr", "ii", "iii", "iv") and len(words) > 2 else words[-1]
