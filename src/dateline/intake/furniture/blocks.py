"""Paragraphs that are furniture by what they hold: prompts, credits, captions, notices, by-lines, dates, footnotes."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from dateline.intake.furniture import datelines
from dateline.intake.furniture.page import Block, Page, Verdict
from dateline.intake.furniture.phrases import agency, phrases
from dateline.intake.language import foreign_line
from dateline.intake.published import OWN_DATE

_PICTURE_LINE = re.compile(r"[-–—,]\s*[^,]{2,60},\s*\d{3,4},\s*\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\s*$")
_DURATION = re.compile(r"(?<![\d:.])\d{0,2}:?\d{1,2}:\d\d\s*$")
_CLOCK_BEFORE = re.compile(
    r"\b(?:at|by|around|about|until|from|to|of|since|before|after|nearly)\s+\d{1,2}:\d\d\s*$", re.I
)
_ONLY_TAGS = re.compile(r"(?:</?[A-Za-z][^<>]{0,400}>[\s.]*+)+$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|(?:19|20)\d\d|by\b))", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\*{1,3}|[†‡]|\[\d{1,2}\]|\^\d?)\s*\S")
_BYLINE = re.compile(
    r"(?:by|from|written by|reported by|story by|text by|compiled by|edited by|posted by)\s+(?=[A-Z@])", re.I
)
_DESK = re.compile(
    r"\(?(?:(?:additional |further )?reporting|writing|editing|edited|compiled|written|translated)"
    r"(?: and \w+)? by:? [A-Z]",
    re.IGNORECASE,
)
_AUTHORS = re.compile(
    r"(?:staff|special|senior|chief|foreign|political|diplomatic|defen[cs]e|security|crime|investigative|news|AP|AFP"
    r"|Associated Press|Reuters|correspondent'?s?|the|of|for|to|and)?\s*"
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|bureau chief|bureau|staff)$",
    re.IGNORECASE,
)
_ADDRESS_ONLY = re.compile(
    r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+)(?:[\s,|]+(?:https?://\S+|\S+@\S+\.\w+|[@#]\w+))*\.?$"
)
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?[\s-]+"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+\d{4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
_CLOCK = r"(?:[\s,|@·•–-]*(?:at\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}(?:[+-]\d+)?\)?)?"
_DATE_LINE = re.compile(
    r"\W*(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|created|issued|date|released"
    r"|publication\s+date|on\s+air)\b[\s:]*(?:on\b|at\b|by [^,|]{3,40}[,|])?[\s:]*)?"
    rf"{_CLOCK}[\s,|·•–-]*{_DATE}{_CLOCK}\W*",
    re.IGNORECASE,
)
_LABELLED_DATE = re.compile(
    r"\W*(?:first\s+)?(?:published|posted|last\s+updated|updated|issued|publication\s+date)\b[\s:]*(?:on\s+)?"
    rf".{{0,20}}?{_DATE}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:(?:updated|posted|published)\s+)?\d{1,2}\s*(?:min(?:ute)?s?|h(?:ou)?rs?|h|m|d(?:ay)?s?)\s+ago$", re.I
)
_TIME_LINE = re.compile(
    r"\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+(?:[A-Z]{2,5}|local time))?(?:\s*\(.{1,20}\))?$", re.I
)
_MOST_WORDS = {
    "prompt": 30,
    "related-link": 30,
    "tags": 45,
    "boilerplate": 70,
    "byline": 30,
    "credit": 25,
    "caption": 90,
}


def by_script(page: Page, block: Block) -> Verdict | None:
    """A line in another language or script."""
    reason = foreign_line(block.text)
    return page.of(block, "other-language", reason) if reason else None


def by_markup(page: Page, block: Block) -> Verdict | None:
    """Tags that were left in the text, addresses, handles."""
    if _ONLY_TAGS.match(block.text):
        return page.of(block, "boilerplate", "mark-up left in the text")
    if _ADDRESS_ONLY.match(block.text):
        return page.of(block, "boilerplate", "nothing but addresses")
    return None


def by_emptiness(page: Page, block: Block) -> Verdict | None:
    """Numbers and signs alone."""
    return None if block.words else page.of(block, "boilerplate", "no words")


def by_picture_line(page: Page, block: Block) -> Verdict | None:
    """The line of a picture's alternative text: "…, NAME, 1920, 22.12.2021" gives agency, width in pixels and day."""
    if _PICTURE_LINE.search(block.text) and len(block.words) <= 60:
        return page.of(block, "agency-line", "ends with agency, width of the picture and day")
    return None


def by_duration(page: Page, block: Block) -> Verdict | None:
    """A video's title with its length."""
    if len(block.words) <= 25 and _DURATION.search(block.text) and not _CLOCK_BEFORE.search(block.text):
        return page.of(block, "caption", "ends with the length of a video")
    return None


def by_date(page: Page, block: Block) -> Verdict | None:
    """A line that is a date, or says when the page was published; the time of a live entry."""
    if len(block.text) <= 120 and (_DATE_LINE.fullmatch(block.text) or _short_label(block)):
        if page.first_prose < block.number < page.last_prose and not _short_label(block):
            return page.of(block, "heading", "a date set between paragraphs")
        return page.of(block, "boilerplate", OWN_DATE)
    if _AGO.match(block.text) or _TIME_LINE.match(block.text):
        return page.of(block, "boilerplate", "the time of an entry")
    return None


def _short_label(block: Block) -> bool:
    return len(block.words) <= 14 and not block.sentences and bool(_LABELLED_DATE.match(block.text))


def by_phrase(page: Page, block: Block) -> Verdict | None:
    """A phrase of prompts, labels and notices."""
    for where in ("whole", "start", "end"):
        found = phrases().find(where, block.text)
        if found and _fits(block, found[1].kind, found[0]["phrase"]):
            return page.of(block, found[1].kind, found[1].reason)
    return None


def _fits(block: Block, kind: str, phrase: str) -> bool:
    """A link without a colon is no sentence: "More stories were told." is one."""
    if len(block.words) > _MOST_WORDS[kind]:
        return False
    bare = kind == "related-link" and not phrase.endswith(":") and ":" not in block.text[: len(phrase) + 3]
    return not (bare and block.text.endswith(".") and len(block.words) > 3)


def by_copyright(page: Page, block: Block) -> Verdict | None:
    """A notice of rights, or a credit that begins with the sign."""
    if not _COPYRIGHT.match(block.text) or len(block.words) > 60:
        return None
    if block.text.startswith("©") and _agency_in().search(block.text[:60]):
        return page.of(block, "caption", "begins with a picture's credit")
    return page.of(block, "boilerplate", "a copyright notice")


def by_credit(page: Page, block: Block) -> Verdict | None:
    """A caption that ends with its credit, or a credit alone."""
    if len(block.words) > 90:
        return None
    closing = _closing_credit().search(block.text)
    if closing and (closing.start() == 0 or _is_caption(page, block, closing)):
        return page.of(block, "caption", "ends with a picture's credit")
    if len(block.words) <= 14 and _credit_alone().fullmatch(block.text):
        return page.of(block, "credit", "nothing but a credit")
    return None


def _is_caption(page: Page, block: Block, closing: re.Match[str]) -> bool:
    """A bare agency in brackets closes the last paragraph of agency reports, too: there it is none."""
    if any(closing[sign] for sign in ("person", "photo", "pair", "slash", "label")):
        return True
    return page.first_prose <= block.number < page.last_prose and len(block.words) <= 45


def by_footnote(page: Page, block: Block) -> Verdict | None:
    """A note below the article whose mark stands in the text above."""
    if not _FOOTNOTE.match(block.text) or block.number < page.last_prose or len(block.words) > 60:
        return None
    mark = block.text[: 3 if block.text[0] == "[" else 1]
    if re.search(rf"[\w)\].,”’\"']{re.escape(mark)}", page.text[: block.start]):
        return page.of(block, "footnote", "a note to a mark in the text")
    return None


def by_byline(page: Page, block: Block) -> Verdict | None:
    """Who wrote it: "By Name", "Name, Staff Writer"."""
    if _DESK.match(block.text) and len(block.words) <= 40 and (not block.stopped or block.text[0] == "("):
        return page.of(block, "byline", "names those who reported and edited")
    if len(block.words) > 14 or block.sentences or block.text.endswith((".", "?", "!", ":")):
        return None
    begins = _BYLINE.match(block.text)
    if begins and _all_names(block.text[begins.end() :]) and (block.number < 4 or begins.group().lower() != "from "):
        return page.of(block, "byline", "names the author")
    if len(block.words) <= 10 and _AUTHORS.search(block.text) and _all_names(_AUTHORS.sub("", block.text)):
        return page.of(block, "byline", "names the author's post")
    return None


def _all_names(words: str) -> bool:
    small = re.findall(r"(?<![\w'’-])[a-z]\w*", words)
    return bool(words.strip()) and all(
        w in ("and", "in", "for", "of", "the", "at", "with", "de", "van", "al", "bin") for w in small
    )


def by_repeat(page: Page, block: Block) -> Verdict | None:
    """A paragraph that the page holds twice, word for word, tells nothing the second time."""
    if len(block.words) >= 6 and any(
        b.text == block.text for b in page.blocks[max(0, block.number - 40) : block.number]
    ):
        return page.of(block, "boilerplate", "repeats a paragraph above")
    return None


@functools.cache
def _agency_in() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){agency()}(?!\w)|photo", re.IGNORECASE)


@functools.cache
def _closing_credit() -> re.Pattern[str]:
    """ "(Name/Agency)", "(Agency)", "(Photo by Name)" or "AGENCY/Name" at the end."""
    names = r"[A-Z][\w.'’-]*(?:\s+[A-Za-z][\w.'’@-]*){0,5}"
    pair = rf"{names}\s*[/|,]\s*(?:{names}\s*[/|,]\s*)?(?:via\s+)?{agency()}[^()\[\]]{{0,40}}"
    photo = r"(?P<photo>(?:[A-Z]?[a-z]+\s+)?(?:[Pp]hoto|[Pp]icture|[Ii]mage|AP [Pp]hoto|[Ff]ile)s?\b[^()\[\]]{0,80})"
    person = rf"{pair}|[^()\[\]]{{0,60}}\bvia\s+{agency()}|{agency()}\s*/\s*[^()\[\]]{{2,50}}"
    return re.compile(
        rf"[(\[]\s*(?:{photo}|(?P<person>{person}))\s*[)\]]\.?$"
        rf"|\(\s*(?:(?P<pair>{names}/{names}(?:\s+@\w+)?\.?)|{agency()}(?:\s+(?:photo|picture|file))?)\s*\)$"
        rf"|(?P<slash>(?<=[.\s]){agency()}\s?/\s?{names}(?:/{names})?|(?<=[.]\s){names}\s?/\s?{agency()})$"
        r"|(?P<label>(?<=[.|]\s)(?:Photograph|Photo|Picture|Photo [Cc]redit|Image|Credit)s?:\s[^.]{2,60})$"
    )


@functools.cache
def _credit_alone() -> re.Pattern[str]:
    name = r"[A-Z©][\w.'’&-]*(?:\s+[A-Z&][\w.'’-]*){0,5}"
    return re.compile(
        rf"©?\s*(?:(?:{name}\s*[/|,-]\s*){{1,3}}(?:via\s+)?{agency()}|{name}\s+via\s+{agency()}|(?:{name}/)+{name}\s+via\s+{agency()}"
        rf"|{agency()}(?:\s*[/|]\s*(?:{agency()}|{name}))*(?:\s+(?:photo|file photo))?)\.?"
    )


RULES: tuple[Callable[[Page, Block], Verdict | None], ...] = (
    by_markup,
    by_script,
    by_picture_line,
    by_date,
    datelines.alone,
    by_duration,
    by_phrase,
    by_copyright,
    by_footnote,
    by_byline,
    by_credit,
    by_repeat,
    by_emptiness,
)
