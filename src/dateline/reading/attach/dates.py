"""When: which time expression an event took place at, or what it inherits, or null."""

from __future__ import annotations

import datetime as dt
import itertools

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.mentions import When
from dateline.model.span import Span
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

_BACK = 3
"""How many earlier dated expressions an event may inherit from."""


class DateChoice(Struct, frozen=True):
    """The days of an event. `words` is null where they rest on the publication day or an earlier event."""

    date: str | None
    enddate: str | None = None
    precision: str | None = None
    words: Span | None = None
    rule: str = "no date in reach"


def options(
    scene: Scene, event: Candidate, carried: DateChoice | None, linked: DateChoice | None = None
) -> list[Option[DateChoice]]:
    """All days an event may have: named in its sentence, inherited from the event before (`carried`) or from an earlier
    mention of what may be the same event (`linked`), the days before publication, none."""
    found = _in_sentence(scene, event) + _before(scene, event)
    if carried and carried.date:
        found.append(_carried(scene, event, carried))
    if linked and linked.date:
        choice = DateChoice(linked.date, linked.enddate, linked.precision, None, "as where the event was told before")
        found.append(Option(choice, {"linked": 1.0} | event_features(scene, event, "linked")))
    if scene.published:
        found += _around_publication(scene, event, carried)
    found.append(Option(DateChoice(None), {"null": 1.0} | event_features(scene, event, "null")))
    found = [Option(_until_known(scene, event, o.choice), o.features) for o in found]
    return merged(found, lambda c: (c.date, c.enddate or c.date))


def _until_known(scene: Scene, event: Candidate, choice: DateChoice) -> DateChoice:
    """What has occurred occurred by the day it was published: "this week" ends there."""
    if scene.published is None or choice.date is None or choice.enddate is None or event.status != "occurred":
        return choice
    day = scene.published.isoformat()
    return replace(choice, enddate=day) if choice.date <= day < choice.enddate else choice


def _in_sentence(scene: Scene, event: Candidate) -> list[Option[DateChoice]]:
    sentence = scene.sentence_of(event.trigger[0]).number
    here = scene.dates.get(sentence, [])
    return [
        Option(
            _choice(when, "named in the sentence"),
            {"same sentence": 1.0, "only date of the sentence": float(len(here) == 1)}
            | link_features(scene, event, head, "date", [h for h, _ in here])
            | event_features(scene, event, "same")
            | _kind(scene, when),
        )
        for head, when in here
    ]


def _before(scene: Scene, event: Candidate) -> list[Option[DateChoice]]:
    """Dates of earlier sentences, nearest first."""
    own = scene.sentence_of(event.trigger[0])
    found: list[Option[DateChoice]] = []
    for number, _, when in itertools.islice(earlier_mentions(scene, event, scene.dates), _BACK):
        features = earlier_features(scene, event, number, len(found))
        features["earlier, dated sentence"] = float(own.number in scene.dates)
        found.append(Option(_choice(when, "named earlier"), features | _kind(scene, when)))
    return found


def _carried(scene: Scene, event: Candidate, carried: DateChoice) -> Option[DateChoice]:
    own = scene.sentence_of(event.trigger[0])
    features = carried_features(scene, event) | {"carried, dated sentence": float(own.number in scene.dates)}
    choice = DateChoice(carried.date, carried.enddate, carried.precision, None, "carried over from the event before")
    return Option(choice, features)


def _around_publication(scene: Scene, event: Candidate, carried: DateChoice | None) -> list[Option[DateChoice]]:
    assert scene.published is not None
    day = scene.published
    own = scene.sentence_of(event.trigger[0])
    base = {"dated sentence": float(own.number in scene.dates), "lead": float(own.number <= 2)}
    found = []
    for name, days in (("last days", 2), ("last two weeks", 14)):
        choice = DateChoice(
            (day - dt.timedelta(days)).isoformat(),
            day.isoformat(),
            "day" if days == 2 else "week",
            None,
            f"news of the {name}",
        )
        features = {name: 1.0} | {f"{name}: {k}": v for k, v in base.items()}
        found.append(Option(choice, features | event_features(scene, event, name)))
    if carried and carried.date and carried.date < (day - dt.timedelta(3)).isoformat():
        choice = DateChoice(carried.date, day.isoformat(), "range", None, "between the event before and publication")
        features = {"since carried": 1.0} | _since(carried, day) | event_features(scene, event, "since carried")
        found.append(Option(choice, features))
    return found


def _since(carried: DateChoice, day: dt.date) -> dict[str, float]:
    assert carried.date is not None
    days = (day - dt.date.fromisoformat(carried.date[:10])).days
    return {f"since carried: {'weeks' if days < 60 else 'months' if days < 400 else 'years'}": 1.0}


def _choice(when: When, rule: str) -> DateChoice:
    words = Span(text=when.text, start=when.start, end=when.end)
    return DateChoice(when.date, when.enddate, when.date_precision, words, rule)


def _kind(scene: Scene, when: When) -> dict[str, float]:
    features = {f"date type {when.type}": 1.0, f"date precision {when.date_precision}": 1.0}
    if scene.published and when.date:
        days = (scene.published - dt.date.fromisoformat(when.date[:10])).days
        age = "future" if days < 0 else "week" if days <= 7 else "year" if days < 400 else "years"
        features[f"date age {age}"] = 1.0
    return features
