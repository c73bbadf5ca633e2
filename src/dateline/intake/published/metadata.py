"""The publication day that a page's metadata give: JSON-LD, meta elements, time elements."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.intake.published.days import plausible
from dateline.knowledge import tables

_ISO_DAY = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_KEYS = ("datePublished", "dateCreated", "uploadDate")
_DEEPEST = 8


def find(tree: Any, markup: str) -> tuple[dt.date | None, str | None]:
    """The local day, as written, and which metadata told it; None where they tell nothing.

    `tree` is the page's lxml tree. What looks like a date elsewhere in the page is left to the page's own lines.
    """
    for source in (_json_ld, _metas, _times):
        for written, why in source(tree):
            day = _day(written)
            if day:
                return day, why
    return _by_htmldate(markup)


def _json_ld(tree: Any) -> Iterator[tuple[str, str]]:
    values: list[Any] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            values.append(msgspec.json.decode((script.text or "").strip()))
        except (msgspec.DecodeError, UnicodeEncodeError):
            continue
    for key in _KEYS:
        for value in values:
            yield from ((written, f"the page's JSON-LD ({key})") for written in _deep(value, key, _DEEPEST))


def _deep(value: Any, key: str, depth: int) -> Iterator[str]:
    if depth and isinstance(value, dict):
        if isinstance(value.get(key), str):
            yield value[key]
        for inner in value.values():
            yield from _deep(inner, key, depth - 1)
    elif depth and isinstance(value, list):
        for inner in value:
            yield from _deep(inner, key, depth - 1)


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    given: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name:
            given.setdefault(name.lower(), meta.get("content"))
    for row in tables.rows("furniture/date_metas.tsv"):
        if row["name"] in given:
            yield given[row["name"]], f"the page's metadata ({row['name']})"


def _times(tree: Any) -> Iterator[tuple[str, str]]:
    for time in tree.iterfind(".//time[@datetime]"):
        marks = " ".join((time.get("itemprop") or "", time.get("class") or "", "pubdate" * ("pubdate" in time.attrib)))
        if re.search(r"publi|pubdate|entry-date|created", marks, re.IGNORECASE):
            yield time.get("datetime"), "the page's time element"


def _by_htmldate(markup: str) -> tuple[dt.date | None, str | None]:
    """What htmldate tells from mark-up alone, without its search through the whole page."""
    from htmldate import find_date

    found = _day(find_date(markup, extensive_search=False, original_date=True) or "")
    if found is None or (found.month, found.day) == (1, 1):  # htmldate pads a bare year to its first day
        return None, None
    return found, "the page's mark-up"


def _day(written: str) -> dt.date | None:
    found = _ISO_DAY.match(written)
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day and plausible(day) else None
