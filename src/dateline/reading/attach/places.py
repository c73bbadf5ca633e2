"""Where: which place an event took place at, or what it inherits, or null."""

from __future__ import annotations

import collections
import itertools

from msgspec import Struct

from dateline.model.mentions import Place
from dateline.reading.attach.features import (
    Option,
    carried_features,
    earlier_features,
    earlier_mentions,
    event_features,
    link_features,
    merged,
)
from dateline.reading.attach.scene import Scene
from dateline.reading.candidate import Candidate

_BACK = 2
_LEAD = 2
"""The number of the last sentence that counts as the lead."""
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})


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
        named = [(number, p) for number, places in sorted(scene.places.items()) for _, p in places]
        meant = [p for _, p in named if _role(p) == "place"]
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


def options(
    scene: Scene,
    event: Candidate,
    carried: PlaceChoice | None,
    overview: Overview,
    linked: PlaceChoice | None = None,
) -> list[Option[PlaceChoice]]:
    """All places an event may have: named in its sentence, inherited from the event before (`carried`) or from an
    earlier mention of what may be the same event (`linked`), the article's main place or country, none."""
    found = _in_sentence(scene, event) + _before(scene, event)
    main, land = overview.main, overview.country
    own = scene.sentence_of(event.trigger[0])
    placed = float(own.number in scene.places)
    if carried and carried.place:
        features = carried_features(scene, event) | {
            "carried, placed sentence": placed,
            f"carried resolution {carried.place.resolution}": 1.0,
        }
        found.append(Option(PlaceChoice(carried.place, "carried over from the event before"), features))
    if linked and linked.place:
        features = {"linked": 1.0, "linked, placed sentence": placed} | event_features(scene, event, "linked")
        found.append(Option(PlaceChoice(linked.place, "where the event was told before"), features))
    if land:
        features = {"main country": 1.0, "main country, placed sentence": placed}
        features |= event_features(scene, event, "main country")
        found.append(Option(PlaceChoice(land, "the article's main country"), features))
    if main:
        features = {"main": 1.0, "main, placed sentence": placed, f"main resolution {main.resolution}": 1.0}
        features |= event_features(scene, event, "main")
        found.append(Option(PlaceChoice(main, "the article's main place"), features))
    homes = (scene.countries(event.actors), scene.countries(event.recipients))
    found = [
        Option(o.choice, o.features | overview.standing(o.choice.place) | _home(o.choice.place, *homes)) for o in found
    ]
    found.append(Option(PlaceChoice(None), {"null": 1.0} | event_features(scene, event, "null")))
    return merged(found, lambda c: c.place and _key(c.place))


def _home(place: Place | None, actors: frozenset[str], recipients: frozenset[str]) -> dict[str, float]:
    """Whether a place lies in the country of an actor or recipient."""
    if place is None:
        return {}
    sides = (("actor", actors), ("recipient", recipients))
    return {f"in {side}'s country": float(place.country_code in codes) for side, codes in sides}


def _key(place: Place) -> tuple[object, ...]:
    return place.geonameid, place.resolved_place, place.country_code


def _in_sentence(scene: Scene, event: Candidate) -> list[Option[PlaceChoice]]:
    here = scene.places.get(scene.sentence_of(event.trigger[0]).number, [])
    heads = [h for h, _ in here]
    return [
        Option(
            PlaceChoice(place, "named in the sentence"),
            {"same sentence": 1.0, "only place of the sentence": float(len(here) == 1)}
            | link_features(scene, event, head, "place", heads)
            | event_features(scene, event, "same")
            | _kind(scene, event, head, place),
        )
        for head, place in here
    ]


def _before(scene: Scene, event: Candidate) -> list[Option[PlaceChoice]]:
    """Places of earlier sentences, nearest first; not those that name a party, an organisation or a source."""
    own = scene.sentence_of(event.trigger[0])
    earlier = (
        (number, place)
        for number, head, place in earlier_mentions(scene, event, scene.places)
        if _role(place) == "place" and not scene.in_source(head)
    )
    found: list[Option[PlaceChoice]] = []
    for number, place in itertools.islice(earlier, _BACK):
        features = earlier_features(scene, event, number, len(found))
        features["earlier, placed sentence"] = float(own.number in scene.places)
        features[f"earlier resolution {place.resolution}"] = 1.0
        found.append(Option(PlaceChoice(place, "named earlier"), features))
    return found


def _role(place: Place) -> str:
    """What the name does where it stands (`reading/where`): place, actor, modifier, organisation …"""
    why = place.why if isinstance(place.why, str) else ""
    return why.partition("role:")[2].split(" ")[0] or "place"


def _kind(scene: Scene, event: Candidate, head: int, place: Place) -> dict[str, float]:
    """What the name does in the event's own sentence."""
    token = scene.parsed.tokens[head]
    locative = scene.preposition(head) in LOCATIVE
    size = "country" if place.resolution == 1 else "smaller"
    names = [
        f"resolution {place.resolution}",
        f"dep {token.dep}",
        f"role {_role(place)}",
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
