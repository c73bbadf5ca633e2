"""What stands in a relation to an event word: its subject, its object, the noun of a preposition, its possessor.

A relation is a name of frames.tsv: one of `RELATIONS` or a preposition. Answers are token numbers, unfiltered.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.reading.what import actors, clause
from dateline.reading.what.nouns import NounRelations

_CONTENT = frozenset({"dobj", "xcomp", "ccomp", "prep", "pobj", "acl"})
_WHEN = frozenset({"when", "as", "after"})
_INSIDE = 4
"""How deep the last resort looks."""


class View(NounRelations):
    """An event word in its sentence: finds the words in a relation to it."""

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

    def when(self) -> tuple[int, ...]:
        """The verbs of its when-, as- and after-clauses."""
        kids = self.parsed.all_children(self.i, "advcl")
        marked = (k for k in kids if any(m.lower in _WHEN for m in self.parsed.all_children(k.i, "advmod", "mark")))
        return tuple(k.i for k in marked)

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
                inner = self.at(kid.i)
                for name in ("iobj", "obj", "with", "against", "on", "to", "for", "comp.obj", "from"):
                    found = inner.relation(name)
                    if found:
                        return found
        return ()


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
    "when": View.when,
    "inside": View.inside,
    "pred": View.pred,
    "oprd": View.pred,
    "neg": View.neg,
    "comp.obj": View.comp_obj,
}

View.table = RELATIONS
