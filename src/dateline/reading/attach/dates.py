"""When: which time expression an event took place at, or what it inherits, or null."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.mentions import When
from dateline.model.span import Span
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

TOLD = "trained: "
"""How the names of the features begin that rest on the trained heads."""
_KINDS = {"null": "unknown", "same sentence": "named", "last days": "recent"}
_AGES = ((-1, "future"), (3, "days"), (31, "month"), (400, "year"))
_BACK = 3
"""How many earlier dated expressions an event may inherit from."""


class DateChoice(Struct, frozen=True):
    """The days of an event. `words` is null where they rest on the publication day or an earlier event."""

    date: str | None
    enddate: str | None = None
    precision: str | None = None
    words: Span | None = None
    rule: str = "no date in reach"


def options(scene: Scene, number: int, made: Sequence[DateChoice]) -> list[Option[DateChoice]]:
    """All days that event `number` may have: named in its sentence or an earlier one, those of an earlier event
    (`made`, what was chosen for them), the days before publication, none."""
    event = scene.candidates[number]
    found = [*_in_sentence(scene, event), *_before(scene, event), *_inherited(scene, number, made)]
    if scene.published:
        found += _around_publication(scene, event, made)
    found.append(Option(DateChoice(None), {"null": 1.0} | event_features(scene, event, "null")))
    found = [Option(_until_known(scene, event, o.choice), o.features) for o in found]
    found = merged(found, lambda c: (c.date, c.enddate or c.date))
    return [Option(o.choice, o.features | _told(event, o.features)) for o in found]


def _told(event: Candidate, features: Mapping[str, float]) -> dict[str, float]:
    """What the trained heads say of where the day is told; only by `training/attach.py` in a second step, on articles
    that they have not seen: of those that they have they are too sure."""
    if event.day_told is None:
        return {}
    kind = next((kind for name, kind in _KINDS.items() if name in features), "elsewhere")
    found = {f"{TOLD}{kind}": 1.0, f"{TOLD}{kind}, chance": _log(event.day_told.where.get(kind, 0.0))}
    if f"{TOLD}word" not in features:
        wordless = f"{TOLD}{'no day' if kind == 'unknown' else 'no word'}"
        found |= {wordless: 1.0, f"{wordless}, chance": _log(event.day_told.nobody)}
    return found


def _told_by(event: Candidate, word: int) -> dict[str, float]:
    """What the trained heads say of the word that heads a date."""
    told = event.day_told
    if told is None:
        return {}
    chance = told.words.get(word, 0.0)
    likeliest = chance > max(told.nobody, *(c for w, c in told.words.items() if w != word), 0.0)
    found = {"word": 1.0, "word, chance": _log(chance), "word, likeliest": float(likeliest)}
    return {f"{TOLD}{name}": value for name, value in found.items()}


def _log(chance: float) -> float:
    return math.log(min(max(chance, 0.01), 0.99))


def _inherited(scene: Scene, number: int, made: Sequence[DateChoice]) -> Iterator[Option[DateChoice]]:
    dated = scene.sentence_of(scene.candidates[number].trigger[0]).number in scene.dates
    for name, earlier in precedents(scene, number, [m.date is not None for m in made]):
        choice = made[earlier]
        days = DateChoice(choice.date, choice.enddate, choice.precision, None, f"that of an earlier event ({name})")
        features = precedent_features(scene, number, name, earlier, dated)
        yield Option(days, features | {f"{name} age {_age(scene, choice.date)}": 1.0})


def _age(scene: Scene, day: str | None) -> str:
    """How long before publication a day is, in words; "unknown" where either is."""
    if scene.published is None or day is None:
        return "unknown"
    days = (scene.published - dt.date.fromisoformat(day[:10])).days
    return next((name for most, name in _AGES if days <= most), "years")


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
            | _kind(scene, when)
            | _told_by(event, head),
        )
        for head, when in here
    ]


def _before(scene: Scene, event: Candidate) -> list[Option[DateChoice]]:
    """Dates of earlier sentences, nearest first."""
    own = scene.sentence_of(event.trigger[0])
    found: list[Option[DateChoice]] = []
    for number, head, when in itertools.islice(earlier_mentions(scene, event, scene.dates), _BACK):
        features = earlier_features(scene, event, number, len(found))
        features["earlier, dated sentence"] = float(own.number in scene.dates)
        features |= _kind(scene, when) | _told_by(event, head)
        found.append(Option(_choice(when, "named earlier"), features))
    return found


def _around_publication(scene: Scene, event: Candidate, made: Sequence[DateChoice]) -> list[Option[DateChoice]]:
    assert scene.published is not None
    carried = next((m for m in reversed(made) if m.date), None)
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
    return {
        f"date type {when.type}": 1.0,
        f"date precision {when.date_precision}": 1.0,
        f"date age {_age(scene, when.date)}": 1.0,
    }
