"""Where: which place an event took place at, or what it inherits, or null."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.model.mentions import Place
from dateline.reading.attach.features import (
    Option,
    earlier_features,
    earlier_mentions,
    event_features,
    link_features,
    merged,
)
from dateline.reading.attach.precedents import features as precedent_features
from dateline.reading.attach.precedents import precedents
from dateline.reading.attach.scene import Scene
from dateline.reading.candidate import Candidate
from dateline.reading.where.describe import role_of

_RANKS = 6
"""Earlier places are told apart by their order up to this many."""
_AHEAD = 3
"""Sentences looked ahead for a place."""
_LEAD = 2
"""The number of the last sentence that counts as the lead."""
_CAPITALS = frozenset({"PPLC", "PPLG"})


class PlaceChoice(Struct, frozen=True):
    """The place of an event and the rule that gave it."""

    place: Place | None
    rule: str = "no place in reach"


class Overview:
    """What an article as a whole says of places: counted once, asked for every option of every event.

    `main` is the most named town or province, the earlier one on a tie, else a country; `country` the country that most
    places lie in, where the article names it itself.
    """

    def __init__(self, scene: Scene) -> None:
        heads = [(number, h, p) for number, places in sorted(scene.places.items()) for h, p in places]
        named = [(number, p) for number, _, p in heads]
        meant = [p for _, h, p in heads if _part_played(scene, h, p) == "place"]
        self._times = collections.Counter(_key(p) for _, p in named)
        self._lead = {_key(p) for number, p in named if number <= _LEAD}
        self.main = _most_named(meant or [p for _, p in named])
        countries = collections.Counter(p.country_code for p in meant)
        lands = [p for p in meant if p.resolution == 1]
        self.country = max(lands, key=lambda p: countries[p.country_code], default=None)

    def standing(self, place: Place | None) -> dict[str, float]:
        """How much the article speaks of a place."""
        if place is None:
            return {}
        times = self._times[_key(place)]
        return {
            f"named {min(times, 5)} times": 1.0,
            "most named": float(times == max(self._times.values(), default=0)),
            "named in the lead": float(_key(place) in self._lead),
        }


def _most_named(places: list[Place]) -> Place | None:
    fine = [p for p in places if (p.resolution or 0) >= 2] or places
    counts = collections.Counter(_key(p) for p in fine)
    return max(fine, key=lambda p: counts[_key(p)], default=None)


def options(scene: Scene, number: int, made: Sequence[PlaceChoice], overview: Overview) -> list[Option[PlaceChoice]]:
    """All places that event `number` may have: named in its sentence or elsewhere in the article, that of an earlier
    event (`made`, what was chosen for them), the dateline's, the article's main place or country, the country of a
    party, none. What is reached in several ways is one option."""
    event = scene.candidates[number]
    found = [
        *_in_sentence(scene, event),
        *_before(scene, event),
        *_after(scene, event),
        *_inherited(scene, number, made),
        *_standing_out(scene, event, overview),
        *_of_parties(scene, event),
    ]
    homes = (scene.countries(event.actors), scene.countries(event.recipients))
    here = [p for _, p in scene.places.get(scene.sentence_of(event.trigger[0]).number, [])]
    found = [
        Option(
            o.choice,
            o.features
            | overview.standing(o.choice.place)
            | _home(o.choice.place, *homes)
            | _among(o.choice.place, here),
        )
        for o in found
    ]
    found.append(Option(PlaceChoice(None), {"null": 1.0} | event_features(scene, event, "null")))
    return merged(found, lambda c: c.place and _key(c.place))


def _inherited(scene: Scene, number: int, made: Sequence[PlaceChoice]) -> Iterator[Option[PlaceChoice]]:
    placed = scene.sentence_of(scene.candidates[number].trigger[0]).number in scene.places
    for name, earlier in precedents(scene, number, [m.place is not None for m in made]):
        place = made[earlier].place
        assert place is not None
        features = precedent_features(scene, number, name, earlier, placed)
        features[f"{name} resolution {place.resolution}"] = 1.0
        yield Option(PlaceChoice(place, f"that of an earlier event ({name})"), features)


def _standing_out(scene: Scene, event: Candidate, overview: Overview) -> Iterator[Option[PlaceChoice]]:
    """The places that the article is about, whatever the sentence."""
    placed = float(scene.sentence_of(event.trigger[0]).number in scene.places)
    for name, place, rule in (
        ("main country", overview.country, "the article's main country"),
        ("main", overview.main, "the article's main place"),
        ("dateline", scene.dateline, "the dateline's place"),
    ):
        if place is not None:
            features = {name: 1.0, f"{name}, placed sentence": placed, f"{name} resolution {place.resolution}": 1.0}
            yield Option(PlaceChoice(place, rule), features | event_features(scene, event, name))


def _of_parties(scene: Scene, event: Candidate) -> Iterator[Option[PlaceChoice]]:
    """The countries of the parties: what a government says and does it mostly says and does at home."""
    placed = float(scene.sentence_of(event.trigger[0]).number in scene.places)
    for name, parties in (("actor's land", event.actors), ("recipient's land", event.recipients)):
        entities = [e for p in parties for e in scene.actors_at(p) if e.code]
        for entity in {e.code: e for e in reversed(entities)}.values():
            place = scene.land_of(entity)
            if place is not None:
                sector = entity.sector[0] if entity.sector else "none"
                features = {name: 1.0, f"{name}, placed sentence": placed, f"{name}: sector {sector}": 1.0}
                yield Option(PlaceChoice(place, f"the {name}"), features | event_features(scene, event, name))


def _among(place: Place | None, here: list[Place]) -> dict[str, float]:
    """How a place stands to those that the sentence names: around one of them, or within one."""
    if place is None:
        return {}
    others = [p for p in here if _key(p) != _key(place) and p.country_code == place.country_code]
    size = place.resolution or 0
    return {
        "around one of the sentence": float(any((p.resolution or 0) > size for p in others)),
        "within one of the sentence": float(any((p.resolution or 0) < size for p in others)),
    }


def _home(place: Place | None, actors: frozenset[str], recipients: frozenset[str]) -> dict[str, float]:
    """Whether a place lies in the country of an actor or recipient."""
    if place is None:
        return {}
    sides = (("actor", actors), ("recipient", recipients))
    return {f"in {side}'s country": float(place.country_code in codes) for side, codes in sides}


def _key(place: Place) -> tuple[object, ...]:
    return place.geonameid, place.called, place.country_code


def _in_sentence(scene: Scene, event: Candidate) -> list[Option[PlaceChoice]]:
    named = scene.places.get(scene.sentence_of(event.trigger[0]).number, [])
    here = [(head, place, _part_played(scene, head, place)) for head, place in named]
    heads = [head for head, _, part in here if part == "place"]
    return [
        Option(
            PlaceChoice(place, "named in the sentence"),
            {f"same sentence, {part}": 1.0, f"only one, {part}": float(len(here) == 1)}
            | link_features(scene, event, head, part, heads)
            | event_features(scene, event, f"same, {part}")
            | _kind(scene, event, head, place),
        )
        for head, place, part in here
    ]


def _part_played(scene: Scene, head: int, place: Place) -> str:
    """A place that is meant as one, or a name that may stand for who acts there ("US forces", "urged Israel to")."""
    if role_of(place) != "place":
        return "name"
    power = place.resolution == 1 or place.feature_code in _CAPITALS
    return "name" if power and not scene.locative(head) else "place"


def _before(scene: Scene, event: Candidate) -> list[Option[PlaceChoice]]:
    """Places of earlier sentences, nearest first, each once; not those within the name of a source."""
    own = scene.sentence_of(event.trigger[0])
    found: dict[tuple[object, ...], Option[PlaceChoice]] = {}
    for number, head, place in earlier_mentions(scene, event, scene.places):
        if _key(place) in found or scene.in_source(head) or _part_played(scene, head, place) == "name":
            continue
        features = earlier_features(scene, event, number, min(len(found), _RANKS))
        features["earlier, placed sentence"] = float(own.number in scene.places)
        features[f"earlier resolution {place.resolution}"] = 1.0
        found[_key(place)] = Option(PlaceChoice(place, "named earlier"), features)
    return list(found.values())


def _after(scene: Scene, event: Candidate) -> list[Option[PlaceChoice]]:
    """Places of the sentences that follow: a lead is told in full further down."""
    own = scene.sentence_of(event.trigger[0]).number
    found: dict[tuple[object, ...], Option[PlaceChoice]] = {}
    for number in range(own + 1, own + 1 + _AHEAD):
        for head, place in scene.places.get(number, []):
            if _key(place) not in found and _part_played(scene, head, place) == "place" and not scene.in_source(head):
                features = {
                    "later": 1.0,
                    f"later by {number - own}": 1.0,
                    f"later rank {len(found)}": 1.0,
                    f"later resolution {place.resolution}": 1.0,
                    "later, placed sentence": float(own in scene.places),
                }
                features |= event_features(scene, event, "later")
                found[_key(place)] = Option(PlaceChoice(place, "named later"), features)
    return list(found.values())


def _kind(scene: Scene, event: Candidate, head: int, place: Place) -> dict[str, float]:
    """What the name does in the event's own sentence."""
    token = scene.parsed.tokens[head]
    locative = scene.locative(head)
    size = "country" if place.resolution == 1 else "smaller"
    names = [
        f"resolution {place.resolution}",
        f"dep {token.dep}",
        f"role {role_of(place)}",
        f"{size}, {'locative' if locative else 'not locative'}",
        f"{size}, {_part(scene, event, head)}",
    ]
    return {f"same: {name}": 1.0 for name in names} | {"same: in a source": float(scene.in_source(head))}


def _part(scene: Scene, event: Candidate, head: int) -> str:
    """Whether the name stands for, or within the name of, a party of the event."""
    start = scene.parsed.tokens[head].start
    for side, parties in (("an actor", event.actors), ("a recipient", event.recipients)):
        if head in {p.head for p in parties}:
            return f"is {side}"
        entities = (e for p in parties for e in scene.actors_at(p))
        if any(e.start is not None and e.end is not None and e.start <= start < e.end for e in entities):
            return f"in {side}"
    return "no party"
