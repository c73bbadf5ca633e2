"""A user's own file of actors: the same columns as ours and `kind`, checked row by row before it is used."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from dateline.knowledge import tables

KINDS = ("person", "group", "body", "igo", "ngo", "party", "media", "company")
COLUMNS = ("kind", "name", "aliases", "country", "sector", "office", "start", "end", "party", "sex", "id")
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CODE = re.compile(r"[A-Z]{3}")


def rows(path: Path) -> list[dict[str, str]]:
    """The rows with all of COLUMNS. Raises ValueError naming file, line and fault for the first row that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    found = []
    for line, row in _numbered(text.replace("\r\n", "\n"), str(path)):
        full = {c: row.get(c, "").strip() for c in COLUMNS}
        full["kind"] = full["kind"] or "body"
        if fault := _fault(full):
            raise ValueError(f"{path}, line {line}: {fault}")
        found.append(full)
    return found


def _numbered(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    found = list(tables.rows_of(text, name))
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
    header = text.split("\n")[lines[0] - 1].split("\t") if lines else []
    if unknown := [c for c in header if c not in COLUMNS]:
        raise ValueError(f"{name}, line {lines[0]}: unknown column {unknown[0]!r}; columns are {', '.join(COLUMNS)}")
    if "name" not in header:
        raise ValueError(f"{name}: the first line must name the columns, tab-separated, with name among them")
    return list(zip(lines[1:], found, strict=True))


def _fault(row: dict[str, str]) -> str:
    """What is wrong with a row, or ""."""
    if not row["name"]:
        return "a row without a name"
    if row["kind"] not in KINDS:
        return f"kind {row['kind']!r} is none of {', '.join(KINDS)}"
    if row["country"] and not _CODE.fullmatch(row["country"]):
        return f"country {row['country']!r} is no three-letter code such as BOL"
    if row["sector"] and row["sector"] not in _sectors():
        return f"sector {row['sector']!r} is no PLOVER sector such as GOV"
    wrong = next((row[c] for c in ("start", "end") if row[c] and not _DAY.fullmatch(row[c])), "")
    if wrong:
        return f"{wrong!r} is no year, month or day such as 2021, 2021-05 or 2021-05-09"
    if row["start"] and row["end"] and row["start"][: len(row["end"])] > row["end"]:
        return f"end {row['end']} lies before start {row['start']}"
    return ""


@functools.cache
def _sectors() -> frozenset[str]:
    from dateline import codebook

    return frozenset(codebook.load().sectors)
