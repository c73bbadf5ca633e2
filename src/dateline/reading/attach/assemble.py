"""From candidates and mentions to events: each slot chosen by its ranker, in text order."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from dateline.codebook import Codebook
from dateline.knowledge import Knowledge
from dateline.model.document import Cite, Event, Mentions, TextInfo
from dateline.model.mentions import Attribution, Entity, Figure
from dateline.model.span import Span
from dateline.reading import contexts, who
from dateline.reading.attach import dates, figures, places, sources
from dateline.reading.attach.dates import DateChoice
from dateline.reading.attach.features import Choice, Option
from dateline.reading.attach.identity import event_id
from dateline.reading.attach.places import PlaceChoice
from dateline.reading.attach.scene import Scene
from dateline.reading.candidate import Candidate, Party
from dateline.reading.hedging import hedged
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker, Second, load_ranker, load_weights
from dateline.reading.status import status

DATE_LEAST, PLACE_LEAST = 0.33, 0.4
"""How likely an answer must be to be given: chosen by cross-validated F1 (benchmarks/README.md)."""


class Slots(Struct, frozen=True):
    """What was chosen for one event."""

    date: DateChoice = DateChoice(None)
    place: PlaceChoice = PlaceChoice(None)
    figures: tuple[Figure, ...] = ()
    sources: tuple[Attribution, ...] = ()


class Attacher:
    """Holds the rankers' weights, loaded once."""

    def __init__(self, knowledge: Knowledge, codebook: Codebook) -> None:
        self._knowledge = knowledge
        self._codebook = codebook
        self._place, self._figure, self._source = (
            load_ranker(f"attach/data/{name}") for name in ("place", "figure", "source")
        )
        self._date = Second(load_ranker("attach/data/date"), load_weights("attach/data/date_told"))

    def attach(
        self, parsed: Parsed, candidates: tuple[Candidate, ...], mentions: Mentions, cite: Cite
    ) -> tuple[Event, ...]:
        """The events of an article, in text order, not yet linked."""
        judged = (self._judged(parsed, c) for c in candidates)
        ordered = tuple(sorted(judged, key=lambda c: c.trigger[0]))
        scene = Scene(parsed, ordered, mentions, self._knowledge)
        chosen = self.choose(scene)
        return tuple(self._event(scene, c, s, cite) for c, s in zip(ordered, chosen, strict=True))

    def _judged(self, parsed: Parsed, candidate: Candidate) -> Candidate:
        """With its status and whether the article doubts it; a status that the frame itself implies stays."""
        told, doubt = candidate.status, hedged(parsed, candidate.trigger[0], self._knowledge)
        if told == "occurred":
            told = status(parsed, candidate.trigger[0], self._knowledge, candidate.event)[0]
        return replace(candidate, status=told, hedged=candidate.hedged or doubt is not None)

    def choose(self, scene: Scene) -> list[Slots]:
        """The slots of each candidate of the scene; what one event has, a later one may share."""
        overview = places.Overview(scene)
        days: list[DateChoice] = []
        spots: list[PlaceChoice] = []
        for number in range(len(scene.candidates)):
            days.append(choose(self._date, dates.options(scene, number, days), DATE_LEAST).choice)
            spots.append(choose(self._place, places.options(scene, number, spots, overview), PLACE_LEAST).choice)
        return [
            Slots(day, spot, self._figures(scene, event), self._sources(scene, event))
            for event, day, spot in zip(scene.candidates, days, spots, strict=True)
        ]

    def _figures(self, scene: Scene, event: Candidate) -> tuple[Figure, ...]:
        found = figures.options(scene, event)
        return tuple(o.choice for o in found if self._figure.probability(o.features) >= 0.5)

    def _sources(self, scene: Scene, event: Candidate) -> tuple[Attribution, ...]:
        found = sources.options(scene, event)
        return sources.each_once(o.choice for o in found if self._source.probability(o.features) >= 0.5)

    def _event(self, scene: Scene, candidate: Candidate, slots: Slots, cite: Cite) -> Event:
        sentence = scene.sentence_of(candidate.trigger[0])
        return Event(
            id=event_id(scene.parsed, candidate),
            event=(candidate.event,),
            mode=candidate.mode,
            context=contexts.find(scene.parsed, sentence.number),
            quad_code=self._codebook.quad(candidate.event),
            event_scale=self._codebook.scale(candidate.event, candidate.mode),
            event_text=_words(scene.parsed, candidate.trigger),
            actor=self._parties(scene, candidate.actors, slots.date),
            recipient=self._parties(scene, candidate.recipients, slots.date),
            date=slots.date.date,
            enddate=slots.date.enddate,
            date_precision=slots.date.precision,
            date_text=slots.date.words,
            event_loc=slots.place.place,
            size=slots.figures,
            status=candidate.status,
            hedged=candidate.hedged,
            attribution=slots.sources,
            confidence=round(candidate.score, 3),
            text_info=TextInfo(sequence=sentence.number, start=sentence.start, end=sentence.end),
            cite_info=cite,
            why=f"{candidate.engine}: {candidate.rule}; date: {slots.date.rule}; place: {slots.place.rule}",
        )

    def _parties(self, scene: Scene, parties: tuple[Party, ...], when: DateChoice) -> tuple[Entity, ...]:
        found: dict[tuple[object, ...], Entity] = {}
        for entity in (e for p in parties for e in scene.actors_at(p)):
            settled = who.as_of(entity, when.date, self._knowledge)
            found.setdefault((settled.start, settled.end, settled.code), settled)
        return tuple(found.values())


def choose(ranker: Ranker, options: list[Option[Choice]], least: float) -> Option[Choice]:
    """The best of the options; the last is that there is no answer."""
    return options[ranker.best([o.features for o in options], len(options) - 1, least)[0]]


def _words(parsed: Parsed, trigger: tuple[int, ...]) -> tuple[Span, ...]:
    """The trigger's tokens as spans, neighbours joined, the head's first."""
    groups: list[list[int]] = []
    for i in sorted(trigger):
        if groups and groups[-1][-1] == i - 1:
            groups[-1].append(i)
        else:
            groups.append([i])
    groups.sort(key=lambda g: trigger[0] not in g)
    return tuple(parsed.token_span(g[0], g[-1]) for g in groups)
