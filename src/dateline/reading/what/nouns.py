"""What stands in a relation to an event noun: its possessor, who carried it out, whom it struck, who is blamed."""

from __future__ import annotations

from dateline.reading.parsed import Token
from dateline.reading.what import actors, clause
from dateline.reading.what.place import Place, one

_ATTENDING = frozenset({"for", "to", "in", "at", "on", "during"})


class NounRelations(Place):
    """The relations that only nouns have."""

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
            return one(clause.subject(self.parsed, self.carrier.i))
        return ()

    def under(self) -> tuple[int, ...]:
        """The subject of "is under investigation", "came under attack", "in custody"."""
        prep = self.parsed.tokens[self.token.head]
        verb = self.parsed.tokens[prep.head]
        if self.token.dep == "pobj" and prep.lower == "of" and self.events.is_a(verb.lemma, "undergoer"):
            return self.at(verb.i).predicate_subject()
        if self.token.dep != "pobj" or prep.lower not in ("under", "in", "into", "on"):
            return ()
        if verb.pos in ("VERB", "AUX"):
            found = clause.object_(self.parsed, verb.i)
            return one(found if found is not None else clause.subject(self.parsed, verb.i))
        return (verb.i,)

    def struck(self) -> tuple[int, ...]:
        """What the event noun, as subject, hit: "a blast ripped through the market"."""
        head = self.parsed.tokens[self.token.head]
        if self.token.dep != "nsubj" or not self.events.is_a(head.lemma, "striking"):
            return ()
        view = self.at(head.i)
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
        return one(clause.subject(self.parsed, verb.i) or clause.object_(self.parsed, verb.i))

    def culprit(self) -> tuple[int, ...]:
        """Who is called responsible, suspected, accused, charged, convicted in the same breath: "is a suspect in the
        killing", "responsibility for the attack lies with"."""
        link = self._link()
        if link is None:
            return ()
        view = self.at(link.i)
        if link.pos in ("VERB", "AUX"):
            return view.obj() if link.lemma != "claim" else view.subj()
        if link.lemma == "responsibility":
            verb = self.parsed.tokens[link.head]
            inner = self.at(verb.i)
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
