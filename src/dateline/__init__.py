"""dateline reads news reports and keeps the record: who did what to whom, where, when, how many, and who says so.

>>> import dateline
>>> document = dateline.read(text, published="2022-01-02")
>>> document.events[0].event
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from dateline.model.article import Article
from dateline.model.document import AnnotatedDocument, Event
from dateline.model.mentions import Attribution, Entity, Figure, Place, When
from dateline.model.span import Span

if TYPE_CHECKING:
    from dateline.reading.reader import Reader

__all__ = [
    "AnnotatedDocument",
    "Article",
    "Attribution",
    "Entity",
    "Event",
    "Figure",
    "Place",
    "Span",
    "When",
    "read",
    "reader",
]


@functools.cache
def reader() -> Reader:
    """The default reader, loaded on first use (about two seconds) and kept."""
    from dateline.reading.reader import Reader  # loads the parser's libraries: only where something is read

    return Reader()


def read(
    text: str, published: dt.date | str | None = None, *, outlet: str | None = None, title: str | None = None
) -> AnnotatedDocument:
    """Reads one article's text.

    `published` (a day or "YYYY-MM-DD") is what relative dates are resolved against; without it the text's own lines
    are asked, and where they say nothing relative dates stay null. Offsets of the record refer to `text`.
    Raises ValueError where `published` is no day.
    """
    from dateline.intake import from_text  # trafilatura is heavy: only where something is read

    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return reader().read(from_text(text, published=day, outlet=outlet, title=title))
