"""An article as intake hands it over: its text, what of it is furniture, and what is known about it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from dateline.model.span import Record

FurnitureKind = Literal[
    "caption",
    "credit",
    "agency-line",
    "related-link",
    "prompt",
    "footnote",
    "other-language",
    "byline",
    "dateline",
    "title",
    "heading",
    "tags",
    "boilerplate",
]


class Furniture(Record, frozen=True, kw_only=True):
    """A stretch of the text that is not article prose. Kept, labelled, never deleted: offsets hold.

    `reason` says in words why it was taken for furniture.
    """

    start: int
    end: int
    kind: FurnitureKind
    reason: str


class Article(Record, frozen=True, kw_only=True):
    """A text to read. All offsets of the record refer to `text`.

    `published` is a local day, `published_why` says what told it (or why it is null).
    """

    text: str
    url: str | None = None
    title: str | None = None
    publication: str | None = None
    published: dt.date | None = None
    published_why: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
