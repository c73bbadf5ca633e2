"""What attaching looks at: the parsed article, its mentions, its events so far, and how words relate in the parse."""

from __future__ import annotations

import collections
import datetime as dt
import functools
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dateline.knowledge import Knowledge
from dateline.model.document import Mentions
from dateline.model.mentions import Attribution, Entity, Figure, Place, When
from dateline.model.span import Span
from dateline.reading import who
from dateline.reading.attach.speakers import speaker_for
from dateline.reading.attach.stretches import stretches
from dateline.reading.candidate import Candidate, Party
from dateline.reading.parsed import Parsed, Sentence
from dateline.reading.where.describe import place_of, role_of

CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "xcomp", "pcomp"})
LOCATIVE = frozenset("in at near outside inside around across throughout within through along".split())
TOWARDS = frozenset("to into from toward towards".split())
_FAR = 12
_MOST = 0.6
"""The share of an article's places that lie in one country, from which on an unknown place is taken to lie there."""

M = TypeVar("M", When, Place, Figure)


class Relation(Struct, frozen=True):
    """How a word stands to an event's trigger in the same sentence: steps up and down the tree, clauses crossed."""

    up: int
    down: int
    clauses: int
    first_down: str
    """The dependency by which the path leaves the common ancestor towards the word; "" where it only goes up."""


class Scene:
    """One article at the moment of attaching. Candidates are in text order."""

    def __init__(
        self, parsed: Parsed, candidates: tuple[Candidate, ...], mentions: Mentions, knowledge: Knowledge
    ) -> None:
        self.parsed = parsed
        self._knowledge = knowledge
        self.candidates = candidates
        self.mentions = mentions
        self._profiles: dict[tuple[int, ...], tuple[str, ...]] = {}
        self.published: dt.date | None = parsed.article.published

    def actors_at(self, party: Party) -> tuple[Entity, ...]:
        """The actors that a party's words name."""
        named = who.all_at(self.parsed, self.mentions.actors, party.head, self._knowledge)
        return tuple(speaker_for(e, self.mentions.attributions) for e in named)

    @functools.cached_property
    def names(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """For each candidate the identities of its actors and of its recipients, named ones only."""
        return tuple((self._identities(c.actors), self._identities(c.recipients)) for c in self.candidates)

    def _identities(self, parties: tuple[Party, ...]) -> frozenset[str]:
        entities = (e for p in parties for e in self.actors_at(p))
        return frozenset(name for e in entities if (name := e.identifier_id or e.identifier_text))

    def same_before(self, number: int) -> int | None:
        """The nearest earlier candidate that may be the same happening: of the same type, with a named recipient (or,
        where neither has one, actor) in common."""
        event = self.candidates[number]
        actors, recipients = self.names[number]
        for earlier in range(number - 1, -1, -1):
            if self.candidates[earlier].event != event.event:
                continue
            before = self.names[earlier]
            if recipients & before[1] or (not recipients and not before[1] and actors & before[0]):
                return earlier
        return None

    def profile(self, event: Candidate) -> tuple[str, ...]:
        """What kind of event it is by its parties: at home or between countries, and their sectors."""
        key = event.trigger
        if key not in self._profiles:
            self._profiles[key] = tuple(self._profile(event))
        return self._profiles[key]

    def _profile(self, event: Candidate) -> Iterator[str]:
        actors, recipients = self.countries(event.actors), self.countries(event.recipients)
        if actors and recipients:
            yield "at home" if actors & recipients else "between countries"
        else:
            yield "one side" if actors or recipients else "no country"
        for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
            sectors = {s for p in parties for e in self.actors_at(p) for s in e.sector[:1]}
            yield f"{side} {min(sectors, default='none')}"

    def countries(self, parties: tuple[Party, ...]) -> frozenset[str]:
        """The countries of parties."""
        return frozenset(e.code for p in parties for e in self.actors_at(p) if e.code)

    def sentence_of(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.parsed.sentences[self.parsed.tokens[token].sent]

    @functools.cached_property
    def triggers(self) -> tuple[int, ...]:
        """The head tokens of all triggers, sorted."""
        return tuple(sorted(c.trigger[0] for c in self.candidates))

    @functools.cached_property
    def dates(self) -> dict[int, list[tuple[int, When]]]:
        """Dates that cover days, with their head token, by sentence number; those in furniture are left out. What is
        told of centuries dates buildings and peoples, not events."""
        dated = (d for d in self.mentions.dates if d.date and d.date_precision != "century")
        return self._by_sentence(list(stretches(self.parsed, dated)))

    @functools.cached_property
    def places(self) -> dict[int, list[tuple[int, Place]]]:
        """Places with their head token by sentence number: the resolved ones, regions of several countries among them,
        and unknown ones of which the text says that they are where something is."""
        return self._by_sentence([m for p in self.mentions.places if (m := self._meant(p)) is not None])

    def _meant(self, place: Place) -> Place | None:
        """A resolved place as it is; one that the gazetteer lacks with the country that most places of the article lie
        in; null where the text does not say that something is there, or no country stands out."""
        if place.resolved_place is not None:
            return place
        head, land = self.head(place.start, place.end), self._main_country
        if head is None or land is None or role_of(place) != "place" or not self._where(head):
            return None
        why = f"{place.why}; country: that of most places here"
        return replace(place, country=land.country, country_code=land.country_code, why=why)

    def _where(self, word: int) -> bool:
        """Whether a name says where, or is called a town or the like ("the village of Nuli")."""
        tokens = self.parsed.tokens
        owner = tokens[tokens[tokens[word].head].head]
        kinds = self._knowledge.places.words.classes.get(owner.lemma, frozenset())
        return self.locative(word) or (self.preposition(word) == "of" and bool(kinds & {"settlement", "admin"}))

    @functools.cached_property
    def _main_country(self) -> Place | None:
        lands = [p for p in self.mentions.places if p.country_code]
        counts = collections.Counter(p.country_code for p in lands)
        code, count = counts.most_common(1)[0] if counts else (None, 0)
        return next((p for p in lands if p.country_code == code and count >= _MOST * len(lands)), None)

    @functools.cached_property
    def dateline(self) -> Place | None:
        """The place that the article's dateline names."""
        lines = [f for f in self.parsed.article.furniture if f.kind == "dateline"]
        named = (p for p in self.mentions.places if p.country_code is not None and p.start is not None)
        return next((p for p in named for f in lines if f.start <= (p.start or 0) < f.end), None)

    def land_of(self, entity: Entity) -> Place | None:
        """The country that an actor belongs to, in the actor's own words; None for bodies of many countries."""
        gazetteer = self._knowledge.places.gazetteer
        spot = gazetteer.land(entity.code) if entity.code else None
        if spot is None or entity.start is None or entity.end is None:
            return None
        words = Span(text=entity.entity_text, start=entity.start, end=entity.end)
        return place_of(spot, gazetteer, words, why="the country of a party")

    @functools.cached_property
    def figures(self) -> dict[int, list[tuple[int, Figure]]]:
        """Figures with their head token by sentence number."""
        return self._by_sentence(list(self.mentions.figures))

    def _by_sentence(self, found: list[M]) -> dict[int, list[tuple[int, M]]]:
        by_sentence: dict[int, list[tuple[int, M]]] = {}
        for mention in found:
            head = self.head(mention.start, mention.end)
            if head is not None and self.sentence_of(head).furniture is None:
                by_sentence.setdefault(self.parsed.tokens[head].sent, []).append((head, mention))
        return by_sentence

    def head(self, start: int | None, end: int | None) -> int | None:
        """The head token of the characters [start, end)."""
        if start is None or end is None:
            return None
        token = self.parsed.head_in(start, end)
        return None if token is None else token.i

    @functools.cached_property
    def contents(self) -> tuple[tuple[int, int, Attribution], ...]:
        """Attributions with what they cover: (start, end, attribution)."""
        said = ((a.content, a) for a in self.mentions.attributions)
        return tuple((c.start, c.end, a) for c, a in said if c is not None)

    def in_source(self, word: int) -> bool:
        """Whether a word lies in the words that name who says something ("a spokesman in Geneva")."""
        start = self.parsed.tokens[word].start
        return any(low <= start < high for low, high in self._sources)

    @functools.cached_property
    def _sources(self) -> tuple[tuple[int, int], ...]:
        named = (a.source for a in self.mentions.attributions if a.source)
        return tuple((s.start, s.end) for s in named if s.start is not None and s.end is not None)

    def relation(self, trigger: int, word: int) -> Relation:
        """The path in the tree from a trigger to a word of the same sentence."""
        above = [trigger, *(t.i for t in self.parsed.ancestors(trigger))]
        depth = {i: n for n, i in enumerate(above)}
        down, at, crossed, first = 0, word, 0, ""
        tokens = self.parsed.tokens
        while at not in depth and tokens[at].head != at:
            crossed += tokens[at].dep in CLAUSAL
            first = tokens[at].dep
            at, down = tokens[at].head, down + 1
        up = depth.get(at, _FAR)
        crossed += sum(tokens[i].dep in CLAUSAL for i in above[:up])
        return Relation(up, down, crossed, first)

    def between(self, a: int, b: int) -> int:
        """How many other triggers stand between two tokens."""
        low, high = min(a, b), max(a, b)
        return sum(low < t < high for t in self.triggers)

    def locative(self, word: int) -> bool:
        """Whether a name says where: after "in" and its like, as the end or object of a going ("flew to Cairo",
        "visited Cairo"), or in apposition to a name that does ("Basra, Iraq")."""
        if self.preposition(word) in LOCATIVE or self._gone_to(word):
            return True
        token = self.parsed.tokens[word]
        governor = self.parsed.tokens[token.head]
        apposed = token.dep in ("appos", "npadvmod", "conj") and governor.pos == "PROPN"
        return apposed and self.preposition(governor.i) in LOCATIVE

    def _gone_to(self, word: int) -> bool:
        tokens, going = self.parsed.tokens, self._knowledge.places.words.going
        token = tokens[word]
        governor = tokens[token.head]
        if token.dep in ("dobj", "nsubjpass"):
            return going.get(governor.lemma) == "reached"
        return self.preposition(word) in TOWARDS and going.get(tokens[governor.head].lemma) == "motion"

    def preposition(self, word: int) -> str:
        """The preposition or marker that governs a word, lower-cased; "" where none does."""
        head = self.parsed.tokens[self.parsed.tokens[word].head]
        return head.lower if head.pos in ("ADP", "SCONJ") else ""
