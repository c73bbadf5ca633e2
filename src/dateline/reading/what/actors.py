"""Which nouns can be a party of an event, and which words are meant where "thousands of protesters" are named."""

from __future__ import annotations

from dateline.knowledge.events import Events
from dateline.reading.parsed import Parsed, Token

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"})
_PERSONAL = frozenset(
    "he she they we i you him her them us me who everyone his their its our my it others those some many one".split()
)


def is_actor(parsed: Parsed, i: int, events: Events) -> bool:
    """Whether the noun phrase headed by token `i` can act: a person, a group, an institution, a state."""
    token = parsed.tokens[i]
    if token.pos == "PRON" or token.tag in ("WP", "PRP"):
        return token.lower in _PERSONAL
    if token.ent in _TIMES or _is_no_one(parsed, i):
        return False
    if events.is_a(token.lemma, "actor") or events.is_a(token.lower, "actor"):
        return True
    if events.is_a(token.lemma, "thing"):
        return False
    if token.ent in _NAMES:
        return True
    if _is_who(parsed, i):
        return True
    if token.ent and token.ent != "CARDINAL":
        return token.pos == "PROPN" and token.ent not in ("EVENT", "LAW", "WORK_OF_ART", "LANGUAGE")
    if token.pos == "PROPN":
        return not events.is_a(token.lower, "calendar")
    counted = token.tag in ("CD", "DT", "JJ") or (token.tag == "NNS" and events.is_a(token.lower, "quantity"))
    return (counted and _counts_people(parsed, token)) or _named_by_role(token, events)


def _is_no_one(parsed: Parsed, i: int) -> bool:
    """ "No group", "neither side"."""
    return any(d.lower in ("no", "neither") for d in parsed.all_children(i, "det"))


def _is_who(parsed: Parsed, i: int) -> bool:
    """Whether a who-clause or the name of a person in apposition shows that the noun means a person."""
    for kid in parsed.all_children(i, "relcl", "appos"):
        if kid.dep == "appos" and kid.ent == "PERSON":
            return True
        if kid.dep == "relcl" and any(k.lower == "who" for k in parsed.all_children(kid.i, "nsubj", "nsubjpass")):
            return True
    return False


def _named_by_role(token: Token, events: Events) -> bool:
    """Nouns of persons by their ending: "strikers", "separatists", "policemen"."""
    lemma = token.lemma
    return token.pos == "NOUN" and len(lemma) > 4 and lemma.endswith(("man", "men", "woman", "women", "ist", "person"))


def _counts_people(parsed: Parsed, token: Token) -> bool:
    """A number or "dozens" standing for people: "killed 12", "wounding three"."""
    return token.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "attr")


def meant(parsed: Parsed, i: int, events: Events) -> int:
    """Of "thousands of protesters" or "a group of gunmen" the people; else the head itself."""
    token = parsed.tokens[i]
    if events.is_a(token.lemma, "quantity") or token.pos == "NUM":
        of = next((k for k in parsed.all_children(i, "prep") if k.lower == "of"), None)
        inner = parsed.child(of.i, "pobj") if of else None
        if inner and inner.ent not in _TIMES:
            return meant(parsed, inner.i, events)
    return i


def named(parsed: Parsed, i: int) -> int:
    """The name in apposition to a common noun ("a suspect, Jon Doe"), else the head itself."""
    token = parsed.tokens[i]
    if token.pos != "NOUN":
        return i
    names = (k for k in parsed.all_children(i, "appos") if k.pos == "PROPN" and k.ent in ("PERSON", "ORG"))
    return next((k.i for k in names), i)


def conjuncts(parsed: Parsed, i: int) -> tuple[int, ...]:
    """Token `i` and what is joined to it by "and", commas and the like."""
    found, stack = [i], [i]
    while stack:
        for kid in parsed.all_children(stack.pop(), "conj"):
            if kid.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
                found.append(kid.i)
                stack.append(kid.i)
    return tuple(found)


def owners(parsed: Parsed, i: int, events: Events) -> tuple[int, ...]:
    """Who stands behind the thing named by token `i`: its possessor, the actor in an of-, by- or from-phrase, a
    national adjective, the subject of its relative clause ("the court's ruling", "the policies of the ministry",
    "the Turkish offensive", "the plan the cabinet passed"). Of violence the of-phrase names the victim: passed over.
    """
    owner = parsed.child(i, "poss")
    if owner and owner.tag == "PRP$":
        return ()
    if owner and is_actor(parsed, owner.i, events):
        return conjuncts(parsed, owner.i)
    if owner:
        return owners(parsed, owner.i, events)
    for wanted in ("by",) if _is_violence(parsed.tokens[i], events) else ("by", "of", "from", "for"):
        found = _owner_after(parsed, i, wanted, events)
        if found:
            return found
    clause = parsed.child(i, "relcl")
    subject = parsed.child(clause.i, "nsubj") if clause else None
    if subject and subject.tag not in ("WDT", "WP") and is_actor(parsed, subject.i, events):
        return (subject.i,)
    return tuple(k.i for k in parsed.all_children(i, "amod", "compound", "nmod") if is_group_name(k, events))


def _owner_after(parsed: Parsed, i: int, wanted: str, events: Events) -> tuple[int, ...]:
    for kid in parsed.all_children(i, "prep", "agent"):
        inner = parsed.child(kid.i, "pobj") if kid.lower == wanted else None
        if inner:
            head = meant(parsed, inner.i, events)
            if is_actor(parsed, head, events):
                return conjuncts(parsed, head) if wanted != "for" else ()
            return owners(parsed, head, events)
    return ()


def _is_violence(token: Token, events: Events) -> bool:
    return any(row.event == "ASSAULT" for row in events.entries.get(("n", token.lemma), ()))


def is_group_name(token: Token, events: Events) -> bool:
    """A modifier that names an actor: nationalities, organisations, states by name, "police", "rebel"."""
    if events.is_a(token.lower, "actor_modifier"):
        return True
    if events.is_a(token.lower, "state"):
        return token.pos == "PROPN"
    return token.ent in ("NORP", "ORG") and token.pos in ("PROPN", "ADJ", "NOUN")
