"""The publication day: from the user, the source's data, the page's own lines, its address, its dateline, or unknown.

Today's date is never taken. A numeric date whose order of day and month nothing settles stays unknown.
"""

from __future__ import annotations

import datetime as dt
import re

from dateline.intake.draft import Draft
from dateline.intake.published import address
from dateline.intake.published.days import Order, day_in, month_and_day, order_of
from dateline.model.article import Furniture

OWN_DATE = "the page's own date"
"""The reason that furniture carries where a line says when the page was published."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,30}((?:19|20)\d\d)(?!\s*[-–])", re.IGNORECASE)


def find(draft: Draft, furniture: tuple[Furniture, ...], option: dt.date | None) -> tuple[dt.date | None, str]:
    """The day and what told it, or None and why nothing did."""
    if option:
        return option, "given by the user"
    if draft.published:
        return draft.published, draft.published_why or "given with the article"
    order = order_of(draft.text, draft.url, draft.outlet)
    unsettled: list[str] = []
    told = (
        _own_lines(draft.text, furniture, order),
        _address(draft),
        _dateline(draft, furniture, order),
        _byline(draft.text, furniture, order),
    )
    for day, why in told:
        if day:
            return day, why
        unsettled += [why] if why else []
    lead = _lead_picture(draft.text, furniture, order)
    if lead:
        return lead, "the date of the leading picture, the latest of several pictures"
    return None, unsettled[0] if unsettled else "neither its source nor the page says when it was published"


def _own_lines(text: str, furniture: tuple[Furniture, ...], order: Order) -> tuple[dt.date | None, str]:
    """The first line that gives the page's date; a line that says "updated" only where no other does."""
    own = [f for f in furniture if f.reason.startswith(OWN_DATE)]
    own.sort(key=lambda f: "updated" in text[f.start : f.end].lower()[:30])
    trouble = ""
    for line in own:
        words = text[line.start : line.end]
        day, why = day_in(words, order)
        if day:
            return day, f"the page's line {words[:60]!r}"
        trouble = trouble or why
    return None, trouble


def _address(draft: Draft) -> tuple[dt.date | None, str]:
    day = address.day_in(draft.url)
    return day, "the page's address" if day else ""


def _dateline(draft: Draft, furniture: tuple[Furniture, ...], order: Order) -> tuple[dt.date | None, str]:
    """The dateline's day; its year, where it has none, from the address or the only year of the copyright line."""
    for line in furniture:
        words = draft.text[line.start : line.end]
        if line.kind != "dateline":
            continue
        day, _ = day_in(words, order)
        if day:
            return day, f"the dateline {words[:60]!r}"
        month_day = month_and_day(words)
        if month_day:
            return _with_year(draft, words, month_day)
    return None, ""


def _byline(text: str, furniture: tuple[Furniture, ...], order: Order) -> tuple[dt.date | None, str]:
    """The day that stands with the author ("By A. Writer, The Courier, 12 March 2019")."""
    for line in furniture:
        words = text[line.start : line.end]
        day, _ = day_in(words, order) if line.kind == "byline" else (None, "")
        if day:
            return day, f"the byline {words[:60]!r}"
    return None, ""


def _with_year(draft: Draft, words: str, month_day: tuple[int, int]) -> tuple[dt.date | None, str]:
    years = {int(y) for y in _COPYRIGHT.findall(draft.text)}
    year = address.year_in(draft.url) or (years.pop() if len(years) == 1 else None)
    try:
        if year:
            return dt.date(year, *month_day), f"the dateline {words[:60]!r}, the year from the page"
    except ValueError:
        pass
    return None, f"the dateline {words[:60]!r} has no year"


def _lead_picture(text: str, furniture: tuple[Furniture, ...], order: Order) -> dt.date | None:
    """Agency lines carry the day a picture was put up: taken where the first of several is the latest."""
    ends = (text[max(f.start, f.end - 12) : f.end] for f in furniture if f.kind == "agency-line")
    days = [day_in(end, order)[0] for end in ends]
    known = [d for d in days if d]
    return known[0] if len(known) > 1 and known[0] == days[0] == max(known) else None
