"""Who is subject and object of a verb, also where the words stand elsewhere: passives, relative clauses, participles,
infinitives, coordination. Heads by token number; relations as spaCy's English models name them."""

from __future__ import annotations

from dateline.reading.parsed import Parsed, Token

_SUBJECT = ("nsubj", "csubj", "expl")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OBJECT_CONTROL_PREPS = frozenset({"of", "for", "with", "from", "into", "against"})
_DEPTH = 6
"""Clauses looked through for an unspoken subject: more is no longer grammar but luck."""


def is_passive(parsed: Parsed, i: int) -> bool:
    """Whether verb `i` is passive, or a past participle that describes its noun, or shares a passive auxiliary."""
    token = parsed.tokens[i]
    kids = parsed.all_children(i)
    if any(k.dep in ("nsubjpass", "auxpass", "csubjpass") for k in kids):
        return True
    if token.tag != "VBN" or any(k.dep in ("nsubj", "aux") for k in kids):
        return False
    if token.dep == "acl" or (token.dep == "advcl" and not parsed.child(i, "dobj")):
        return True
    if token.dep == "conj" and parsed.tokens[token.head].tag == "VBN":
        return is_passive(parsed, token.head)
    return any(k.dep == "agent" for k in kids)


def subject(parsed: Parsed, i: int) -> int | None:
    """The head of the logical subject of verb `i`: of a passive the by-agent."""
    if is_passive(parsed, i):
        return _agent(parsed, i)
    return _surface(parsed, i, _DEPTH)


def object_(parsed: Parsed, i: int) -> int | None:
    """The head of the logical object of verb `i`: of a passive the surface subject."""
    if is_passive(parsed, i):
        return _passive_subject(parsed, i, _DEPTH)
    return _direct_object(parsed, i)


def _agent(parsed: Parsed, i: int) -> int | None:
    for kid in parsed.all_children(i, "agent", "prep"):
        if kid.lower == "by":
            found = parsed.child(kid.i, "pobj")
            if found and found.ent not in ("DATE", "TIME"):
                return found.i
    token = parsed.tokens[i]
    below = (k for k in parsed.all_children(i, "conj") if k.tag == "VBN" and not parsed.child(k.i, "nsubjpass"))
    shared = (_agent(parsed, k.i) for k in below)
    if token.dep == "conj" and parsed.tokens[token.head].tag == "VBN":
        return next((s for s in shared if s is not None), None)
    return next((s for s in shared if s is not None), None)


def _passive_subject(parsed: Parsed, i: int, depth: int) -> int | None:
    token = parsed.tokens[i]
    kid = parsed.child(i, "nsubjpass", "nsubj")
    if kid:
        return _antecedent(parsed, kid, token)
    if depth == 0:
        return None
    if token.dep in ("acl", "relcl", "amod"):
        return token.head
    if token.dep == "conj":
        head = parsed.tokens[token.head]
        if is_passive(parsed, head.i):
            return _passive_subject(parsed, head.i, depth - 1)
        return _surface(parsed, head.i, depth - 1)
    if token.dep in ("xcomp", "advcl", "ccomp", "pcomp"):
        return _surface(parsed, i, depth)
    return None


def _surface(parsed: Parsed, i: int, depth: int) -> int | None:
    """The head of the surface subject of a verb, spoken or understood."""
    token = parsed.tokens[i]
    kid = parsed.child(i, *_SUBJECT, "nsubjpass")
    if kid and kid.dep != "expl":
        return _antecedent(parsed, kid, token)
    if kid or depth == 0 or token.head == i:
        return None
    head = parsed.tokens[token.head]
    if token.dep in ("acl", "relcl"):
        return _noun_subject(parsed, token, head)
    if token.dep == "pcomp":
        return _gerund_subject(parsed, head, depth)
    if token.dep in ("xcomp", "conj", "advcl", "ccomp", "dep", "prep", "parataxis"):
        return _governed(parsed, token, head, depth)
    return None


def _governed(parsed: Parsed, token: Token, head: Token, depth: int) -> int | None:
    if head.pos not in ("VERB", "AUX"):
        return None if token.dep != "xcomp" else _surface(parsed, head.i, depth - 1)
    if token.dep == "ccomp" and token.tag != "VB" and token.tag != "VBG":
        return None
    if token.dep in ("xcomp", "ccomp"):
        controller = parsed.child(head.i, "dobj", "iobj", "dative")
        if controller and controller.pos != "ADP":
            return _antecedent(parsed, controller, head)
    if is_passive(parsed, head.i) and token.dep != "conj":
        return _passive_subject(parsed, head.i, depth - 1)
    return _surface(parsed, head.i, depth - 1)


def _noun_subject(parsed: Parsed, token: Token, head: Token) -> int | None:
    """Of "gunmen firing" the gunmen; of "a decision to leave" whoever owns the decision."""
    if token.tag in ("VBG", "VBD", "VBZ", "VBP", "VBN"):
        return head.i
    owner = parsed.child(head.i, "poss")
    if owner:
        return owner.i
    if head.dep == "dobj" and parsed.tokens[head.head].pos == "VERB":
        return _surface(parsed, head.head, _DEPTH - 1)
    return None


def _gerund_subject(parsed: Parsed, prep: Token, depth: int) -> int | None:
    governor = parsed.tokens[prep.head]
    if governor.pos in ("VERB", "AUX"):
        if prep.lower in _OBJECT_CONTROL_PREPS:
            found = object_(parsed, governor.i)
            if found is not None:
                return found
        if is_passive(parsed, governor.i):
            return _passive_subject(parsed, governor.i, depth - 1)
        return _surface(parsed, governor.i, depth - 1)
    owner = parsed.child(governor.i, "poss")
    if owner:
        return owner.i
    above = parsed.tokens[governor.head]
    if governor.dep == "pobj" and parsed.tokens[above.head].pos in ("VERB", "AUX"):
        return _surface(parsed, above.head, depth - 1)
    if governor.dep in ("dobj", "attr") and parsed.tokens[governor.head].pos in ("VERB", "AUX"):
        return _surface(parsed, governor.head, depth - 1)
    return None


def _direct_object(parsed: Parsed, i: int) -> int | None:
    token = parsed.tokens[i]
    kid = parsed.child(i, "dobj", "obj")
    if kid:
        return _antecedent(parsed, kid, token) if kid.lower in _RELATIVE else kid.i
    if token.dep == "relcl" and _gap_is_object(parsed, i):
        return token.head
    shared = (parsed.child(k.i, "dobj") for k in parsed.all_children(i, "conj") if k.pos == "VERB")
    if not parsed.child(i, "prep", "ccomp", "xcomp", "prt"):
        return next((s.i for s in shared if s), None)
    return None


def _gap_is_object(parsed: Parsed, i: int) -> bool:
    kid = parsed.child(i, "nsubj")
    return kid is not None and kid.lower not in _RELATIVE and not parsed.child(i, "ccomp", "xcomp")


def _antecedent(parsed: Parsed, kid: Token, verb: Token) -> int:
    """What a relative pronoun stands for: the noun that the relative clause describes."""
    if kid.lower not in _RELATIVE or kid.tag not in ("WDT", "WP", "WP$", "IN", "DT"):
        return kid.i
    while verb.dep in ("conj", "xcomp", "ccomp") and verb.head != verb.i:
        verb = parsed.tokens[verb.head]
    return verb.head if verb.dep == "relcl" else kid.i
