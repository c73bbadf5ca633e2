"""What stands in a relation to an event word: its subject, its object, the noun of a preposition, its possessor.

A relation is a name of frames.tsv: subj, obj, iobj, clause, quote, poss, agentposs, patientposs, amod, comp, lv
(subject of the verb that carries the noun), under, or a preposition. Answers are token numbers, unfiltered.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.knowledge.events import Events
from dateline.reading.parsed import Parsed, Token
from dateline.reading.what import actors, clause

_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY"})
_CONTENT = frozenset({"dobj", "xcomp", "ccomp", "prep", "pobj", "acl"})
_INSIDE = 4
"""How deep the last resort looks."""
_ATTENDING = frozenset({"for", "to", "in", "at", "on", "during"})


class View:
    """An event word in its sentence: finds the words in a relation to it."""

    def __init__(self, parsed: Parsed, i: int, events: Events) -> None:
        self.parsed = parsed
        self.i = i
        self.token = parsed.tokens[i]
        self.events = events
        self.carrier = self._carrier()

    def relation(self, name: str) -> tuple[int, ...]:
        """The heads of the words in relation `name`."""
        found = RELATIONS.get(name)
        return found(self) if found else self.preposition(name)

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
            return _one(clause.subject(self.parsed, self.i))
        return self.predicate_subject()

    def predicate_subject(self) -> tuple[int, ...]:
        """Of an adjective or noun after "be": the subject."""
        head = self.parsed.tokens[self.token.head]
        if self.token.dep in ("acomp", "attr", "oprd", "ccomp") and head.pos in ("AUX", "VERB"):
            if self.token.dep == "oprd":
                found = self.parsed.child(head.i, "dobj", "nsubjpass")
                if found:
                    return (found.i,)
            return _one(clause.subject(self.parsed, head.i))
        if self.token.dep in ("amod", "acl"):
            return (head.i,)
        kid = self.parsed.child(self.i, "nsubj")
        return (kid.i,) if kid else ()

    def obj(self) -> tuple[int, ...]:
        """The logical object."""
        return _one(clause.object_(self.parsed, self.i)) if self.token.pos in ("VERB", "AUX") else ()

    def iobj(self) -> tuple[int, ...]:
        """The one told, given, sent."""
        kid = self.parsed.child(self.i, "dative", "iobj")
        if kid is None:
            return ()
        inner = self.parsed.child(kid.i, "pobj") if kid.pos == "ADP" else kid
        return (inner.i,) if inner else ()

    def clause(self) -> tuple[int, ...]:
        """The subject of the content clause: "that X withdraw", "X to withdraw"."""
        for kid in self.parsed.all_children(self.i, "ccomp", "xcomp", "acl", "advcl"):
            found = self.parsed.child(kid.i, "nsubj", "nsubjpass")
            if found and (kid.dep != "advcl" or any(k.lower == "for" for k in self.parsed.all_children(kid.i, "mark"))):
                doer = clause.subject(self.parsed, kid.i) if found.dep == "nsubjpass" else None
                return (found.i if doer is None else doer,)
        for kid in self.parsed.all_children(self.i, "prep"):
            for inner in self.parsed.all_children(kid.i, "pcomp"):
                found = self.parsed.child(inner.i, "nsubj", "nsubjpass")
                if found:
                    return (found.i,)
        return ()

    def poss(self) -> tuple[int, ...]:
        """The possessor."""
        kid = self.parsed.child(self.i, "poss")
        return (kid.i,) if kid else ()

    def agentposs(self) -> tuple[int, ...]:
        """The possessor where it must be the doer: the sufferer stands in an of-phrase."""
        return self.poss() if self.preposition("of") or self.preposition("against") else ()

    def patientposs(self) -> tuple[int, ...]:
        """The possessor where nothing tells that it is the doer."""
        return () if self.agentposs() else self.poss()

    def amod(self) -> tuple[int, ...]:
        """Adjectives and nouns before the event noun that name an actor: "Turkish", "police", "Taliban"."""
        kids = self.parsed.all_children(self.i, "amod", "compound", "nmod")
        return tuple(k.i for k in kids if actors.is_group_name(k, self.events))

    def target(self) -> tuple[int, ...]:
        """A noun before the event noun that names what it was done to: "embassy bombing"."""
        kids = self.parsed.all_children(self.i, "compound", "nmod")
        wanted = (k for k in kids if self.events.is_a(k.lemma, "target") or k.ent == "FAC")
        return tuple(k.i for k in wanted if not self.events.is_a(k.lemma, "vehicle"))

    def lv(self) -> tuple[int, ...]:
        """The subject of the verb that carries the event noun ("carried out", "staged")."""
        if self.carrier is None:
            return ()
        passive = self.token.dep == "nsubjpass"
        if not passive and not self.events.is_a(self.carrier.lemma, "carrier"):
            return ()
        found = clause.subject(self.parsed, self.carrier.i)
        return () if found is None or found == self.i else (found,)

    def sufferer(self) -> tuple[int, ...]:
        """The subject of a verb of undergoing that has the event noun as object ("faced", "came under")."""
        if self.carrier is not None and self.events.is_a(self.carrier.lemma, "undergo"):
            return _one(clause.subject(self.parsed, self.carrier.i))
        return ()

    def under(self) -> tuple[int, ...]:
        """The subject of "is under investigation", "came under attack", "in custody"."""
        prep = self.parsed.tokens[self.token.head]
        verb = self.parsed.tokens[prep.head]
        if self.token.dep == "pobj" and prep.lower == "of" and self.events.is_a(verb.lemma, "undergoer"):
            return View(self.parsed, verb.i, self.events).predicate_subject()
        if self.token.dep != "pobj" or prep.lower not in ("under", "in", "into", "on"):
            return ()
        if verb.pos in ("VERB", "AUX"):
            found = clause.object_(self.parsed, verb.i)
            return _one(found if found is not None else clause.subject(self.parsed, verb.i))
        return (verb.i,)

    def struck(self) -> tuple[int, ...]:
        """What the event noun, as subject, hit: "a blast ripped through the market"."""
        head = self.parsed.tokens[self.token.head]
        if self.token.dep != "nsubj" or not self.events.is_a(head.lemma, "striking"):
            return ()
        view = View(self.parsed, head.i, self.events)
        return view.obj() or view.preposition("through") or view.preposition("into") or view.preposition("in")

    def anti(self) -> tuple[int, ...]:
        """A modifier with anti-: the one protested against."""
        kids = self.parsed.all_children(self.i, "amod", "compound", "nmod")
        return tuple(k.i for k in kids if k.lower.startswith("anti-"))

    def govsubj(self) -> tuple[int, ...]:
        """The subject of the verb that the noun's prepositional phrase belongs to: "flew there for talks"."""
        prep = self.parsed.tokens[self.token.head]
        verb = self.parsed.tokens[prep.head]
        if self.token.dep != "pobj" or verb.pos != "VERB" or prep.lower not in _ATTENDING:
            return ()
        return _one(clause.subject(self.parsed, verb.i) or clause.object_(self.parsed, verb.i))

    def culprit(self) -> tuple[int, ...]:
        """Who is called responsible, suspected, accused, charged, convicted in the same breath: "is a suspect in the
        killing", "responsibility for the attack lies with"."""
        link = self._link()
        if link is None:
            return ()
        view = View(self.parsed, link.i, self.events)
        if link.pos in ("VERB", "AUX"):
            return view.obj() if link.lemma != "claim" else view.subj()
        if link.lemma == "responsibility":
            verb = self.parsed.tokens[link.head]
            inner = View(self.parsed, verb.i, self.events)
            return inner.preposition("with") if link.dep == "nsubj" else inner.subj()
        if link.pos == "ADJ":
            return view.predicate_subject()
        if self.events.is_a(link.lemma, "suspecting"):
            return view.predicate_subject() or ((link.i,) if link.lemma in ("suspect", "suspects") else ())
        return view.sufferer() or view.relation("under.subj")

    def _link(self) -> Token | None:
        prep = self.parsed.tokens[self.token.head]
        if self.token.dep not in ("pobj", "pcomp") or prep.pos not in ("ADP", "SCONJ"):
            return None
        link = self.parsed.tokens[prep.head]
        if link.dep == "prep":
            link = self.parsed.tokens[link.head]
        return link if self.events.is_a(link.lemma, "blaming") or self.events.is_a(link.lemma, "suspecting") else None

    def mod(self) -> tuple[int, ...]:
        """All words before the noun that describe it."""
        return tuple(k.i for k in self.parsed.all_children(self.i, "amod", "compound", "nmod", "nummod"))

    def gov(self) -> tuple[int, ...]:
        """The word that the event word depends on (for a noun after a preposition: what the preposition hangs on)."""
        head = self.parsed.tokens[self.token.head]
        if head.i == self.i:
            return ()
        return (head.head,) if head.pos == "ADP" else (head.i,)

    def comp(self) -> tuple[int, ...]:
        """The heads of content clauses and infinitives."""
        return tuple(k.i for k in self.parsed.all_children(self.i, "ccomp", "xcomp"))

    def inside(self) -> tuple[int, ...]:
        """The nearest named or personal actor inside what the word governs: the last resort for a party."""
        level = [k.i for k in self.parsed.all_children(self.i) if k.dep in _CONTENT]
        for _ in range(_INSIDE):
            for i in level:
                token = self.parsed.tokens[i]
                named = token.ent in ("GPE", "ORG", "PERSON", "NORP") or token.pos == "NOUN"
                if named and actors.is_actor(self.parsed, i, self.events):
                    return (i,)
            level = [k for i in level for k in self.parsed.children[i]]
        return ()

    def toinf(self) -> tuple[int, ...]:
        """The infinitives with "to" that are its content: what someone is asked or told to do."""
        kids = self.parsed.all_children(self.i, "xcomp", "ccomp", "advcl")
        return tuple(k.i for k in kids if any(a.lower == "to" for a in self.parsed.all_children(k.i, "aux")))

    def pred(self) -> tuple[int, ...]:
        """What the object is called, found or held to be: "guilty", "a liar"; the next word where the parse fails."""
        parsed = self.parsed
        found = [k.i for k in parsed.all_children(self.i, "acomp", "oprd", "attr")]
        for kid in parsed.all_children(self.i, "ccomp", "xcomp"):
            if kid.pos in ("ADJ", "NOUN", "PROPN"):
                found.append(kid.i)
            found.extend(k.i for k in parsed.all_children(kid.i, "acomp", "attr") if kid.pos == "AUX")
        return tuple(found)

    def neg(self) -> tuple[int, ...]:
        """A negation of the verb or of the clause it governs."""
        found = self.parsed.child(self.i, "neg")
        for kid in self.parsed.all_children(self.i, "ccomp", "xcomp"):
            found = found or self.parsed.child(kid.i, "neg")
        return (found.i,) if found else ()

    def comp_obj(self) -> tuple[int, ...]:
        """The object of the infinitive or clause that is its content: of "refused to meet the envoy" the envoy."""
        for kid in self.parsed.all_children(self.i, "xcomp", "ccomp", "acl"):
            if kid.pos in ("VERB", "AUX"):
                inner = View(self.parsed, kid.i, self.events)
                for name in ("iobj", "obj", "with", "against", "on", "to", "for", "comp.obj", "from"):
                    found = inner.relation(name)
                    if found:
                        return found
        return ()


def _one(i: int | None) -> tuple[int, ...]:
    return () if i is None else (i,)


RELATIONS: dict[str, Callable[[View], tuple[int, ...]]] = {
    "subj": View.subj,
    "obj": View.obj,
    "iobj": View.iobj,
    "clause": View.clause,
    "poss": View.poss,
    "agentposs": View.agentposs,
    "patientposs": View.patientposs,
    "amod": View.amod,
    "target": View.target,
    "lv": View.lv,
    "sufferer": View.sufferer,
    "under.subj": View.under,
    "mod": View.mod,
    "gov": View.gov,
    "comp": View.comp,
    "struck": View.struck,
    "anti": View.anti,
    "govsubj": View.govsubj,
    "culprit": View.culprit,
    "toinf": View.toinf,
    "inside": View.inside,
    "pred": View.pred,
    "oprd": View.pred,
    "neg": View.neg,
    "comp.obj": View.comp_obj,
}
