"""The choice: how likely each word, and nobody, is on each side; then who is named."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline import codebook
from dateline.knowledge import Knowledge
from dateline.model.document import Mentions
from dateline.model.mentions import Entity
from dateline.reading import who
from dateline.reading.attach.speakers import speaker_for
from dateline.reading.candidate import Candidate, Party
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker, load_ranker
from dateline.reading.sides.case import SLOTS, Case, options, other
from dateline.reading.sides.evidence import Evidence, Named, broad_kind

SHARE = 0.5
"""How far behind the likeliest a further party may be."""
RIVAL = 0.85
"""How much of its chance here a party may have on the other side."""
JOINED = 0.03
"""How far behind the likeliest a word joined to a party may be."""
_FLOOR = 0.005
_DEEDS = frozenset({"2", "4"})
"""The quads of deeds (material co-operation and conflict); the others are words."""


class Weighed(Struct, frozen=True):
    """The words that may head a party of a slot, with their chances and what kind of name each is, and the chance of
    nobody."""

    words: tuple[int, ...]
    chances: tuple[float, ...]
    nobody: float
    kinds: tuple[str, ...] = ()


class Sides:
    """Holds the weights: of the parse and lexicon, and of how these are weighed with the trained heads."""

    def __init__(self, knowledge: Knowledge, parse: Ranker | None = None, both: Ranker | None = None) -> None:
        self._knowledge = knowledge
        self._codebook = codebook.load()
        self._parse = parse or load_ranker("sides/data/parse")
        self._both = both or load_ranker("sides/data/both")

    def of_article(self, parsed: Parsed, mentions: Mentions) -> Callable[[Candidate, Case], Candidate]:
        """What gives an event of the article its parties."""
        named = self.naming(parsed, mentions)
        return lambda candidate, case: self._with_parties(parsed, candidate, case, named)

    def _with_parties(self, parsed: Parsed, found: Candidate, case: Case, named: Named) -> Candidate:
        weighed = self.weighed(parsed, case, named)
        actors, recipients = (self._named_in(parsed, case, slot, weighed, named) for slot in SLOTS)
        return replace(found, actors=actors, recipients=recipients)

    def naming(self, parsed: Parsed, mentions: Mentions) -> Named:
        """Who the phrase headed by a token names; "we" in quoted words is the speaker."""

        @functools.cache
        def named(i: int) -> tuple[Entity, ...]:
            entities = who.all_at(parsed, mentions.actors, i, self._knowledge)
            return tuple(speaker_for(e, mentions.attributions) for e in entities)

        return named

    def weighed(self, parsed: Parsed, case: Case, named: Named) -> dict[str, Weighed]:
        """The chances of all options by slot, from all evidence that there is."""
        first = self.by_parse(parsed, case, named)
        if case.trained is None:
            return first
        return {slot: self._with_heads(case, slot, first[slot]) for slot in SLOTS}

    def by_parse(self, parsed: Parsed, case: Case, named: Named) -> dict[str, Weighed]:
        """The chances without the trained heads."""
        events = self._knowledge.events
        evidence = Evidence(parsed, case, named, events)
        found = {}
        act = "deed" if self._codebook.quad(case.event) in _DEEDS else "word"
        for slot, words in options(parsed, case, events).items():
            scores = [self._score(evidence.of(slot, w)) for w in words]
            kinds = tuple(f"{broad_kind(parsed.tokens[w], named(w))}, {act}" for w in words)
            found[slot] = _weighed(words, [*scores, self._score(evidence.of_nobody(slot))], kinds)
        return found

    def _score(self, names: list[str]) -> float:
        return self._parse.score(dict.fromkeys(names, 1.0))

    def _with_heads(self, case: Case, slot: str, first: Weighed) -> Weighed:
        rows = both_features(case, slot, first)
        return _weighed(first.words, [self._both.score(row) for row in rows], first.kinds)

    def _named_in(
        self, parsed: Parsed, case: Case, slot: str, weighed: Mapping[str, Weighed], named: Named
    ) -> tuple[Party, ...]:
        rules = {p.head: p.rule for p in case.lexicon(slot)}
        heard = case.chances(slot)
        found = chosen(weighed, slot, named)
        parties = tuple(Party(w, rules.get(w) or ("trained role" if w in heard else "way"), c) for w, c in found)
        others = joined(parsed, weighed, slot, [w for w, _ in found], named)
        return parties + tuple(Party(w, "joined to a party", c) for w, c in others)


def both_features(case: Case, slot: str, first: Weighed) -> list[dict[str, float]]:
    """For each word and at the end for nobody what both engines say, as logarithms of chances."""
    assert case.trained is not None
    role, mine, theirs = case.trained.roles[slot], case.chances(slot), case.chances(other(slot))
    best = max(mine, key=lambda w: mine[w], default=None)
    own, opposite = {p.head for p in case.lexicon(slot)}, {p.head for p in case.lexicon(other(slot))}
    rows = [
        {
            f"{slot} parse": _log(chance),
            f"{slot} heads": _log(mine.get(word, 0.0)),
            f"{slot} heads, other side": _log(theirs.get(word, 0.0)),
            f"{slot} best of the heads": float(word == best),
            f"{slot} lexicon": float(word in own),
            f"{slot} lexicon, other side": float(word in opposite),
            f"{slot} {kind}": 1.0,
        }
        for word, chance, kind in zip(first.words, first.chances, first.kinds, strict=True)
    ]
    start = f"{slot} nobody"
    lexicon = "no lexicon" if case.rule is None else "lexicon names" if own else "lexicon silent"
    nobody = {start: 1.0, f"{start} {lexicon}": 1.0}
    return [*rows, nobody | {f"{start} parse": _log(first.nobody), f"{start} heads": _log(role.nobody)}]


def chosen(weighed: Mapping[str, Weighed], slot: str, named: Named) -> list[tuple[int, float]]:
    """Who is named: the likeliest, and those not far behind who are someone else and not likelier on the other side;
    nobody where that is likelier than all of them. Mentions of one entity add up, the likeliest stands for it."""
    mine, theirs = weighed[slot], weighed[other(slot)]
    whole, rival = _by_identity(mine, named), _by_identity(theirs, named)
    found: list[tuple[int, float]] = []
    seen: set[object] = set()
    for chance, word in sorted(zip(mine.chances, mine.words, strict=True), key=lambda o: (-o[0], o[1])):
        ids = identities(named(word))
        worth = max((whole[i] for i in ids), default=chance)
        if not ids & seen and all(rival.get(i, 0.0) * RIVAL <= worth for i in ids):
            seen |= ids
            found.append((word, worth))
    best = max((c for _, c in found), default=0.0)
    kept = [(w, c) for w, c in found if c >= SHARE * best]
    return kept if mine.nobody <= sum(c for _, c in kept) else []


def joined(
    parsed: Parsed, weighed: Mapping[str, Weighed], slot: str, found: Sequence[int], named: Named
) -> list[tuple[int, float]]:
    """Who stands beside a party that is `found` ("Chad and Niger signed"): does what it does, unless it is someone
    named already or likelier on the other side. A chance under JOINED of the likeliest says that it does not."""
    mine = dict(zip(weighed[slot].words, weighed[slot].chances, strict=True))
    theirs = dict(zip(weighed[other(slot)].words, weighed[other(slot)].chances, strict=True))
    least = JOINED * max((mine[w] for w in found), default=0.0)
    seen = {i for w in found for i in identities(named(w))}
    beside = {w for w in mine if w not in found and any(_side_by_side(parsed, w, f) for f in found)}
    return [
        (w, mine[w])
        for w in sorted(beside)
        if mine[w] >= max(least, theirs.get(w, 0.0)) and not identities(named(w)) & seen
    ]


def _side_by_side(parsed: Parsed, a: int, b: int) -> bool:
    one, two = parsed.tokens[a], parsed.tokens[b]
    return (one.dep == "conj" and one.head == b) or (two.dep == "conj" and two.head == a)


def identities(entities: tuple[Entity, ...]) -> set[object]:
    """What makes mentions the same: id, canonical name, else the very words."""
    return {e.identifier_id or e.identifier_text or (e.start, e.end) for e in entities}


def _by_identity(weighed: Weighed, named: Named) -> dict[object, float]:
    total: dict[object, float] = {}
    for word, chance in zip(weighed.words, weighed.chances, strict=True):
        for i in identities(named(word)):
            total[i] = total.get(i, 0.0) + chance
    return total


def _weighed(words: Iterable[int], scores: list[float], kinds: tuple[str, ...]) -> Weighed:
    top = max(scores)
    shares = [math.exp(s - top) for s in scores]
    total = sum(shares)
    chances = [s / total for s in shares]
    return Weighed(tuple(words), tuple(chances[:-1]), chances[-1], kinds)


def _log(chance: float) -> float:
    return math.log(max(chance, _FLOOR))
