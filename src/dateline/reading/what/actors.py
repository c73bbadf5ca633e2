"""Which nouns can be a party of an event, and which words are meant where "thousands of protesters" are named."""

from __future__ import annotations

from dateline.knowledge.events import Events
from dateline.reading.parsed import Parsed, Token

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "everyone"})


def is_actor(parsed: Parsed, i: int, events: Events) -> bool:
    """Whether the noun phrase headed by token `i` can act: a person, a group, an institution, a state."""
    token = parsed.tokens[i]
    if token.pos == "PRON" or token.tag in ("WP", "PRP"):
        return token.lower in _PERSONAL or token.lower in ("it", "others", "those", "some", "many", "one")
    if token.ent in _TIMES:
        return False
    if events.is_a(token.lemma, "actor") or events.is_a(token.lower, "actor"):
        return True
    if events.is_a(token.lemma, "thing"):
        return False
    if token.ent in _NAMES:
        return True
    if token.ent:
        return token.pos == "PROPN" and token.ent not in ("EVENT", "LAW", "WORK_OF_ART", "LANGUAGE")
    if token.pos == "PROPN":
        return not events.is_a(token.lower, "calendar")
    return _named_by_role(token, events) or token.tag in ("CD", "DT", "JJ") and _counts_people(parsed, token)


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
    """Who stands behind the thing named by token `i`: its possessor, or the actor in an of- or by-phrase, or a
    national adjective ("the court's ruling", "the policies of the ministry", "the Turkish offensive")."""
    owner = parsed.child(i, "poss")
    if owner and is_actor(parsed, owner.i, events):
        return conjuncts(parsed, owner.i)
    for wanted in ("by", "of", "from", "against", "on", "in"):
        for kid in parsed.all_children(i, "prep", "agent"):
            if kid.lower == wanted:
                inner = parsed.child(kid.i, "pobj")
                if inner:
                    head = meant(parsed, inner.i, events)
                    if is_actor(parsed, head, events):
                        return conjuncts(parsed, head)
                    deeper = owners(parsed, head, events) if wanted in ("of", "by") else ()
                    if deeper:
                        return deeper
    national = [k.i for k in parsed.all_children(i, "amod", "compound", "nmod") if is_group_name(k, events)]
    return tuple(national)


def is_group_name(token: Token, events: Events) -> bool:
    """A modifier that names an actor: nationalities, organisations, states by name, "police", "rebel"."""
    if events.is_a(token.lemma, "state") or events.is_a(token.lower, "actor_modifier"):
        return True
    return token.ent in ("NORP", "ORG", "PERSON") and token.pos in ("PROPN", "ADJ", "NOUN")
