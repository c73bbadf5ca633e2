"""An event word in its sentence: the verb that carries it, its prepositional phrases, its subject and object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from dateline.knowledge.events import Events
from dateline.reading.parsed import Parsed, Token
from dateline.reading.what import clause

_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY"})


class Place:
    """An event word in its sentence, with what every relation needs: its verb, its prepositions, its subject."""

    table: ClassVar[dict[str, Callable[[Any], tuple[int, ...]]]] = {}

    def __init__(self, parsed: Parsed, i: int, events: Events) -> None:
        self.parsed = parsed
        self.i = i
        self.token = parsed.tokens[i]
        self.events = events
        self.carrier = self._carrier()

    def relation(self, name: str) -> tuple[int, ...]:
        """The heads of the words in relation `name`."""
        found = self.table.get(name)
        return found(self) if found else self.preposition(name)

    def at(self, i: int) -> Self:
        """The same view of another word."""
        return type(self)(self.parsed, i, self.events)

    def _carrier(self) -> Token | None:
        """The verb that carries an event noun: "carried out", "staged", "was hit by"."""
        token = self.token
        if token.pos in ("VERB", "AUX"):
            return None
        while token.dep in ("conj", "appos") and token.head != token.i:
            token = self.parsed.tokens[token.head]
        head = self.parsed.tokens[token.head]
        return head if token.dep in ("dobj", "nsubjpass", "nsubj", "attr", "obj") and head.pos != "NOUN" else None

    def places(self) -> tuple[int, ...]:
        """The tokens whose prepositional phrases may belong to the event word, nearest first."""
        parsed, found = self.parsed, [self.i]
        found.extend(k.i for k in parsed.all_children(self.i, "prt"))
        if self.token.pos in ("VERB", "AUX"):
            obj = parsed.child(self.i, "dobj")
            if obj:
                found.append(obj.i)
            found.extend(k.i for k in parsed.all_children(self.i, "prep") if k.lower != "by")
        elif self.carrier is not None:
            found.append(self.carrier.i)
        found.extend(k.i for k in parsed.all_children(self.i, "acl", "relcl") if self.events.is_a(k.lemma, "aiming"))
        return tuple(found)

    def preposition(self, name: str) -> tuple[int, ...]:
        """The nouns of a preposition of the event word, of its object or of the verb that carries it."""
        parsed = self.parsed
        for place in self.places():
            if parsed.tokens[place].dep == "prep" and name in ("of", "in"):
                continue
            deeper = parsed.child(place, "pobj") if parsed.tokens[place].dep == "prep" else None
            spots = [place] if deeper is None else [deeper.i]
            found = [h for s in spots for h in self._pobj(s, name)]
            if found:
                return tuple(found)
        return ()

    def _pobj(self, place: int, name: str) -> list[int]:
        parsed = self.parsed
        found = []
        for kid in parsed.all_children(place, "prep", "agent", "dative", "prt", "advmod", "mark"):
            if kid.lower == name:
                inner = parsed.child(kid.i, "pobj", "pcomp")
                if inner is None and name == "as":
                    inner = parsed.child(kid.i, "amod", "acomp", "advmod")
                if inner is None:
                    for chained in parsed.all_children(kid.i, "prep"):
                        inner = inner or parsed.child(chained.i, "pobj")
                if inner and inner.ent not in _TIMES:
                    found.append(inner.i)
        return found

    def subj(self) -> tuple[int, ...]:
        """The logical subject; of a noun the subject of its copula."""
        if self.token.pos in ("VERB", "AUX"):
            return one(clause.subject(self.parsed, self.i))
        return self.predicate_subject()

    def predicate_subject(self) -> tuple[int, ...]:
        """Of an adjective or noun after "be": the subject."""
        head = self.parsed.tokens[self.token.head]
        if self.token.dep in ("acomp", "attr", "oprd", "ccomp") and head.pos in ("AUX", "VERB"):
            if self.token.dep == "oprd":
                found = self.parsed.child(head.i, "dobj", "nsubjpass")
                if found:
                    return (found.i,)
            return one(clause.subject(self.parsed, head.i))
        if self.token.dep in ("amod", "acl"):
            return (head.i,)
        kid = self.parsed.child(self.i, "nsubj")
        return (kid.i,) if kid else ()

    def obj(self) -> tuple[int, ...]:
        """The logical object."""
        return one(clause.object_(self.parsed, self.i)) if self.token.pos in ("VERB", "AUX") else ()


def one(i: int | None) -> tuple[int, ...]:
    """The token as a relation's answer, if there is one."""
    return () if i is None else (i,)
