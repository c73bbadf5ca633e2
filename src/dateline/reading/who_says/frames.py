"""The frame of a possible cue: which kind of complement the word has in its sentence, and where that stands."""

from __future__ import annotations

from msgspec import Struct

from dateline.reading.parsed import Parsed, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_OBJECTS = ("dobj", "obj")
_PREPOSITIONS = ("prep", "agent", "prt")


class Frame(Struct, frozen=True):
    """`name` as in the cue lexicon; `at` the head token of the complement (none: it stands elsewhere);
    `also` a second part of it (the person urged, in "urged him to go"); `marker` the preposition."""

    name: str
    at: int | None = None
    also: int | None = None
    marker: int | None = None


def frames(parsed: Parsed, i: int) -> tuple[Frame, ...]:
    """All frames the word at `i` could be a cue in, the most telling first."""
    token = parsed.tokens[i]
    if token.pos in {"VERB", "AUX"}:
        return _verb(parsed, i)
    if token.pos in {"NOUN", "PROPN"}:
        return _noun(parsed, i)
    if token.pos == "ADJ":
        return _plain(parsed, i, "adj:")
    return ()


def _verb(parsed: Parsed, i: int) -> tuple[Frame, ...]:
    passive = is_passive(parsed, i)
    found = _clausal(parsed, i, passive) + _nominal(parsed, i, passive) + _prepositional(parsed, i, passive)
    return (*found, Frame("passive:bare" if passive else "bare"))


def is_passive(parsed: Parsed, i: int) -> bool:
    """A passive verb, or a participle behind the noun it speaks of ("the man accused of …")."""
    if parsed.child(i, "nsubjpass", "auxpass", "csubjpass", "agent"):
        return True
    token = parsed.tokens[i]
    return token.tag == "VBN" and token.dep in {"acl", "amod"}


def _clausal(parsed: Parsed, i: int, passive: bool) -> tuple[Frame, ...]:
    prefix = "passive:" if passive else ""
    objects = parsed.child(i, *_OBJECTS, "dative")
    found = []
    for child in parsed.all_children(i, "ccomp", "xcomp", "oprd", "parataxis", "advcl"):
        kind = clause_kind(parsed, child)
        if child.dep == "parataxis" and kind != "clause":
            continue
        if child.dep == "advcl" and not (kind == "inf" and objects is not None and not passive):
            continue
        if kind in {"inf", "small"} and objects is not None and objects.i < child.i and not passive:
            found.append(Frame(f"obj_{kind}", child.i, objects.i))
        elif kind == "obj_inf":
            found.append(Frame(prefix + "obj_inf", child.i))
        else:
            found.append(Frame(prefix + kind, child.i))
    return tuple(sorted(found, key=lambda f: f.name.endswith("small")))


def clause_kind(parsed: Parsed, child: Token) -> str:
    """clause (finite), inf, obj_inf (with its own subject), ing, or small (no verb)."""
    below = parsed.all_children(child.i)
    if any(c.tag == "TO" for c in below if c.i < child.i):
        own = any(c.dep in SUBJECTS for c in below)
        return "obj_inf" if own else "inf"
    if any(c.dep == "mark" and c.lower == "for" for c in below):
        return "obj_inf"
    finite = any(c.tag in {"MD", "VBD", "VBP", "VBZ"} and c.dep.startswith("aux") for c in below)
    if finite or child.tag in {"MD", "VBD", "VBP", "VBZ"}:
        return "clause"
    if child.tag == "VBG":
        return "ing"
    if child.pos in {"VERB", "AUX"}:
        return "clause" if any(c.dep in SUBJECTS or c.dep == "mark" for c in below) else "bare_inf"
    return "small"


def _nominal(parsed: Parsed, i: int, passive: bool) -> tuple[Frame, ...]:
    target = parsed.child(i, "nsubjpass") if passive else parsed.child(i, *_OBJECTS)
    prefix = "passive:" if passive else ""
    if passive and target is None and parsed.tokens[i].dep == "acl":
        target = parsed.tokens[parsed.tokens[i].head]
    if target is None:
        return ()
    found = []
    for prep in parsed.all_children(i, "prep"):
        if prep.lower == "as":
            found.append(Frame(prefix + "np_as", target.i, prep.i))
        elif prep.lower in {"of", "for", "with", "to", "over"} and prep.i > i:
            found.append(Frame(f"{prefix}np_{prep.lower}", target.i, prep.i))
    return (*found, Frame(prefix + "np", target.i))


def _prepositional(parsed: Parsed, i: int, passive: bool) -> tuple[Frame, ...]:
    return _prepositions(parsed, i, "passive:" if passive else "")


def _prepositions(parsed: Parsed, i: int, prefix: str) -> tuple[Frame, ...]:
    found = []
    for prep in parsed.all_children(i, *_PREPOSITIONS):
        inner = parsed.child(prep.i, "pobj", "pcomp")
        if prep.dep == "prt":
            continue
        if inner is not None and prep.i > i:
            found.append(Frame(f"{prefix}{prep.lower}", inner.i, marker=prep.i))
    return tuple(found)


def _noun(parsed: Parsed, i: int) -> tuple[Frame, ...]:
    found = []
    for child in parsed.all_children(i, "acl", "ccomp", "relcl"):
        kind = clause_kind(parsed, child)
        if child.dep == "relcl" and not _that_clause(parsed, child):
            continue
        if kind in {"clause", "inf", "obj_inf"} and child.i > i:
            found.append(Frame(f"noun:{kind}", child.i))
    return (*found, *_predicate_clause(parsed, i), *_prepositions(parsed, i, "noun:"), Frame("noun:bare"))


def _that_clause(parsed: Parsed, clause: Token) -> bool:
    """The parser calls many noun clauses relative: they are not where "that" is no subject or object in them."""
    mark = next((c for c in parsed.all_children(clause.i) if c.lower == "that" and c.i < clause.i), None)
    return mark is not None and mark.dep == "mark"


def _predicate_clause(parsed: Parsed, i: int) -> tuple[Frame, ...]:
    """ "The claim is that …": the clause hangs on the copula of which the noun is the subject."""
    token = parsed.tokens[i]
    head = parsed.tokens[token.head]
    if token.dep != "nsubj" or head.lemma != "be":
        return ()
    clause = parsed.child(head.i, "ccomp")
    return (Frame("noun:clause", clause.i),) if clause is not None and clause.i > head.i else ()


def _plain(parsed: Parsed, i: int, prefix: str) -> tuple[Frame, ...]:
    found = [
        Frame(prefix + clause_kind(parsed, child), child.i)
        for child in parsed.all_children(i, "ccomp", "xcomp", "advcl")
        if child.i > i
    ]
    return (*found, *_prepositions(parsed, i, prefix), Frame(prefix + "bare"))
