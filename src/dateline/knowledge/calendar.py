"""Words and rules of time expressions: loaded once, looked up by the word."""

from __future__ import annotations

import re

from msgspec import Struct

from dateline.knowledge.tables import rows

_FOLDER = "calendar"
_NAME = re.compile(r"[A-Z][A-Z_]*|[a-z]+")


class Meaning(Struct, frozen=True):
    """A word's classes in the grammar, each with its value there. `flag`: "cap" or "caps", how it must be written."""

    values: dict[str, str]
    flag: str = ""


class Rule(Struct, frozen=True):
    """One row of the grammar. `pattern` has its macros expanded: class names, spaces and regular-expression signs."""

    name: str
    pattern: str
    make: str


class NamedDay(Struct, frozen=True):
    """A feast or named day: how to compute its first day in a year, and how many days it lasts."""

    name: str
    rule: str
    days: int


class Calendar:
    """`words`: single words; `phrases`: by first piece, the phrases (as pieces) with their meaning, longest first;
    `lists`: words of the context by the name of the list; `vague`: days that a vague number of a unit reaches;
    `known_days`: the year of (month, day, word behind), of days that the world knows without it."""

    def __init__(self) -> None:
        self.named = {row["name"]: NamedDay(row["name"], row["rule"], int(row["days"] or 1)) for row in _table("named")}
        self.words: dict[str, Meaning] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for row in _table("words"):
            self._add(row["word"], dict.fromkeys(row["classes"].split(), row["value"]), row["flag"])
        for name in self.named:
            self._add(name, {"NAMED": name}, "")
        for found in self.phrases.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self.rules = _rules()
        self.modifiers = _modifiers()
        self.lists = {row["list"]: frozenset(row["words"].split()) for row in _table("lists")}
        self.core = tuple(row["class"] for row in _table("core"))
        self.vague = {row["unit"]: int(row["days"]) for row in _table("vague")}
        self.known_days = {
            (int(row["month"]), int(row["day"]), word): int(row["year"])
            for row in _table("known_days")
            for word in row["behind"].split()
        }
        self.chinese_new_years = frozenset(row["day"] for row in _table("chinese"))

    def _add(self, word: str, values: dict[str, str], flag: str) -> None:
        if "UNIT1" in values:
            values = values | {f"U_{values['UNIT1']}": values["UNIT1"]}
        pieces = tuple(pieces_of(word))
        if len(pieces) > 1:
            self.phrases.setdefault(pieces[0], []).append((pieces, Meaning(values, flag)))
            return
        known = self.words.get(word)
        if known:
            values, flag = known.values | values, known.flag if flag == known.flag else ""
        self.words[word] = Meaning(values, flag)


def pieces_of(text: str) -> list[str]:
    """Lower-case words, numbers and single signs: what phrases are compared by. A possessive s is one piece."""
    lower = re.sub(r"['’]s\b", " 's", text.lower())
    return re.findall(r"'s\b|\d+|[^\W\d_]+|[^\w\s]", lower)


def _table(name: str) -> list[dict[str, str]]:
    return list(rows(f"{_FOLDER}/{name}.tsv"))


def _rules() -> tuple[Rule, ...]:
    macros: dict[str, str] = {}
    for row in _table("macros"):
        macros[row["macro"]] = _expand(row["pattern"], macros)
    return tuple(Rule(r["name"], _expand(r["pattern"], macros), r["make"]) for r in _table("rules"))


def _modifiers() -> tuple[Rule, ...]:
    return tuple(Rule(r["name"], r["pattern"], r["kind"]) for r in _table("modifiers"))


def _expand(pattern: str, macros: dict[str, str]) -> str:
    """Raises KeyError naming a macro that stands nowhere above."""
    return _NAME.sub(lambda m: m[0] if m[0].isupper() else f"({macros[m[0]]})", pattern)
