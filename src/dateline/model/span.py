"""Words of the text and where they stand."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Record(Struct, frozen=True, kw_only=True):
    """Base of all shapes: immutable, keyword-only, equal by value."""


class Span(Record, frozen=True, kw_only=True):
    """Words of the article. `text == article.text[start:end]`, half-open character offsets."""

    text: str
    start: int
    end: int


class Mention(Record, frozen=True, kw_only=True):
    """Base of what a question finds. `why` names the rule or model that made it or refused to resolve it;
    it is written out only where the reader asks for it (`--explain`)."""

    why: str | UnsetType = UNSET


def span_of(text: str, start: int, end: int) -> Span:
    """The span [start, end) of `text`."""
    return Span(text=text[start:end], start=start, end=end)
