"""Furniture inside a paragraph: datelines, credits and captions glued into prose, notes on authors, mark-up."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from dateline.intake.furniture import datelines
from dateline.intake.furniture.page import Block, Page, Verdict
from dateline.intake.furniture.phrases import agency, phrases

_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")
_WIKI_HEADING = re.compile(r"(?<!=)(={2,4}) ?[^=\n]{2,80}? ?\1(?!=)")
_AUTHORS = re.compile(
    r"(?<=[.!?”\"’'*)\s])\(?(?:(?:Additional |Further )?[Rr]eporting|Writing|Editing|Written|Edited|Compiled|Translated"
    r"|Graphics?|Photos?|Produced)(?: and \w+)? by [A-Z][^.]{2,160}?(?:\.|\)|$)"
    r"(?=\s*(?:$|\(|[A-Z©]))"
)
_SLUG = re.compile(r"\([a-z]{2,5}(?:[/-][a-z]{2,5})+\)\s*$")
_CONTRIBUTED = re.compile(
    r"(?:(?<=[.!?”\"’'*)]\s)|^)(?=[A-Z][^.!?]{4,200}\bcontributed (?:to this (?:report|story|article)|reporting))"
    r"[^.!?]+\.?\)?"
)
_FILE = re.compile(
    r"(?:(?<=[.!?”\"’)])\s*|(?<=\s)|^)FILE(?: PHOTO| PICTURE| IMAGE)?\s?[-–—:]\s?[^\n]{15,400}?"
    r"(?:(?:19|20)\d\d\.|[a-z)]{3,}\.)(?=\s|[A-Z“\"]|$)(?:\s*\([^()]{3,80}\))?"
)
_CAPTION_LABEL = re.compile(
    r"(?:Image (?:copyright|source)[:,]?\s+(?P<credit>[^.\n]{2,60}?)\s+)?(?:Image|Media|Video) caption[:,]?\s+"
)
_SENTENCE_BEFORE = re.compile(r"[^.!?\n]{0,280}$")
_LONGEST_CAPTION = 260


def find(page: Page, block: Block) -> Iterator[Verdict]:
    """All furniture within a paragraph."""
    for rule in RULES:
        yield from rule(page, block)


def markup(page: Page, block: Block) -> Iterator[Verdict]:
    """Tags left in the text; headings of wiki mark-up."""
    for match in _TAG.finditer(page.text, block.start, block.end):
        yield Verdict(*match.span(), "boilerplate", "mark-up left in the text")
    for match in _WIKI_HEADING.finditer(page.text, block.start, block.end):
        yield Verdict(*match.span(), "heading", "a heading in wiki mark-up")


def authors(page: Page, block: Block) -> Iterator[Verdict]:
    """ "Reporting by …; Editing by …", "… contributed to this report", the initials of an agency's desk."""
    for match in _AUTHORS.finditer(page.text, block.start, block.end):
        end = block.end if block.end - match.end() < 120 and match.start() > block.start else match.end()
        yield Verdict(match.start(), end, "byline", "names those who reported and edited")
    for match in _CONTRIBUTED.finditer(page.text, block.start, block.end):
        yield Verdict(*match.span(), "byline", "names those who contributed")
    slug = _SLUG.search(page.text, block.start, block.end)
    if slug:
        yield Verdict(*slug.span(), "byline", "initials of the desk")


def labelled_captions(page: Page, block: Block) -> Iterator[Verdict]:
    """Captions that say so: "FILE - …", "Image copyright … Image caption …"."""
    for match in _FILE.finditer(page.text, block.start, block.end):
        lead = len(match.group()) - len(match.group().lstrip())
        yield Verdict(match.start() + lead, match.end(), "caption", "a file picture's caption")
    for match in _CAPTION_LABEL.finditer(page.text, block.start, block.end):
        end = _seam_after(page.text, match.end(), min(block.end, match.end() + _LONGEST_CAPTION))
        yield Verdict(match.start(), end or match.end(), "caption", "a caption, said so")


def _seam_after(text: str, start: int, end: int) -> int | None:
    """Where the prose goes on below a caption without a stop: at a capitalised function word in mid-sentence."""
    stop = re.compile(r"[.!?](?=\s|$)").search(text, start, end)
    seam = _seam().search(text, start, stop.start() if stop else end)
    return seam.start() if seam else None


def credits(page: Page, block: Block) -> Iterator[Verdict]:
    """A credit in brackets in mid-paragraph; the caption before it, where that has no stop of its own."""
    for match in _bracketed_credit().finditer(page.text, block.start, block.end):
        before = _SENTENCE_BEFORE.search(page.text, block.start, match.start())
        words = before.group().strip() if before else ""
        goes_on = page.text[match.end() : match.end() + 2].strip()[:1].isupper()
        if len(words) > 15 and goes_on and before and words[0].isupper():
            start = before.start() + len(before.group()) - len(before.group().lstrip())
            yield Verdict(start, match.end(), "caption", "ends with a picture's credit")
        else:
            yield Verdict(*match.span(), "credit", "a picture's credit")


def glued(page: Page, block: Block) -> Iterator[Verdict]:
    """Prompts that lost their line: "… vehicles.Advertisement"."""
    at = block.start
    while found := phrases().find("glued", page.text, at, block.end):
        match, phrase = found
        yield Verdict(match.start("phrase"), match.end("phrase"), phrase.kind, phrase.reason)
        at = match.end()


@functools.cache
def _seam() -> re.Pattern[str]:
    words = "|".join(
        re.escape(w) for w in sorted(datelines.openers() - {"A", "I", "Of", "And", "Or", "To"}, key=len, reverse=True)
    )
    return re.compile(rf"(?<=[a-z'’\"”)]) (?=(?:{words}) [a-z])")


@functools.cache
def _bracketed_credit() -> re.Pattern[str]:
    name = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,4}"
    return re.compile(
        r"[(\[](?:(?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture)s?(?: credit)?(?::| by| courtesy| via) [^()\[\]]{2,80}"
        rf"|AP Photo[^()\[\]]{{0,60}}|(?:{name}\s*/\s*){{1,2}}(?:via )?{agency()}|{agency()}\s*/\s*{name}"
        r"|REUTERS|EPA|GETTY|Getty Images)[)\]]"
    )


RULES: tuple[Callable[[Page, Block], Iterator[Verdict]], ...] = (
    datelines.known_title,
    markup,
    authors,
    labelled_captions,
    credits,
    glued,
    datelines.before,
)
