"""What was counted, and what became of it: the kind of a figure from the words that govern it."""

from __future__ import annotations

from dateline.knowledge.numbers import NumberWords, Role
from dateline.model.mentions import FigureKind
from dateline.reading.how_many.verbs import TOGETHER, Verbs, Verdict, objects
from dateline.reading.parsed import Parsed, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_PASSIVE = ("auxpass",)
_HARMED = frozenset({"killed", "injured", "arrested", "abducted", "displaced"})
_THINGS = frozenset({"weapons", "vehicles"})
_PARTS = frozenset({"including", "among"})
_BESIDE = frozenset({"along", "together"})
_BOUNDS = frozenset({"over", "under", "between", "around", "about", "above", "below"})
_WITHIN_PHRASE = frozenset({"conj", "appos", "nmod", "compound", "nummod", "amod", "dep", "quantmod", "advmod"})
_NOT_DONE = frozenset({"attempted", "failed", "thwarted", "foiled"})
_STEPS = 6
_DEPTH = 3


class Judge:
    """Tells the kind of what the token `counted` counts or is (the noun, or the number where none stands there)."""

    def __init__(self, parsed: Parsed, words: NumberWords) -> None:
        self.parsed = parsed
        self.words = words
        self.verbs = Verbs(parsed, words)

    def judge(self, counted: Token, number: Token, many: bool = False) -> Verdict:
        """What became of those counted comes first, then what they are, then what they did."""
        things = self._noun(counted) or self._adjoined(counted, number)
        if things and things.kind in _THINGS and counted is not number:
            return things
        fate = self._fate(counted, number, 0)
        if fate and (fate.kind in _HARMED or fate.rule == TOGETHER):
            return fate
        crowd = self._gathered(counted) if many else None
        return things or fate or crowd or Verdict("other", "no word tells")

    def people(self, counted: Token) -> bool:
        """Whether the noun counted names people."""
        return counted.lemma in self.words.lists["people"] or self._noun(counted) == Verdict(
            "force", "the noun counted"
        )

    def _gathered(self, counted: Token) -> Verdict | None:
        """Many people, of whom nothing else is told, in a sentence about a protest."""
        people = counted.lemma in self.words.lists["people"] or counted.tag == "NNPS" or counted.pos == "NUM"
        if not people or counted.tag in {"NN", "NNP"}:
            return None
        sentence = self.parsed.sentences[counted.sent]
        protest = any(t.lemma in self.words.lists["protests"] for t in self.parsed.sentence_tokens(sentence))
        return Verdict("crowd", "the protest spoken of") if protest else None

    def _fate(self, counted: Token, number: Token, depth: int) -> Verdict | None:
        return self._state(counted, number) or self._governed(counted, number, depth)

    def _noun(self, counted: Token) -> Verdict | None:
        """What the noun says, or the noun it is made of: "members of the militia"."""
        kind = self.words.kind("noun", counted.lemma, counted.lower)
        if any(t.lower in _NOT_DONE for t in self.parsed.all_children(counted.i, "amod")):
            return None
        if kind is None and counted.lemma in self.words.lists["holders"]:
            kind = self._held(counted, "force") or self._armed(counted)
        if kind is None and counted.lemma in self.words.units:
            kind = self._held(counted, "weapons")
        if kind is None and self.words.kind("of", counted.lemma) == "weapons":
            kind = self._compound(counted, "weapons")
        return Verdict(kind, "the noun counted") if kind else None

    def _held(self, counted: Token, wanted: FigureKind) -> FigureKind | None:
        """What the of-phrase holds: "members of the militia", "kilos of explosives"."""
        for preposition in self.parsed.all_children(counted.i, "prep"):
            for token in objects(self.parsed, preposition):
                if preposition.lower == "of" and self.words.kind("noun", token.lemma, token.lower) == wanted:
                    return wanted
        return None

    def _adjoined(self, counted: Token, number: Token) -> Verdict | None:
        """ "A 60-member team", "a 50-strong mob"."""
        behind = self.parsed.tokens[number.i + 1] if number.i + 1 < len(self.parsed.tokens) else number
        kind = self.words.kind("of", counted.lemma) if behind.lower == "-" or behind.lower == "-strong" else None
        return Verdict(kind, "the body counted") if kind in {"force", "crowd"} else None

    def _compound(self, counted: Token, wanted: FigureKind) -> FigureKind | None:
        """ "Missile tests", "rocket launches"."""
        below = self.parsed.all_children(counted.i, "compound")
        return next((k for t in below if (k := self.words.kind("noun", t.lemma)) == wanted), None)

    def _armed(self, counted: Token) -> FigureKind | None:
        """Compounds: "militia members", "army units", "armed men"; also "men under arms"."""
        below = self.parsed.all_children(counted.i, "compound", "amod")
        behind = [t.lower for t in self.parsed.tokens[counted.i + 1 : counted.i + 3]]
        if behind in (["under", "arms"], ["in", "arms"]):
            return "force"
        armed = any(self.words.kind("armed", t.lower) or self.words.kind("noun", t.lemma) == "force" for t in below)
        return "force" if armed else None

    def _state(self, counted: Token, number: Token) -> Verdict | None:
        """Adjectives and participles beside those counted: "twelve dead", "thirty people wounded", "who were shot"."""
        for token in dict.fromkeys((counted, number)):
            if token is not counted and (kind := self.words.kind("state", token.lower)):
                return Verdict(kind, "what became of them")
            for child in self.parsed.all_children(token.i):
                if child.dep in {"amod", "acl", "acomp", "advcl", "appos", "ccomp"} or self._close(token, child):
                    kind = self.words.kind("state", child.lower) or (
                        self.verbs.left(child) if child.dep == "acl" else None
                    )
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
                kind = self.words.kind("state", clause.lower) or self.verbs.left(clause)
                if kind and not self._by_them(clause):
                    return Verdict(kind, "what became of them")
        return None

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
        passive = token.tag in {"VBN", "JJ", "VBD"} and not self._takes_object(token)
        return Verdict(kind, "the word behind") if kind and passive else None

    def _takes_object(self, verb: Token) -> bool:
        """By the parse, or by a number or article right behind, where the parse has missed it."""
        after = self.parsed.tokens[verb.i + 1] if verb.i + 1 < len(self.parsed.tokens) else verb
        return self.parsed.child(verb.i, "dobj") is not None or after.pos in {"NUM", "DET"}

    def _close(self, token: Token, child: Token) -> bool:
        return child.i == token.i + 1 and child.tag in {"VBN", "JJ"}

    def _by_them(self, participle: Token) -> bool:
        """A participle that has an object of its own tells what they did, not what became of them."""
        return participle.tag == "VBG" or self.parsed.child(participle.i, "dobj") is not None

    def _relative(self, verb: Token) -> Verdict | None:
        """Relative clauses about those counted: "who died", "who were arrested", "whom police detained"."""
        subject = self.parsed.child(verb.i, *_SUBJECT)
        if subject is None or subject.lower in {"who", "that", "which"}:
            return self.verbs.did(None, verb, subject is not None and subject.dep == "nsubjpass")
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
            return self.verbs.toll(above), None
        if above.lemma == "life":
            return self._verb(above, self.parsed.tokens[above.head], above.dep, depth), None
        kind = self.words.kind("of", above.lemma)
        if kind and (preposition.lower in {"of", "for"} or (kind == "crowd" and preposition.lower == "by")):
            return Verdict(kind, f"{above.lemma} {preposition.lower}"), None
        if preposition.lower == "of" and (above.lemma in self.words.lists["holders"] or above.pos == "NUM"):
            return None, above
        return (self.verbs.told(above), None) if above.lemma in self.words.lists["tolls"] else (None, None)

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
        """The relation that a number behind "over" or "between" has, as the parse takes it for a preposition."""
        if preposition.i > verb.i:
            return "dobj"
        return "nsubjpass" if self.parsed.child(verb.i, *_PASSIVE) else "nsubj"

    def _verb(self, token: Token, verb: Token, relation: str, depth: int) -> Verdict | None:
        """What the verb does to its object or passive subject, or its subject does."""
        if verb.lemma == "include" and relation == "dobj":
            subject = self.parsed.child(verb.i, "nsubj")
            return self._fate(subject, subject, depth + 1) if subject and depth < _DEPTH else None
        if relation == "nsubjpass" or (relation == "nsubj" and self.parsed.child(verb.i, *_PASSIVE)):
            return self.verbs.did(token, verb, passive=True)
        if relation == "nsubj":
            return self.verbs.did(token, verb, passive=False)
        if relation in {"dobj", "attr", "oprd", "dative", "ccomp"}:
            return self.verbs.object(token, verb)
        return None
