"""Invented articles in any number, by seed: for measuring how the record's cost grows."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.document import AnnotatedDocument, Cite, Event, TextInfo
from dateline.model.mentions import Entity, Figure, Place
from dateline.model.span import span_of

_A_DAY = 100
"""Articles a day, whatever the number: a longer record reaches over more time."""
_TYPES = {"attacked": "ASSAULT", "arrested": "COERCE", "protested": "PROTEST", "met": "CONSULT", "accused": "ACCUSE"}
_COUNTRIES = ("AFG", "IRQ", "SYR", "UKR", "COL", "NGA", "SOM", "MMR", "YEM", "SDN")
_SYLLABLES = "ba ko ri mu ta shen dor vel ni qua lo per zin gar hu".split()


class Incident(Struct, frozen=True):
    """What the articles on one incident share."""

    day: dt.date
    verb: str
    actor: str
    recipient: str
    place: Place
    words: tuple[str, ...]


def articles(count: int, seed: int = 7) -> Iterator[AnnotatedDocument]:
    """That many articles in the order of their publication; one to eight tell one incident."""
    chance = random.Random(seed)
    names = _names(4000)
    made = 0
    while made < count:
        incident = _incident(chance, names, dt.date(2030, 1, 1) + dt.timedelta(days=made // _A_DAY))
        for _ in range(min(chance.choice((1, 1, 1, 2, 3, 5, 8)), count - made)):
            yield _article(chance, incident, names, made)
            made += 1


def _names(count: int) -> list[str]:
    chance = random.Random(1)
    return sorted({"".join(chance.choices(_SYLLABLES, k=4)) for _ in range(count)})


def _incident(chance: random.Random, names: list[str], day: dt.date) -> Incident:
    town = chance.randrange(600)
    country = _COUNTRIES[town % len(_COUNTRIES)]
    place = Place(
        resolved_place=names[town], geonameid=town + 1, lat=town % 60, lon=town % 170, country_code=country,
        resolution=4, country=country,
    )  # fmt: skip
    who = chance.choice(names[700:1000]), chance.choice(names[1000:1300])
    return Incident(day, chance.choice(list(_TYPES)), *who, place, tuple(chance.sample(names[1300:], 12)))


def _article(chance: random.Random, incident: Incident, names: list[str], number: int) -> AnnotatedDocument:
    told = " ".join(chance.sample(incident.words, 8))
    head = f"{incident.actor} {incident.verb} {incident.recipient} in {incident.place.resolved_place}"
    text = f"{head}, {told}. {' '.join(chance.choices(names, k=40))}."
    cite = Cite(
        url=f"invented-{number}", publication=f"Outlet {number % 40}",
        date=(incident.day + dt.timedelta(days=chance.randrange(3))).isoformat(),
    )  # fmt: skip
    return AnnotatedDocument(cite_info=cite, text=text, events=(_event(chance, incident, text, cite, number),))


def _event(chance: random.Random, incident: Incident, text: str, cite: Cite, number: int) -> Event:
    at, toll, end = text.index(f" {incident.verb} ") + 1, chance.randrange(1, 9), text.index(".")
    parties = (Entity(entity_text=n, identifier_text=n) for n in (incident.actor, incident.recipient))
    actor, recipient = parties
    return Event(
        id=f"event-{number:07}", event=(_TYPES[incident.verb],),
        event_text=(span_of(text, at, at + len(incident.verb)),), actor=(actor,), recipient=(recipient,),
        date=incident.day.isoformat(), enddate=incident.day.isoformat(), event_loc=incident.place,
        size=(Figure(kind="killed", low=toll, high=toll, text="x", start=0, end=1),),
        confidence=0.7, text_info=TextInfo(sequence=0, start=0, end=end), cite_info=cite,
    )  # fmt: skip
