"""Which entry of the lexicon a word of the text is: lookup by lemma, then particles, prepositions and conditions."""

from __future__ import annotations

from msgspec import Struct

from dateline.knowledge.events import Condition, EventRow, Events
from dateline.reading.parsed import Parsed, Token
from dateline.reading.what import actors
from dateline.reading.what.relations import View

_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}
_ENTITIES = {
    "person": ("PERSON",),
    "politician": ("PERSON",),
    "official": ("PERSON",),
    "city": ("GPE",),
    "place": ("GPE", "LOC", "FAC"),
    "target": ("FAC",),
    "money": ("MONEY",),
}
"""Classes that a tagged name belongs to as well."""
_ATTACHED = ("prt", "prep", "advmod", "dative", "acomp", "oprd", "agent")


class Match(Struct, frozen=True):
    """An entry that fits a word: `tokens` are the words of the entry in the text, the head first."""

    row: EventRow
    view: View
    tokens: tuple[int, ...]


def match(parsed: Parsed, i: int, events: Events) -> Match | None:
    """The most specific entry that fits token `i`, or None; also None where the entry says "no event"."""
    found = _best(parsed, i, events)
    return found if found is not None and found.row.event else None


def denied(parsed: Parsed, i: int, events: Events) -> bool:
    """Whether the entry that fits token `i` best says that this use of the word is no event."""
    found = _best(parsed, i, events)
    return found is not None and not found.row.event


def _best(parsed: Parsed, i: int, events: Events) -> Match | None:
    rows = _rows(parsed, parsed.tokens[i], events)
    if not rows:
        return None
    view = View(parsed, i, events)
    for row in rows:
        tokens = _words(parsed, i, row)
        if tokens and fits(view, row):
            return Match(row, view, (*tokens, *_named(view, row, tokens)))
    return None


_TOLD_BY = frozenset({"projectile", "bomb", "assaultnoun", "protestnoun"})
"""Classes of objects that name the event together with the verb: "launched missiles", "staged a rally"."""


def _named(view: View, row: EventRow, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The object or predicate that the entry asks for by name, unless it is a party: part of the words of the event."""
    found: list[int] = []
    for condition in row.require:
        by_name = bool(condition.words - {"any", "none"}) or _TOLD_BY.issuperset(condition.classes)
        if by_name and condition.relation in ("obj", "pred"):
            heads = (h for h in view.relation(condition.relation) if _is_one(view, h, condition))
            found.extend(h for h in heads if h not in tokens and not actors.is_actor(view.parsed, h, view.events))
    return tuple(found)


def forms(parsed: Parsed, token: Token) -> tuple[str, ...]:
    """The lemma, the word, and the hyphenated word it ends or begins ("cease-fire", "sit-in"), hyphenated first."""
    found = [token.lemma, token.lower]
    i = token.i
    if i >= 2 and parsed.tokens[i - 1].text == "-" and parsed.tokens[i - 2].end == token.start - 1:
        found.insert(0, f"{parsed.tokens[i - 2].lower}-{token.lemma}")
    if i + 2 < len(parsed.tokens) and parsed.tokens[i + 1].text == "-" and parsed.tokens[i + 2].start == token.end + 1:
        found.insert(0, f"{token.lower}-{parsed.tokens[i + 2].lower}")
    return tuple(found)


def _rows(parsed: Parsed, token: Token, events: Events) -> tuple[EventRow, ...]:
    pos = _POS.get(token.pos)
    if pos is None:
        return ()
    for form in forms(parsed, token):
        for each in ("n", "v") if "-" in form else (pos,):
            rows = events.entries.get((each, form), ())
            if rows and (each == pos or "-" in form):
                return rows
    return events.entries.get(("n", token.lower.removesuffix("s")), ()) if pos == "n" else ()


def _words(parsed: Parsed, i: int, row: EventRow) -> tuple[int, ...]:
    """The tokens of the entry's words: particles hang on the head or follow it closely."""
    found = [i]
    for word in row.words[1:]:
        at = _attached(parsed, i, word)
        if at is None:
            return ()
        found.append(at)
    return tuple(found)


def _attached(parsed: Parsed, i: int, word: str) -> int | None:
    for kid in parsed.all_children(i, *_ATTACHED):
        if kid.lower == word:
            return kid.i
        if kid.dep == "prep" or kid.dep == "prt":
            chained = next((k.i for k in parsed.all_children(kid.i, "prep", "prt", "pcomp") if k.lower == word), None)
            if chained is not None:
                return chained
    follower = parsed.tokens[i + 1] if i + 1 < len(parsed.tokens) else None
    if follower is not None and follower.lower == word and follower.sent == parsed.tokens[i].sent:
        return follower.i
    obj = parsed.child(i, "dobj")
    if obj is not None:
        return next((k.i for k in parsed.all_children(obj.i, "prep") if k.lower == word), None)
    return None


def fits(view: View, row: EventRow) -> bool:
    """Whether all conditions of the entry and of its frame hold."""
    required = (*row.frame.require, *row.require)
    if not all(holds(view, c) for c in required):
        return False
    return not any(holds(view, c) for c in (*row.frame.forbid, *row.forbid))


def holds(view: View, condition: Condition) -> bool:
    """Whether the words in the condition's relation are of the wanted kind."""
    if condition.relation == "self":
        return view.token.tag.lower() in condition.words or view.token.lower in condition.words
    heads = view.relation(condition.relation)
    if "none" in condition.words and not heads:
        return True
    if "any" in condition.words and heads:
        return True
    return any(_is_one(view, h, condition) for head in heads for h in actors.conjuncts(view.parsed, head))


def _is_one(view: View, i: int, condition: Condition) -> bool:
    parsed, events = view.parsed, view.events
    i = actors.meant(parsed, i, events) if condition.relation != "mod" else i
    token = parsed.tokens[i]
    words = forms(parsed, token)
    if condition.words and any(w in condition.words for w in words):
        return True
    return any(_of_class(parsed, token, words, name, events) for name in condition.classes)


def _of_class(parsed: Parsed, token: Token, words: tuple[str, ...], name: str, events: Events) -> bool:
    if name == "actor":
        return actors.is_actor(parsed, token.i, events) or (token.dep == "nsubj" and _speaks(parsed, token, events))
    return any(events.is_a(w, name) for w in words) or token.ent in _ENTITIES.get(name, ())


def _speaks(parsed: Parsed, token: Token, events: Events) -> bool:
    """Whether a thing as subject stands for its owner: "the ministry's statement condemned"."""
    return bool(actors.owners(parsed, token.i, events))
