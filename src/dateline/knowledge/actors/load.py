"""Reads the actor files into actors and their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.knowledge import tables
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
    for name in PERSON_FILES:
        yield from persons(tables.rows(f"actors/{name}"))
    for name, kind in FILES:
        for row in tables.rows(f"actors/{name}"):
            yield organisation(row, kind)
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


def organisation(row: dict[str, str], kind: str) -> Named:
    """One row of a file of bodies, groups or parties."""
    name = row["name"]
    ident = row.get("id") or f"{PREFIX.get(kind, kind)}:{slug(name)}"
    actor = Actor(
        id=ident,
        name=name,
        kind=kind,
        country=row.get("country") or None,
        sector=row.get("sector", ""),
        start=row.get("start", ""),
        end=row.get("end", ""),
    )
    return actor, [name, *_list(row.get("aliases", ""))]


def persons(rows: Iterable[dict[str, str]]) -> Iterator[Named]:
    """Persons; rows that follow one another with the same name are terms of one person."""
    held: list[dict[str, str]] = []
    for row in rows:
        if held and row["name"] != held[0]["name"]:
            yield _person(held)
            held = []
        held.append(row)
    if held:
        yield _person(held)


def _person(rows: list[dict[str, str]]) -> Named:
    first = rows[0]
    terms = tuple(
        Term(r["country"] or first["country"] or None, r["sector"], r["office"], r["start"], r["end"]) for r in rows
    )
    aliases = [a for r in rows for a in _list(r["aliases"])]
    actor = Actor(
        id=first.get("id") or f"person:{slug(first['name'])}",
        name=first["name"],
        kind="person",
        country=first["country"] or None,
        sector=first["sector"],
        terms=terms,
        party=first.get("party", ""),
        female=first.get("sex", "") == "f",
    )
    return actor, [first["name"], *aliases]


def _simple(name: str, kind: str) -> Iterator[Named]:
    for row in tables.rows(name):
        ident = f"{kind}:{slug(row['name'])}"
        yield Actor(ident, row["name"], kind, row["country"] or None, ""), [row["name"], *_list(row.get("aliases", ""))]


def _from_user(path: Path) -> Iterator[Named]:
    """The user's file: the columns of our files and `kind`; persons' terms in rows that follow one another."""
    rows = list(tables.rows_of(path.read_text(encoding="utf-8"), str(path)))
    for row in rows:
        if not row.get("name"):
            raise ValueError(f"{path}: a row without a name")
        for column in ("kind", "aliases", "country", "sector", "office", "start", "end", "party"):
            row.setdefault(column, "")
    yield from persons(r for r in rows if r["kind"] == "person")
    for row in rows:
        if row["kind"] != "person":
            yield organisation(row, row["kind"] or "body")


def roles() -> dict[str, Role]:
    """Role nouns by lemma."""
    return {
        r["noun"]: Role(r["noun"], r["sector"], r["use"], r["scope"] == "here") for r in tables.rows("actors/roles.tsv")
    }


def _list(cell: str) -> list[str]:
    return cell.split("|") if cell else []
