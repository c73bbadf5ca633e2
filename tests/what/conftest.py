"""A parser and the words of events, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import Struct

from dateline.knowledge import Knowledge
from dateline.model.article import Article, Furniture
from dateline.reading.parse import Parser
from dateline.reading.what import find


class Told(Struct, frozen=True):
    """An event in words: type, modes, trigger words, and the head words of its parties."""

    event: str
    mode: tuple[str, ...]
    words: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


Events = Callable[..., list[Told]]


@pytest.fixture(scope="session")
def events() -> Events:
    """Reads the events of a text."""
    parser, knowledge = Parser(), Knowledge()

    def read(text: str, furniture: tuple[Furniture, ...] = ()) -> list[Told]:
        parsed = parser.parse(Article(text=text, furniture=furniture))
        word = [t.text for t in parsed.tokens]
        return [
            Told(
                c.event,
                c.mode,
                tuple(word[i] for i in c.trigger),
                tuple(word[p.head] for p in c.actors),
                tuple(word[p.head] for p in c.recipients),
            )
            for c in find(parsed, knowledge)
        ]

    return read
