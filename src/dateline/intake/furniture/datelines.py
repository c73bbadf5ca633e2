"""Datelines ("BAGHDAD, Jan. 2 (AP) —") and the titles that stand before them where a page lost its lines."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from dateline.intake.furniture.page import Block, Page, Verdict
from dateline.intake.furniture.phrases import agency
from dateline.knowledge import tables

_COLON_DATELINE = re.compile(r"(?=[A-ZÀ-Þ ]{4})[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,}){0,2}: (?=[A-Z])")
_TITLE_END = re.compile(r"(?<=[a-z0-9.!?”\"’'*])\s*(?=[A-Z]{3,}[A-Z ,.])")
_BEGINS = re.compile(r"[.!?]?\s*[“‘\"'(]?[A-ZÀ-Þ0-9]")
_TITLE_HUMP = re.compile(
    r"[^.!?\n]{15,130}?(?:(?<=[a-z]{2})|(?<=[a-z?!][)’'”]))"
    r"(?=(?:[A-Z][a-z’']*|[“\"][A-Z][a-z’']*)[ ,])(?<!\bMc)(?<!\bMac)"
)


def alone(page: Page, block: Block) -> Verdict | None:
    """A dateline on a line of its own."""
    if len(block.text) <= 80 and pattern().fullmatch(block.text):
        return page.of(block, "dateline", "place, day or agency, on a line of its own")
    return None


def known_title(page: Page, block: Block) -> Iterator[Verdict]:
    """The article's title, known from its source, before the first words of a text without lines."""
    title = (page.title or "").strip()
    if block.number or len(title) < 8 or not block.text.startswith(title):
        return
    if _BEGINS.match(block.text, len(title)):
        yield Verdict(block.start, block.start + len(title), "title", "the article's headline")


def before(page: Page, block: Block) -> Iterator[Verdict]:
    """ "BAGHDAD, Jan. 2 (AP) —" before the first words; in a page that lost its lines also after the title."""
    match, title_end = pattern().match(page.text, block.start, block.end), None
    if not match and block.number <= page.first_prose:
        match = _COLON_DATELINE.match(page.text, block.start, block.end)
    if not match and block.number <= page.first_prose:
        match, title_end = _late_dateline(page, block)
    if match:
        if title_end is not None:
            yield Verdict(block.start, title_end, "title", "stands before the dateline")
        yield Verdict(match.start(), match.end(), "dateline", "place, day or agency before the first words")
    elif block.number == 0 and len(page.blocks) == 1:
        yield from _glued_title(page, block)


def _late_dateline(page: Page, block: Block) -> tuple[re.Match[str] | None, int | None]:
    for at in _TITLE_END.finditer(page.text, block.start, min(block.end, block.start + 260)):
        match = pattern().match(page.text, at.end(), block.end)
        if match and not re.search(r"[.!?]\s*[A-Z][a-z]", page.text[block.start : at.start() - 1]):
            return match, at.start()
    return None, None


def _glued_title(page: Page, block: Block) -> Iterator[Verdict]:
    """A title run together with the first sentence: "… Deal SignedThe two sides …"."""
    head = page.text[block.start : min(block.end, block.start + 220)]
    hump = _TITLE_HUMP.match(head)
    if hump and len(hump.group().split()) >= 3 and _two_words(page.text, hump.group(), head[hump.end() :]):
        yield Verdict(block.start, block.start + hump.end(), "title", "runs into the first sentence")


def _two_words(text: str, before: str, after: str) -> bool:
    """Both halves stand alone elsewhere in the text, or the second opens sentences: no name with a hump."""
    first = before.split()[-1].strip("‘'\"“(")
    second = re.match(r"[“\"]?(\w+)", after)
    if second is None:
        return False
    if second.group(1) in openers() or first.islower():
        return True
    return all(len(re.findall(rf"(?i)(?<!\w){re.escape(w)}(?!\w)", text)) for w in (first, second.group(1)))


@functools.cache
def openers() -> frozenset[str]:
    """Capitalised function words that begin sentences."""
    return frozenset(row["word"].capitalize() for row in tables.rows("sentences/openers.tsv"))


@functools.cache
def pattern() -> re.Pattern[str]:
    month = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    day = rf"(?:{month} \d{{1,2}}|\d{{1,2}} {month}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? (?:19|20)\d\d)?"
    shout = r"(?=[A-ZÀ-Þ'’. -]{4})[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,4}"
    city = r"[A-ZÀ-Þ][\w'’.-]+(?:[ -][A-Za-zÀ-ÿ][\w'’.-]+){0,3}"
    region = r"(?:,\s?[A-Z][\w.'’ -]{1,25}?){0,2}"
    source = rf"(?:\s?[(/\[]\s?(?:{agency()}|[A-Z][\w.'’& -]{{1,30}})\s?[)/\]])"
    dash = r"\s?(?:—|–|--|_|-(?=\s)|―)"
    known = rf"\s?[(/\[]\s?{agency()}\s?[)/\]]"
    begins = r"(?=[\"“‘`'(]{0,2}[A-ZÀ-Þ\d]|$)"
    return re.compile(
        r"(?!(?:FILE|PHOTOS?|VIDEO|WATCH|LIVE)\b)(?:"
        rf"{shout}{region}(?:[,.]?\s{day})?{source}?{dash}\s*{begins}"
        rf"|{shout}{region}(?:,?\s{day}\.?{source}\.?|{known}):?\s+{begins}"
        rf"|{city}{region},?\s{day}{source}?{dash}\s*"
        rf"|{city}{region},?\s{day},\s{agency()}{dash}\s*{begins}"
        rf"|{city}{region}(?:,?\s{day}{known}(?:{dash}|:)?|{known}(?:{dash}|:))\s*{begins}"
        rf"|{day}{known}{dash}\s*{begins}"
        rf"|[(\[]{agency()}[)\]]{dash}?\s*{begins})"
    )
