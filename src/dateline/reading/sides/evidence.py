"""What the parse, the lexicon and the resolved words tell about a word being a party of an event, and about there being
none: names of features, whose weights are `data/parse.tsv`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.knowledge.events import Events
from dateline.model.mentions import Entity
from dateline.reading.parsed import Parsed, Token
from dateline.reading.sides.case import Case, other
from dateline.reading.sides.way import Ways, label, related
from dateline.reading.what import actors

Named = Callable[[int], tuple[Entity, ...]]
"""The actors that the phrase headed by a token names."""
_MOST = 4


class Evidence:
    """The features of one event's options."""

    def __init__(self, parsed: Parsed, case: Case, named: Named, events: Events) -> None:
        self._parsed, self._case, self._named, self._events = parsed, case, named, events
        self._ways = Ways(parsed, case.word)
        self._related = related(parsed, case.word, events)
        self._plain: dict[int, list[str]] = {}
        self._rules = {s: {p.head: p.rule for p in case.lexicon(s)} for s in ("actor", "recipient")}

    def of(self, slot: str, word: int) -> list[str]:
        """Features of `word` as the head of the name of a party in `slot`."""
        event = self._case.event
        plain = self._plain.get(word)
        if plain is None:
            plain = self._plain[word] = [*self._way(word), *self._relation(word), *self._kind(word)]
        crossed = [f"{slot} {event} {name}" for name in plain]
        return [slot, f"{slot} {event}", *(f"{slot} {n}" for n in (*plain, *self._lexicon(slot, word))), *crossed]

    def of_nobody(self, slot: str) -> list[str]:
        """Features of the option that the text names no party in `slot`."""
        plain = [*self._trigger, *self._around, self._lexicon_names(slot)]
        if self._case.rule is not None:
            plain.append("the other side is " + ("named" if self._rules[other(slot)] else "silent"))
        start = f"{slot} nobody"
        return [start, *(f"{start} {n}" for n in plain), *(f"{start} {self._case.event} {n}" for n in ("", *plain))]

    def _way(self, word: int) -> Iterator[str]:
        tokens, here = self._parsed.tokens, self._case.word
        way = self._ways.to(word)
        yield f"way {way}"
        if way in ("far", "outside"):
            yield f"dep {label(tokens[word])}"
        if way == "outside":
            yield f"sentence {max(-3, min(2, tokens[word].sent - tokens[here].sent))}"
        yield f"{'before' if word < here else 'behind'} {min(abs(word - here).bit_length(), 6)}"

    def _relation(self, word: int) -> Iterator[str]:
        names = self._related.get(word)
        if names:
            yield from (f"is {n}" for n in names)
        else:
            here = self._parsed.tokens[self._case.word].sent
            yield "is elsewhere" if self._parsed.tokens[word].sent == here else "is outside"

    def _kind(self, word: int) -> Iterator[str]:
        yield f"kind {kind(self._parsed.tokens[word], self._named(word))}"

    def _lexicon(self, slot: str, word: int) -> Iterator[str]:
        own = self._rules[slot]
        if self._case.rule is None:
            yield "no lexicon"
            return
        yield "lexicon" if word in own else "lexicon has others" if own else "lexicon has none"
        if word in own:
            yield f"lexicon {own[word]}"
        if word in self._rules[other(slot)]:
            yield "lexicon on the other side"

    def _lexicon_names(self, slot: str) -> str:
        if self._case.rule is None:
            return "no lexicon"
        return "lexicon names" if self._rules[slot] else "lexicon silent"

    @property
    def _trigger(self) -> list[str]:
        """The event word itself: what it is, where it stands."""
        token, rule = self._parsed.tokens[self._case.word], self._case.rule
        up = self._parsed.tokens[token.head]
        found = [f"lemma {token.lemma}", f"pos {token.pos}", f"tag {token.tag}", f"dep {token.dep}", f"below {up.pos}"]
        if token.dep == "pobj":
            found.append(f"after {up.lower}")
        if rule is not None:
            found.append(f"rule {rule.rule}")
        return found

    @property
    def _around(self) -> list[str]:
        """What hangs on the event word, whether it can act, and what stands in a named relation to it."""
        parsed, word = self._parsed, self._case.word
        found = {f"has {name}" for names in self._related.values() for name in names} or {"has nothing"}
        found.update(self._dependent(kid) for kid in parsed.all_children(word))
        sentence = parsed.sentences[parsed.tokens[word].sent]
        acting = (t for t in parsed.sentence_tokens(sentence) if t.i != word and t.pos in ("NOUN", "PROPN", "PRON"))
        count = sum(self._acts(t.i) for t in acting)
        return [*sorted(found), f"actors in the sentence {min(count, _MOST)}"]

    def _dependent(self, kid: Token) -> str:
        if kid.dep in ("prep", "agent"):
            inner = self._parsed.child(kid.i, "pobj")
            return f"{label(kid)} {self._acting(inner.i) if inner else 'nothing'}"
        if kid.dep == "det":
            return f"det {kid.lower}"
        if kid.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            return f"{kid.dep} {self._acting(kid.i)}"
        return kid.dep

    def _acting(self, i: int) -> str:
        return "actor" if self._acts(i) else "thing"

    def _acts(self, i: int) -> bool:
        return actors.is_actor(self._parsed, actors.meant(self._parsed, i, self._events), self._events)


def kind(token: Token, named: tuple[Entity, ...]) -> str:
    """What kind of actor the words name: its sector, "state" for a country as such, and what is not resolved."""
    if not named:
        return "nothing"
    entity = named[0]
    if entity.sector:
        return entity.sector[0]
    if entity.code:
        return "state" if entity.identifier_id else "of a state"
    return f"unresolved {token.ent or token.pos}"


def broad_kind(token: Token, named: tuple[Entity, ...]) -> str:
    """The kind of actor more broadly: someone with a sector, a state, and what is not resolved by what it is called."""
    found = kind(token, named)
    if not found.startswith("unresolved"):
        return found if found in ("state", "of a state", "nothing") else "sector"
    if token.ent in ("GPE", "LOC", "FAC"):
        return "unresolved place"
    return "unresolved name" if token.ent in ("PERSON", "ORG", "NORP") or token.pos == "PROPN" else "unresolved thing"
