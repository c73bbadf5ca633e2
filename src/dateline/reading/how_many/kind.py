"""What was counted, and what became of it: the kind of a figure from the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dateline.knowledge.numbers import NumberWords, Role
from dateline.model.mentions import FigureKind
from dateline.reading.parsed import Parsed, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_PASSIVE = ("auxpass",)
_HARMED = frozenset({"killed", "injured", "arrested", "abducted", "displaced"})
_THINGS = frozenset({"weapons", "vehicles"})
_TOLLS = frozenset({"toll", "number", "tally", "count", "total", "figure", "casualty"})
_HOLDERS = frozenset(
    {"member", "total", "number", "group", "rest", "majority", "handful", "team", "unit", "more", "other", "man"}
)
_HAVING = frozenset({"leave", "suffer", "sustain", "receive", "have", "treat"})
_PARTS = frozenset({"including", "among"})
_BESIDE = frozenset({"along", "together"})
_BOUNDS = frozenset({"over", "under", "between", "around", "about", "above", "below"})
_WITHIN_PHRASE = frozenset({"conj", "appos", "nmod", "compound", "nummod", "amod", "dep", "quantmod", "advmod"})
_STEPS = 6
_DEPTH = 3


class Verdict(Struct, frozen=True):
    """The kind and the rule that told it."""

    kind: FigureKind
    rule: str


class Judge:
    """Tells the kind of what the token `counted` counts or is (the noun, or the number where none stands there)."""

    def __init__(self, parsed: Parsed, words: NumberWords) -> None:
        self.parsed = parsed
        self.words = words

    def judge(self, counted: Token, number: Token) -> Verdict:
        """What became of those counted comes first, then what they are, then what they did."""
        things = self._noun(counted)
        if things and things.kind in _THINGS and counted is not number:
            return things
        fate = self._fate(counted, number, 0)
        if fate and fate.kind in _HARMED:
            return fate
        return things or fate or Verdict("other", "no word tells")

    def _fate(self, counted: Token, number: Token, depth: int) -> Verdict | None:
        return self._state(counted, number) or self._governed(counted, number, depth)

    def _noun(self, counted: Token) -> Verdict | None:
        """What the noun says, or the noun it is made of: "members of the militia"."""
        kind = self.words.kind("noun", counted.lemma, counted.lower)
        if kind is None and counted.lemma in _HOLDERS:
            below = (
                t for p in self.parsed.all_children(counted.i, "prep") if p.lower == "of" for t in self._objects(p)
            )
            kind = next((k for t in below if (k := self.words.kind("noun", t.lemma, t.lower)) == "force"), None)
            if kind is None:
                kind = self._armed(counted)
        if kind is None and self.words.kind("of", counted.lemma) == "weapons":
            kind = self._compound(counted, "weapons")
        return Verdict(kind, "the noun counted") if kind else None

    def _compound(self, counted: Token, wanted: FigureKind) -> FigureKind | None:
        """"Missile tests", "rocket launches"."""
        below = self.parsed.all_children(counted.i, "compound")
        return next((k for t in below if (k := self.words.kind("noun", t.lemma)) == wanted), None)

    def _armed(self, counted: Token) -> FigureKind | None:
        """Compounds: "militia members", "army units", "armed men"."""
        below = self.parsed.all_children(counted.i, "compound", "amod")
        armed = any(t.lower == "armed" or self.words.kind("noun", t.lemma) == "force" for t in below)
        return "force" if armed else None

    def _objects(self, preposition: Token) -> Iterator[Token]:
        yield from self.parsed.all_children(preposition.i, "pobj")

    def _state(self, counted: Token, number: Token) -> Verdict | None:
        """Adjectives and participles beside those counted: "twelve dead", "thirty people wounded", "who were shot"."""
        for token in dict.fromkeys((counted, number)):
            if token is not counted and (kind := self.words.kind("state", token.lower)):
                return Verdict(kind, "what became of them")
            for child in self.parsed.all_children(token.i):
                if child.dep in {"amod", "acl", "acomp", "advcl", "appos", "ccomp"} or self._close(token, child):
                    kind = self.words.kind("state", child.lower) or (self._left(child) if child.dep == "acl" else None)
                    if kind and not self._by_them(child):
                        return Verdict(kind, "what became of them")
                verdict = self._clause(child)
                if verdict:
                    return verdict
        kind = self.words.kind("state", counted.lower)
        return Verdict(kind, "what became of them") if kind else self._beside(counted, number)

    def _clause(self, child: Token) -> Verdict | None:
        """A clause about those counted: "who died", "shouting slogans", also one that closes a list of several."""
        if child.dep == "relcl":
            return self._relative(child)
        if child.dep in {"acl", "amod"} and child.tag == "VBG":
            kind = self.words.kind("subject", child.lemma)
            return Verdict(kind, "what they did") if kind else None
        if child.dep == "conj" and child.pos in {"NOUN", "PROPN"}:
            for clause in self.parsed.all_children(child.i, "acl"):
                kind = self.words.kind("state", clause.lower) or self._left(clause)
                if kind and not self._by_them(clause):
                    return Verdict(kind, "what became of them")
        return None

    def _left(self, clause: Token) -> FigureKind | None:
        """"Left dead", "feared drowned"."""
        below = self.parsed.all_children(clause.i, "oprd", "acomp", "xcomp")
        return next((k for t in below if (k := self.words.kind("state", t.lower))), None)

    def _beside(self, counted: Token, number: Token) -> Verdict | None:
        """Where the parse is at a loss, as in headlines: the word right behind those counted."""
        after = max(counted.i, number.i) + 1
        if after >= len(self.parsed.tokens) or self.parsed.tokens[after].sent != counted.sent:
            return None
        token = self.parsed.tokens[after]
        if token.lower in {"others", "more", "other"} and after + 1 < len(self.parsed.tokens):
            token = self.parsed.tokens[after + 1]
        if token.tag == "VBD" and self.words.kind("subject", token.lemma) == "killed":
            return Verdict("killed", "the word behind")
        kind = self.words.kind("state", token.lower)
        passive = token.tag in {"VBN", "JJ"} or (token.tag == "VBD" and not self.parsed.child(token.i, "dobj"))
        return Verdict(kind, "the word behind") if kind and passive else None

    def _close(self, token: Token, child: Token) -> bool:
        return child.i == token.i + 1 and child.tag in {"VBN", "JJ"}

    def _by_them(self, participle: Token) -> bool:
        """A participle that has an object of its own tells what they did, not what became of them."""
        return participle.tag == "VBG" or self.parsed.child(participle.i, "dobj") is not None

    def _relative(self, verb: Token) -> Verdict | None:
        """Relative clauses about those counted: "who died", "who were arrested", "whom police detained"."""
        subject = self.parsed.child(verb.i, *_SUBJECT)
        if subject is None or subject.lower in {"who", "that", "which"}:
            return self._did(verb, subject is not None and subject.dep == "nsubjpass")
        kind = self.words.kind("object", verb.lemma)
        return Verdict(kind, "relative clause") if kind else None

    def _governed(self, counted: Token, number: Token, depth: int) -> Verdict | None:
        """Climbs from those counted to the verb or noun that says what became of them."""
        token = number if number in self._above(counted) else counted
        for _ in range(_STEPS):
            head = self.parsed.tokens[token.head]
            if head is token:
                return self._root(token)
            if token.dep in _WITHIN_PHRASE and head.pos not in {"VERB", "AUX"}:
                token = head
            elif token.dep == "pobj":
                verdict, onward = self._preposition(token, head, depth)
                if verdict or onward is None:
                    return verdict
                token = onward
            else:
                return self._verb(token, head, "dobj" if token.dep == "conj" else token.dep, depth)
        return None

    def _above(self, token: Token) -> tuple[Token, ...]:
        """The two heads above, where the nearer is "of": "hundreds of people"."""
        preposition = self.parsed.tokens[token.head]
        return (self.parsed.tokens[preposition.head],) if preposition.lower == "of" else ()

    def _root(self, token: Token) -> Verdict | None:
        """A sentence without a verb, as headlines are."""
        kind = self.words.kind("noun", token.lemma)
        return Verdict(kind, "the noun above") if kind in _HARMED else None

    def _preposition(self, token: Token, preposition: Token, depth: int) -> tuple[Verdict | None, Token | None]:
        """Behind "of" a noun may tell the kind or lead on; "including" tells of a part; bounds may be prepositions."""
        above = self.parsed.tokens[preposition.head]
        if preposition.lower in _PARTS:
            return self._part(above, depth), None
        if above.lower in _BESIDE:
            return self._inherited(self.parsed.tokens[above.head]), None
        if above.pos in {"VERB", "AUX"}:
            if preposition.lower in _BOUNDS:
                return self._verb(token, above, self._missing(above, preposition), depth), None
            return self._toll(above), None
        if above.lemma == "life":
            return self._verb(above, self.parsed.tokens[above.head], above.dep, depth), None
        kind = self.words.kind("of", above.lemma) if preposition.lower in {"of", "for"} else None
        if kind:
            return Verdict(kind, f"{above.lemma} {preposition.lower}"), None
        if preposition.lower == "of" and (above.lemma in _HOLDERS or above.pos == "NUM"):
            return None, above
        return (self._told(above), None) if above.lemma in _TOLLS else (None, None)

    def _part(self, whole: Token, depth: int) -> Verdict | None:
        """A part shares the fate of the whole: "forty people, including nine children"."""
        if whole.pos in {"VERB", "AUX"}:
            return self._inherited(whole)
        return self._fate(whole, whole, depth + 1) if depth < _DEPTH else None

    def _inherited(self, verb: Token) -> Verdict | None:
        """The fate of the verb's passive subject, object or, of dying and the like, its subject."""
        passive = self.parsed.child(verb.i, *_PASSIVE) is not None
        role: Role = "object" if passive or self.parsed.child(verb.i, "dobj") else "subject"
        kind = self.words.kind(role, verb.lemma)
        return Verdict(kind, "part of a whole") if kind else None

    def _missing(self, verb: Token, preposition: Token) -> str:
        """The relation that a number behind "over" or "between" has, which the parse takes for a prepositional phrase."""
        if preposition.i > verb.i:
            return "dobj"
        return "nsubjpass" if self.parsed.child(verb.i, *_PASSIVE) else "nsubj"

    def _toll(self, verb: Token) -> Verdict | None:
        """The death toll rose to; the number of those arrested stands at; cut the number of troops to."""
        for party in self.parsed.all_children(verb.i, "nsubj", "nsubjpass", "dobj"):
            if party.lemma in _TOLLS and (verdict := self._told(party)):
                return verdict
            kind = self.words.kind("noun", party.lemma)
            if kind == "force" and (party.dep == "dobj" or self.parsed.child(verb.i, "dobj") is None):
                return Verdict(kind, "the toll's noun")
        return None

    def _told(self, toll: Token) -> Verdict | None:
        for i in self.parsed.subtree(toll.i):
            token = self.parsed.tokens[i]
            kind = self.words.kind("state", token.lower) or self.words.kind("noun", token.lemma)
            kind = kind or self.words.kind("place", token.lemma)
            if kind and token is not toll:
                return Verdict(kind, "the toll's noun")
        return Verdict("killed", "a toll") if toll.lemma == "toll" else None

    def _verb(self, token: Token, verb: Token, relation: str, depth: int) -> Verdict | None:
        """What the verb does to its object or passive subject, or its subject does."""
        if verb.lemma == "include" and relation == "dobj":
            subject = self.parsed.child(verb.i, "nsubj")
            return self._fate(subject, subject, depth + 1) if subject and depth < _DEPTH else None
        if relation == "nsubjpass" or (relation == "nsubj" and self.parsed.child(verb.i, *_PASSIVE)):
            return self._did(verb, passive=True)
        if relation == "nsubj":
            return self._did(verb, passive=False)
        if relation in {"dobj", "attr", "oprd", "dative", "ccomp"}:
            return self._object(token, verb)
        return None

    def _did(self, verb: Token, passive: bool) -> Verdict | None:
        """The verb, or the one below it that says the same of the subject: "are feared dead", "have been killed"."""
        if both := self._both(verb):
            return both
        kind = self.words.kind("object" if passive else "subject", verb.lemma)
        if kind is None and verb.tag == "VBN" and not passive and self.parsed.child(verb.i, "dobj") is None:
            kind = self.words.kind("state", verb.lower)
        if kind:
            return Verdict(kind, "what was done to them" if passive else "what they did")
        if suffered := self._harm(verb) or self._held(verb):
            return Verdict(suffered, "what they suffered")
        return self._below(verb)

    def _below(self, verb: Token) -> Verdict | None:
        """What a second predicate says of the subject."""
        for below in self.parsed.all_children(verb.i, "xcomp", "acomp", "oprd", "attr"):
            if kind := self.words.kind("state", below.lower):
                return Verdict(kind, "what became of them")
            if below.dep == "xcomp" and below.pos in {"VERB", "AUX"}:
                return self._did(below, self.parsed.child(below.i, *_PASSIVE) is not None)
        return None

    def _held(self, verb: Token) -> FigureKind | None:
        """Where they are brought or kept: "taken into custody", "placed under arrest", "rushed to hospital"."""
        for preposition in self.parsed.all_children(verb.i, "prep"):
            for noun in self._objects(preposition):
                kind = self.words.kind("place", noun.lemma)
                if kind and preposition.lower in {"in", "into", "under", "to", "behind", "at"}:
                    return kind
        return None

    def _both(self, verb: Token) -> Verdict | None:
        """ "Killed or wounded" of one number: neither alone is told."""
        for other in self.parsed.all_children(verb.i, "conj"):
            kinds = {self.words.kind("object", verb.lemma), self.words.kind("object", other.lemma)}
            joined = other.i - verb.i <= 2 and self.parsed.child(other.i, *_SUBJECT) is None
            if joined and kinds >= {"killed", "injured"}:
                return Verdict("other", "killed or injured together")
        return None

    def _object(self, token: Token, verb: Token) -> Verdict | None:
        if token.lemma == "life":
            kind = self.words.kind("lives", verb.lemma)
            return Verdict(kind, "lives lost") if kind else None
        both = self._both(verb)
        if both:
            return both
        upper = self.parsed.tokens[verb.head]
        if verb.dep == "conj" and (joined := self._both(upper)) and verb.i - upper.i <= 2:
            return joined
        kind = self.words.kind("object", verb.lemma)
        if kind:
            return Verdict(kind, "what was done to them")
        if verb.lemma == "be" or token.dep == "attr":
            return self._toll(verb)
        if held := self._held(verb):
            return Verdict(held, "where they were brought")
        for below in self.parsed.all_children(verb.i, "oprd", "acomp", "xcomp", "ccomp"):
            if kind := self.words.kind("state", below.lower):
                return Verdict(kind, "what became of them")
        harm = self._harm(verb)
        return Verdict(harm, "what they suffered") if harm else self._counted_out(verb)

    def _counted_out(self, verb: Token) -> Verdict | None:
        """The object of a verb whose subject is a toll: "the toll reached forty"."""
        for party in self.parsed.all_children(verb.i, "nsubj"):
            if party.lemma in _TOLLS:
                return self._told(party)
        return None

    def _harm(self, verb: Token) -> FigureKind | None:
        """Wounds as the object of the verb, or behind "with" or "for": "left forty with burns", "treated for"."""
        if verb.lemma not in _HAVING:
            return None
        near = [*self.parsed.all_children(verb.i, "dobj")]
        for preposition in self.parsed.all_children(verb.i, "prep"):
            near += self._objects(preposition)
        for noun in tuple(near):
            for preposition in self.parsed.all_children(noun.i, "prep"):
                near += self._objects(preposition)
        return next((k for n in near if (k := self.words.kind("harm", n.lemma))), None)
