"""An article as it was read: its text, its furniture, the words of each event, and why."""

from __future__ import annotations

from msgspec import Struct

from dateline.intake import furniture
from dateline.intake.furniture import Furniture
from dateline.model import encode, marks
from dateline.model.article import Article
from dateline.model.document import AnnotatedDocument
from dateline.model.markup import Mark
from dateline.model.reasons import reasons

_LONGEST = 300_000
"""Characters of the longest text of which furniture is looked for: it takes seconds where they are millions."""


class Reading(Struct, frozen=True, kw_only=True):
    """A document and what helps to look at it. `id` is null where the record does not keep it.

    Offsets are Unicode code points of `document.text`. `marks` and `why` are by the events' ids; `notes` say what one
    should know of the article as a whole.
    """

    id: str | None
    document: AnnotatedDocument
    furniture: tuple[Furniture, ...]
    marks: dict[str, tuple[Mark, ...]]
    why: dict[str, tuple[str, ...]]
    notes: tuple[str, ...]


def of_record(key: str, document: AnnotatedDocument) -> Reading:
    """The reading of an article that the record keeps."""
    short = len(document.text) <= _LONGEST
    return _reading(key, document, furniture.find(document.text, document.cite_info.title) if short else (), None)


def of_article(article: Article, document: AnnotatedDocument) -> Reading:
    """The reading of an article that was read just now."""
    return _reading(None, document, article.furniture, article.published_why)


def _reading(key: str | None, document: AnnotatedDocument, found: tuple[Furniture, ...], told: str | None) -> Reading:
    return Reading(
        id=key,
        document=encode.document_from_json(encode.to_json(document)),
        furniture=found,
        marks={e.id: marks.of_event(e) for e in document.events},
        why={e.id: tuple(reasons(e)) for e in document.events},
        notes=tuple(_notes(document, told)),
    )


def _notes(document: AnnotatedDocument, told: str | None) -> list[str]:
    notes = []
    if not document.text:
        notes.append("The record does not keep texts: offsets, names and numbers only.")
    if len(document.text) > _LONGEST:
        notes.append(f"Longer than {_LONGEST:,} characters: furniture is not marked.")
    if document.cite_info.date is None:
        notes.append("The publication day is not known: relative dates stay open.")
    elif told:
        notes.append(f"Publication day {document.cite_info.date}: {told}.")
    if not document.events:
        notes.append("No event was found.")
    return notes
