"""What of a page is article prose and what is furniture: labelled with kind and reason, never deleted.

Rules go by the form that news pages have everywhere. Where in doubt a paragraph stays prose: a caption read as prose
costs less than prose that nobody reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.intake.furniture import blocks, headlines, inside
from dateline.intake.furniture.page import Page, Verdict
from dateline.model.article import Furniture

__all__ = ["Furniture", "find"]

LONGEST = 1500
"""Characters of the longest paragraph that can be furniture as a whole."""


def find(text: str, title: str | None = None) -> tuple[Furniture, ...]:
    """The furniture of a text, in order, without overlaps; `title` is the article's headline where it is known."""
    page = Page(text, title)
    whole = {v.start: v for v in _whole(page)}
    parts = (v for b in page.blocks if b.start not in whole for v in inside.find(page, b))
    return tuple(_without_overlaps([*whole.values(), *parts]))


def _whole(page: Page) -> Iterator[Verdict]:
    """Verdicts on whole paragraphs: by what they hold first; what is left, by where they stand."""
    found: dict[int, Verdict] = {}
    for block in page.blocks:
        if len(block.text) > LONGEST:
            continue
        verdict = next((v for rule in blocks.RULES if (v := rule(page, block))), None)
        if verdict:
            found[block.number] = verdict
    found.update(headlines.find(page, found))
    yield from found.values()


def _without_overlaps(verdicts: list[Verdict]) -> Iterator[Furniture]:
    reached = 0
    for verdict in sorted(verdicts, key=lambda v: (v.start, -v.end)):
        if verdict.start >= reached and verdict.end > verdict.start:
            yield Furniture(start=verdict.start, end=verdict.end, kind=verdict.kind, reason=verdict.reason)
            reached = verdict.end
