"""The day in a page's address: /2022/01/02/, /2022-01-02-…, /20220102/, /2022/jan/02/."""

from __future__ import annotations

import datetime as dt
import re

from dateline.intake.published.days import day_in as day_written

_PARTS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=\D|$)", re.IGNORECASE)
_DASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_SOLID = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def day_in(url: str | None) -> dt.date | None:
    """The day an http(s) address carries, None where it carries none or is no such address."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    for pattern in (_PARTS, _DASHED, _SOLID):
        for found in pattern.finditer(url):
            day = _day_of(*found.groups())
            if day:
                return day
    return None


def year_in(url: str | None) -> int | None:
    """The year an http(s) address carries as a folder."""
    found = _YEAR.search(url) if url and url.startswith(("http://", "https://")) else None
    return int(found.group(1)) if found else None


def _day_of(year: str, month: str, day: str) -> dt.date | None:
    """The day of three parts of an address; the month may be a name."""
    written = f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"
    return day_written(written, None)[0]
