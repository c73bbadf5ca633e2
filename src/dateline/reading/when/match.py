"""A stretch of the article that a rule of the grammar recognised, before it has a value."""

from __future__ import annotations

from msgspec import Struct

from dateline.reading.when.lex import Lex


class Match(Struct, frozen=True):
    """`pieces[first:last]` of the article's pieces are the core of the expression; `start`/`end` the characters of
    the whole mention with its modifiers; `mod` the TIMEX3 modifier, "" where there is none.
    """

    rule: str
    make: str
    pieces: list[Lex]
    first: int
    last: int
    start: int
    end: int
    mod: str = ""

    @property
    def own(self) -> list[Lex]:
        """The pieces of the core."""
        return self.pieces[self.first : self.last]

    def value(self, *classes: str) -> str | None:
        """The value of the first piece that belongs to one of the classes."""
        for piece in self.own:
            for name in classes:
                if name in piece.values:
                    return piece.values[name]
        return None

    def has(self, *classes: str) -> bool:
        """Whether a piece belongs to one of the classes."""
        return self.value(*classes) is not None

    def before(self, count: int = 1) -> Lex | None:
        """The piece that stands `count` before the core."""
        at = self.first - count
        return self.pieces[at] if at >= 0 else None

    def after(self, count: int = 1) -> Lex | None:
        """The piece that stands `count` after the core."""
        at = self.last + count - 1
        return self.pieces[at] if at < len(self.pieces) else None


class Timex(Struct, frozen=True):
    """What an expression means: TIMEX3 type and value (None: `why` says why not)."""

    type: str
    value: str | None
    why: str = ""
    mod: str = ""
    days: tuple[str, str] | None = None
    """First and last day where the value does not tell them (a duration counted from a known day)."""
