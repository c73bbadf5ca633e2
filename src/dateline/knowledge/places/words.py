"""The words that surround names of places: units, titles, streets, adjectives of countries, written abbreviations."""

from __future__ import annotations

import functools

from msgspec import Struct

from dateline.knowledge.places.names import fold_now
from dateline.knowledge.tables import rows


class Abbreviation(Struct, frozen=True):
    """A printed short form: the name it stands for, the country it lies in, and whether it stands alone."""

    name: str
    cc: str
    alone: bool


class Words:
    """Loaded table by table when first asked for."""

    @functools.cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """The classes of a lower-case word."""
        found: dict[str, set[str]] = {}
        for row in rows("places/words.tsv"):
            for word in row["words"].split():
                found.setdefault(word, set()).add(row["class"])
        return {word: frozenset(names) for word, names in found.items()}

    @functools.cached_property
    def going(self) -> dict[str, str]:
        """Lemmas of verbs that tell where something happens: "motion" or "reached"."""
        return {word: row["class"] for row in rows("places/going.tsv") for word in row["words"].split()}

    @functools.cached_property
    def given(self) -> frozenset[str]:
        """Given names, lower case."""
        return frozenset(w for row in rows("places/given.tsv") for w in row["names"].split())

    @functools.cached_property
    def common(self) -> frozenset[str]:
        """Words, lower case, that are hardly ever meant as the place that has their name."""
        return frozenset(w for row in rows("places/common.tsv") for w in row["words"].split())

    @functools.cached_property
    def never(self) -> frozenset[str]:
        """Folded names of groups, feasts and things that some place has too."""
        return frozenset(fold_now(n) for row in rows("places/never.tsv") for n in row["names"].split("|"))

    @functools.cached_property
    def renowned(self) -> dict[str, str]:
        """Folded names of cities known by the bare name: the ISO alpha-2 code of the country each is in."""
        return {fold_now(row["name"]): row["cc"] for row in rows("places/renowned.tsv")}

    @functools.cached_property
    def abbreviations(self) -> dict[str, tuple[Abbreviation, ...]]:
        """Abbreviations by their exact form."""
        found: dict[str, list[Abbreviation]] = {}
        for row in rows("places/abbreviations.tsv"):
            found.setdefault(row["surface"], []).append(Abbreviation(row["name"], row["cc"], row["alone"] == "yes"))
        return {surface: tuple(meanings) for surface, meanings in found.items()}

    @functools.cached_property
    def demonyms(self) -> dict[str, str]:
        """Adjectives and names of peoples: the ISO alpha-2 code, or the name of the place, they belong to."""
        return {word: row["key"] for row in rows("places/demonyms.tsv") for word in row["words"].split("|")}
