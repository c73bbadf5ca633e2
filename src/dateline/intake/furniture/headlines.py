"""The title of the article, headings between its parts, and headlines of other articles set between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.intake.furniture.page import Block, Page, Verdict

_TELLS_WHEN = re.compile(
    r"\b(?:on|late|early|since|until) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:said|says)\b(?! it\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?!]['\"’”]*$")
_QUOTED = re.compile(r"(?:'[^']{3,80}'|‘[^’]{3,80}’|\"[^\"]{3,80}\"|“[^”]{3,80}”)$")
_LIST = re.compile(r"[•·▪◦●■►‣*–-]\s|\(?\d{1,2}[.)]\s")
_HALF = 0.6
"""Share of capitalised words from which a line is written as a title."""
_ALMOST_ALL = 0.8
"""The same for a question, which may as well be asked in the article."""
_MOST_WORDS = 32
_FEWEST_PROSE = 3
_LINKS = ("related-link", "agency-line", "caption", "credit", "prompt")


def find(page: Page, known: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Verdicts by number of paragraph, for those that nothing is known of yet."""
    found: dict[int, Verdict] = {}
    title = _title(page, known)
    if title:
        found[title.number] = page.of(title, "title", "the article's headline")
    others = {**known, **found}
    if len(page.prose) >= _FEWEST_PROSE:
        found.update((b.number, v) for b in page.blocks if b.number not in others and (v := _between(page, b, others)))
    return found


def _title(page: Page, known: Mapping[int, Verdict]) -> Block | None:
    """The first line that is no other furniture, where it has the form of a title, or is the one that is known."""
    if len(page.blocks) - len(known) < 2:
        return None
    first = next(b for b in page.blocks if b.number not in known)
    if page.title and _bare(first.text) == _bare(page.title):
        return first
    if first.number > page.first_prose + 1 or len(first.words) > 30 or len(first.text) > 250:
        return None
    if any(b.text for b in page.blocks[: first.number] if known[b.number].kind == "dateline"):
        return None
    return first if _like_a_title(page, first) else None


def _like_a_title(page: Page, block: Block) -> bool:
    if block.text.endswith((":", ",", "—", "–", "-", "_")) or page.goes_on_small(block):
        return False
    if not block.stopped or _QUESTION.search(block.text):
        return not block.sentences
    if _TELLS_WHEN.search(block.text):
        return False
    if block.capitals >= _HALF and len(block.words) >= 4:
        return True
    short = len(block.words) <= min(12, page.typical / 1.8) and not block.sentences
    return short and len(page.prose) >= _FEWEST_PROSE


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _between(page: Page, block: Block, known: Mapping[int, Verdict]) -> Verdict | None:
    """A line without a stop among paragraphs that have one."""
    if block.open or block.sentences or len(block.words) > _MOST_WORDS or _LIST.match(block.text):
        return None
    if (block.stopped and not _QUESTION.search(block.text)) or page.goes_on_small(block):
        return None
    if block.text.endswith(")") or not _usually_stopped(page, block, known):
        return None
    if block.stopped and (block.capitals < _ALMOST_ALL or '"' in block.text or "“" in block.text):
        return None
    return _named(page, block, known, bool(_QUOTED.match(block.text)))


def _named(page: Page, block: Block, known: Mapping[int, Verdict], quoted: bool) -> Verdict:
    above = known.get(block.number - 1)
    if above and above.kind in _LINKS and len(block.words) >= 4:
        return page.of(block, "related-link", "a headline below a picture or a link")
    if block.number > page.last_prose:
        return page.of(block, "related-link", "a line without a stop below the article")
    if len(block.words) <= 8 or quoted or block.shouted:
        return page.of(block, "heading", "a short line without a stop between paragraphs")
    if block.capitals >= _HALF:
        return page.of(block, "related-link", "written as a headline, between paragraphs")
    return page.of(block, "related-link", "a line without a stop between paragraphs that have one")


def _usually_stopped(page: Page, block: Block, known: Mapping[int, Verdict]) -> bool:
    """Whether most of the paragraphs end with a stop, so that the lack of one means something."""
    others = list(_comparable(page, known))
    return sum(b.stopped for b in others) >= 0.6 * len(others)


def _comparable(page: Page, known: Mapping[int, Verdict]) -> Iterator[Block]:
    return (b for b in page.blocks if b.number not in known and len(b.words) > 8)
