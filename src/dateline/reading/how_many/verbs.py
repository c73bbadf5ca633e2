"""What verbs and tolls say of those counted: what was done to them, what they did, suffered or came to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dateline.knowledge.numbers import NumberWords
from dateline.model.mentions import FigureKind
from dateline.reading.parsed import Parsed, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_PASSIVE = ("auxpass",)
_ONLY_HURT = frozenset({"wound", "injure", "hurt", "maim"})


TOGETHER = "killed or injured together"
"""The rule of one number for the killed and injured: told, but neither."""


class Verdict(Struct, frozen=True):
    """The kind and the rule that told it."""

    kind: FigureKind
    rule: str


def objects(parsed: Parsed, preposition: Token) -> Iterator[Token]:
    """The objects of a preposition."""
    yield from parsed.all_children(preposition.i, "pobj")


class Verbs:
    """Asks a verb, by the role that those counted have in it, for their kind."""

    def __init__(self, parsed: Parsed, words: NumberWords) -> None:
        self.parsed = parsed
        self.words = words

    def toll(self, verb: Token) -> Verdict | None:
        """The death toll rose to; the number of those arrested stands at; cut the number of troops to."""
        for party in self.parsed.all_children(verb.i, "nsubj", "nsubjpass", "dobj"):
            if party.lemma in self.words.lists["tolls"] and (verdict := self.told(party)):
                return verdict
            kind = self.words.kind("noun", party.lemma)
            if kind == "force" and (party.dep == "dobj" or self.parsed.child(verb.i, "dobj") is None):
                return Verdict(kind, "the toll's noun")
        return None

    def told(self, toll: Token) -> Verdict | None:
        for i in self.parsed.subtree(toll.i):
            token = self.parsed.tokens[i]
            kind = self.words.kind("state", token.lower) or self.words.kind("noun", token.lemma)
            kind = kind or self.words.kind("place", token.lemma)
            if kind and token is not toll:
                return Verdict(kind, "the toll's noun")
        return Verdict("killed", "a toll") if toll.lemma == "toll" else None

    def did(self, token: Token | None, verb: Token, passive: bool) -> Verdict | None:
        """The verb, or the one below it that says the same of the subject: "are feared dead", "have been killed"."""
        if both := self._both(verb):
            return both
        kind = self._done(verb) or self._taken(token, verb) if passive else self.words.kind("subject", verb.lemma)
        if kind is None and verb.tag == "VBN" and not passive and self.parsed.child(verb.i, "dobj") is None:
            kind = self.words.kind("state", verb.lower)
        if kind:
            return Verdict(kind, "what was done to them" if passive else "what they did")
        if suffered := self._harm(verb) or self._held(verb):
            return Verdict(suffered, "what they suffered")
        if not passive and self._joined(verb):
            return Verdict("crowd", "what they joined")
        return self._below(token, verb)

    def _joined(self, verb: Token) -> bool:
        """ "Took part in the march", "took to the streets", "joined a rally"."""
        if verb.lemma not in self.words.lists["joining"]:
            return False
        near = list(self.parsed.all_children(verb.i, "dobj"))
        for above in (verb, *near):
            for preposition in self.parsed.all_children(above.i, "prep"):
                near += objects(self.parsed, preposition)
        return any(t.lemma == "street" or self.words.kind("of", t.lemma) == "crowd" for t in near)

    def _taken(self, token: Token | None, verb: Token) -> FigureKind | None:
        """ "Seized" and the like hold people captive, and merely take things."""
        people = token is not None and token.lemma in self.words.lists["people"]
        armed = token is not None and self.words.kind("noun", token.lemma) == "force"
        if (armed or (token is not None and token.lemma == "man")) and verb.lemma == "lose":
            return "killed"
        return "abducted" if verb.lemma in self.words.lists["taking"] and (people or armed) else None

    def _below(self, token: Token | None, verb: Token) -> Verdict | None:
        """What a second predicate says of the subject."""
        for below in self.parsed.all_children(verb.i, "xcomp", "acomp", "oprd", "attr"):
            if kind := self.words.kind("state", below.lower):
                return Verdict(kind, "what became of them")
            if below.dep == "xcomp" and below.pos in {"VERB", "AUX"}:
                return self.did(token, below, self.parsed.child(below.i, *_PASSIVE) is not None)
        return None

    def _held(self, verb: Token) -> FigureKind | None:
        """Where they are brought, kept or found: "taken into custody", "rushed to hospital", "among the dead"."""
        for preposition in self.parsed.all_children(verb.i, "prep"):
            for noun in objects(self.parsed, preposition):
                if preposition.lower == "among":
                    return self.words.kind("state", noun.lower)
                kind = self.words.kind("place", noun.lemma)
                if kind and preposition.lower in {"in", "into", "under", "to", "behind", "at"}:
                    return kind
        return None

    def _both(self, verb: Token) -> Verdict | None:
        """ "Killed or wounded" of one number tells neither; "shot and killed" tells the second."""
        for other in self.parsed.all_children(verb.i, "conj"):
            joined = other.i - verb.i <= 2 and self.parsed.child(other.i, *_SUBJECT) is None
            kinds = {self.words.kind("object", verb.lemma), self.words.kind("object", other.lemma)}
            if joined and kinds == {"killed", "injured"}:
                told = {verb.lemma, other.lemma} & _ONLY_HURT
                return Verdict("other", TOGETHER) if told else Verdict("killed", "hurt and killed")
        return None

    def _done(self, verb: Token) -> FigureKind | None:
        """What a verb does to its object; hurt "dead" or "to death" is killed."""
        kind = self.words.kind("object", verb.lemma)
        if kind != "injured":
            return kind
        ends = [t.lower for t in self.parsed.all_children(verb.i, "oprd", "acomp", "advmod", "xcomp")]
        for preposition in self.parsed.all_children(verb.i, "prep"):
            ends += [t.lower for t in objects(self.parsed, preposition) if preposition.lower == "to"]
        return "killed" if {"dead", "death"} & set(ends) else kind

    def object(self, token: Token, verb: Token) -> Verdict | None:
        if token.lemma == "life":
            kind = self.words.kind("lives", verb.lemma)
            return Verdict(kind, "lives lost") if kind else None
        both = self._both(verb)
        if both:
            return both
        upper = self.parsed.tokens[verb.head]
        if verb.dep == "conj" and (joined := self._both(upper)) and verb.i - upper.i <= 2:
            return joined
        if kind := self._done(verb) or self._taken(token, verb):
            return Verdict(kind, "what was done to them")
        if verb.lemma == "be" or token.dep == "attr":
            return self.toll(verb)
        if held := self._held(verb):
            return Verdict(held, "where they were brought")
        for below in self.parsed.all_children(verb.i, "oprd", "acomp", "xcomp", "ccomp"):
            if kind := self.words.kind("state", below.lower):
                return Verdict(kind, "what became of them")
        harm = self._harm(verb)
        return Verdict(harm, "what they suffered") if harm else self._counted_out(verb)

    def _counted_out(self, verb: Token) -> Verdict | None:
        """The object of a verb whose subject is a toll or is counted: "the toll reached 40", "they numbered 40"."""
        for party in self.parsed.all_children(verb.i, "nsubj"):
            if verb.lemma == "number" and (kind := self.words.kind("noun", party.lemma)):
                return Verdict(kind, "the toll's noun")
            if party.lemma in self.words.lists["tolls"]:
                return self.told(party)
        return None

    def _harm(self, verb: Token) -> FigureKind | None:
        """Wounds as the object of the verb, or behind "with" or "for": "left forty with burns", "treated for"."""
        if verb.lemma == "lose":
            lost = self.parsed.all_children(verb.i, "dobj")
            return next((k for n in lost if (k := self.words.kind("limb", n.lemma))), None)
        if verb.lemma not in self.words.lists["having"]:
            return None
        near = [*self.parsed.all_children(verb.i, "dobj")]
        for preposition in self.parsed.all_children(verb.i, "prep"):
            near += objects(self.parsed, preposition)
        for noun in tuple(near):
            for preposition in self.parsed.all_children(noun.i, "prep"):
                near += objects(self.parsed, preposition)
        return next((k for n in near if (k := self.words.kind("harm", n.lemma))), None)

    def left(self, clause: Token) -> FigureKind | None:
        """ "Left dead", "feared drowned"."""
        below = self.parsed.all_children(clause.i, "oprd", "acomp", "xcomp")
        return next((k for t in below if (k := self.words.kind("state", t.lower))), None)
