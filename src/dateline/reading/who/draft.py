"""What is gathered about a mention before it becomes an entity."""

from __future__ import annotations

from msgspec import Struct

from dateline.knowledge.actors.model import Actor


class Name(Struct, frozen=True):
    """Tokens [first, last] that a name of the knowledge base matches, and the actors it can mean."""

    first: int
    last: int
    actors: tuple[Actor, ...]

    def of_kind(self, *kinds: str) -> Actor | None:
        """The first actor of one of the kinds."""
        return next((a for a in self.actors if a.kind in kinds), None)


class Draft(Struct):
    """A mention in the making: tokens [first, last] with their head.

    `kind` is state, person, body, people or generic; `codes` has several members for "US and Israeli troops";
    `open` says that the country must still come from the context. `words` describe a person or body, so that "the
    general" finds it again. `stands_for` is the mention that a pronoun takes up.
    """

    head: int
    first: int
    last: int
    kind: str
    codes: tuple[str | None, ...] = (None,)
    sector: str = ""
    name: str | None = None
    id: str | None = None
    why: str = ""
    open: bool = False
    plural: bool = False
    female: bool | None = None
    words: frozenset[str] = frozenset()
    actor: Actor | None = None
    stands_for: Draft | None = None
