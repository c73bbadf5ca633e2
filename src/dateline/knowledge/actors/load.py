"""Reads the actor files into actors and their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.knowledge import tables
from dateline.knowledge.actors import user
from dateline.knowledge.actors.model import Actor, Role, Term
from dateline.knowledge.actors.words import slug

FILES = (
    ("bodies.tsv", "body"),
    ("groups.tsv", "group"),
    ("igos.tsv", "igo"),
    ("ngos.tsv", "ngo"),
    ("parties.tsv", "party"),
    ("media.tsv", "media"),
    ("companies.tsv", "company"),
)
PERSON_FILES = ("leaders.tsv", "ministers.tsv", "persons.tsv")
PREFIX = {"body": "org", "igo": "org", "ngo": "org", "media": "org", "company": "org", "seat": "org"}
Named = tuple[Actor, list[str]]


def everyone(extra: Path | None = None) -> Iterator[Named]:
    """All actors with their names; those of the user's file come first, so that they win."""
    if extra is not None:
        yield from _from_user(extra)
    yield from states()
    yield from persons(r for name in PERSON_FILES for r in tables.rows(f"actors/{name}"))
    for name, kind in FILES:
        yield from organisations(tables.rows(f"actors/{name}"), kind)
    yield from _simple("actors/peoples.tsv", "people")
    yield from _simple("actors/places.tsv", "place")


def states() -> Iterator[Named]:
    """States with names and adjectives (kind state), their people (kind people), their seats (kind seat)."""
    for row in tables.rows("actors/states.tsv"):
        code, name = row["code"], row["name"]
        ident = f"state:{code.lower()}"
        adjectives = _list(row["adjectives"])
        yield Actor(ident, name, "state", code, ""), [name, *_list(row["aliases"])]
        yield Actor(ident, name, "adjective", code, ""), adjectives
        people = _list(row["people"]) or [f"{a}s" for a in adjectives if not a.endswith(("ese", "s"))]
        yield Actor(ident, name, "people", code, ""), people
        yield Actor(ident, name, "seat", code, "GOV"), _list(row["seats"])


def organisations(rows: Iterable[dict[str, str]], kind: str) -> Iterator[Named]:
    """Bodies, groups or parties of one kind; all rows of one name are terms of one actor."""
    for held in _by_name(rows):
        yield _organisation(held, kind)


def _organisation(rows: list[dict[str, str]], kind: str) -> Named:
    row, name = rows[0], rows[0]["name"]
    actor = Actor(
        id=row.get("id") or f"{PREFIX.get(kind, kind)}:{slug(name)}",
        name=name,
        kind=kind,
        country=row.get("country") or None,
        sector=row.get("sector", ""),
        terms=tuple(map(_term, rows)) if len(rows) > 1 else (),
        start=row.get("start", ""),
        end=rows[-1].get("end", ""),
    )
    return actor, [name, *_aliases(rows)]


def persons(rows: Iterable[dict[str, str]]) -> Iterator[Named]:
    """Persons in the order of their first rows; all rows of one name are terms of one person."""
    yield from map(_person, _by_name(rows))


def _person(rows: list[dict[str, str]]) -> Named:
    first = rows[0]
    actor = Actor(
        id=first.get("id") or f"person:{slug(first['name'])}",
        name=first["name"],
        kind="person",
        country=first["country"] or None,
        sector=first["sector"],
        terms=tuple(map(_term, rows)),
        party=next((r["party"] for r in rows if r.get("party")), ""),
        female=any(r.get("sex") == "f" for r in rows),
    )
    return actor, [first["name"], *_aliases(rows)]


def _term(row: dict[str, str]) -> Term:
    return Term(row["country"] or None, row["sector"], row.get("office", ""), row["start"], row["end"])


def _aliases(rows: list[dict[str, str]]) -> list[str]:
    return [a for r in rows for a in _list(r.get("aliases", ""))]


def _by_name(rows: Iterable[dict[str, str]]) -> Iterable[list[dict[str, str]]]:
    held: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        held.setdefault(row["name"], []).append(row)
    return held.values()


def _simple(name: str, kind: str) -> Iterator[Named]:
    for row in tables.rows(name):
        ident = f"{kind}:{slug(row['name'])}"
        yield Actor(ident, row["name"], kind, row["country"] or None, ""), [row["name"], *_list(row.get("aliases", ""))]


def _from_user(path: Path) -> Iterator[Named]:
    """The user's file: `kind` and the columns of our files; rows of one name and kind are terms of one actor."""
    rows = user.rows(path)
    yield from persons(r for r in rows if r["kind"] == "person")
    for kind in user.KINDS:
        if kind != "person":
            yield from organisations((r for r in rows if r["kind"] == kind), kind)


def roles() -> dict[str, Role]:
    """Role nouns by lemma."""
    return {
        r["noun"]: Role(r["noun"], r["sector"], r["use"], r["scope"] == "here") for r in tables.rows("actors/roles.tsv")
    }


def _list(cell: str) -> list[str]:
    return cell.split("|") if cell else []
