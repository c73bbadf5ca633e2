"""Measures how quickly the record in a browser answers, beside the same questions in hand-written SQL.

python -m benchmarks.browser 100000             an invented record of so many events, then the figures
python -m benchmarks.browser 100000 --keep r.db  keeps the record, and takes it from there the next time
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from starlette.testclient import TestClient

from dateline import codebook
from dateline.model import encode
from dateline.model.document import Cite, Event, TextInfo
from dateline.model.mentions import Attribution, Entity, Figure, Place
from dateline.model.span import Span
from dateline.record.opening import writing
from dateline.record.rows import Frame
from dateline.record.store import Store
from dateline.record.tables import ARTICLE, CLAIM, EVENT, FIGURE, PARTY, READER, SOURCE

_COUNTRIES = "AFG IRQ SYR UKR COL NGA SOM MMR YEM SDN MLI PAK IND USA IRN ISR PSE RUS FRA GBR".split()
_WORDS = "rebels army police protesters market bridge convoy talks border village governor attack election fuel".split()
_OUTLETS, _PLACES, _ACTORS = 60, 3000, 4000
_BATCH = 2000
Rows = dict[sa.Table, list[dict[str, Any]]]


def fill(path: Path, events: int) -> None:
    """Makes a record of so many real-world events, told in some 1.4 mentions each; rows are written straight."""
    chance = random.Random(11)
    with Store(path, create=True) as store:
        with writing(store.db):
            store.db.execute(sa.insert(READER), [{"id": 1, "name": "invented"}])
            store.db.execute(sa.insert(SOURCE), [{"id": n + 1, "name": f"Outlet {n}"} for n in range(_OUTLETS)])
        for first in range(0, events, _BATCH):
            made: Rows = {table: [] for table in (ARTICLE, EVENT, PARTY, FIGURE, CLAIM)}
            for link in range(first, min(first + _BATCH, events)):
                _event(chance, link, made)
            with writing(store.db):
                for table, found in made.items():
                    store.db.execute(sa.insert(table), found)


def _event(chance: random.Random, link: int, made: Rows) -> None:
    kind = chance.choice(list(codebook.load().events))
    day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(3600))
    place, parties = _place(chance), (_party(chance), _party(chance))
    for n in range(chance.choice((1, 1, 1, 1, 1, 1, 1, 2, 2, 3))):
        name, article = f"{link:012x}{n:04x}", f"{chance.getrandbits(128):032x}"
        made[ARTICLE].append(_article(chance, article, day))
        sentence = f"{' '.join(chance.choices(_WORDS, k=22))} {parties[0].entity_text}."
        event = _mention(chance, name, (kind, day, place, parties), sentence)
        made[EVENT].append(_row(event, article, f"{link:012x}0000", sentence))
        for side, party in (("actor", parties[0]), ("recipient", parties[1])):
            who = {"name": (party.identifier_text or "").casefold(), "code": party.code, "sector": party.sector[0]}
            made[PARTY].append({"event": name, "side": side, "sequence": 0, **who})
        made[FIGURE].append({"event": name, "sequence": 0, "kind": "killed", "low": 3, "high": 3})
        if event.attribution:
            made[CLAIM].append({"event": name, "sequence": 0, "source": "the ministry", "stance": "asserts"})


def _place(chance: random.Random) -> Place | None:
    n = chance.randrange(_PLACES)
    if n % 10 == 0:
        return None
    return Place(
        extracted_place=f"Town {n}", start=10, end=20, resolved_place=f"Town {n}", geonameid=100_000 + n,
        lat=n % 120 - 60, lon=n % 340 - 170, country="Country", country_code=_COUNTRIES[n % 20], resolution=4,
        why="role:place source:the name itself, in the sentence",
    )  # fmt: skip


def _party(chance: random.Random) -> Entity:
    n = int(_ACTORS * chance.random() ** 3)
    return Entity(
        entity_text=f"Actor {n}", start=0, end=8, code=_COUNTRIES[n % 20], sector=("MIL",), why="named in the text",
        identifier_text=f"Actor {n}", identifier_id=f"group:actor-{n}",
    )  # fmt: skip


def _article(chance: random.Random, key: str, day: dt.date) -> dict[str, Any]:
    frame = msgspec.json.encode(Frame(Cite(language="en"), ()))
    return {
        "id": key, "url": f"https://example.org/{key}", "title": f"Report {key[:6]}", "text": "x" * 1500, "reader": 1,
        "source": chance.randrange(_OUTLETS) + 1, "frame": frame, "sketch": b"", "signature": b"", "witness": key,
        "published": (day + dt.timedelta(days=chance.randrange(3))).isoformat(),
    }  # fmt: skip


def _mention(chance: random.Random, name: str, what: tuple[str, dt.date, Any, Any], sentence: str) -> Event:
    kind, day, place, parties = what
    book = codebook.load()
    modes = book.modes(kind)
    said = Attribution(source=Entity(entity_text="the ministry", start=30, end=42), stance="asserts")
    return Event(
        id=name, event=(kind,), mode=(chance.choice(modes),) if modes else (), quad_code=book.quad(kind),
        event_scale=book.scale(kind), event_text=(Span(text="attack", start=50, end=56),),
        actor=parties[:1], recipient=parties[1:], date=day.isoformat(), enddate=day.isoformat(), date_precision="day",
        date_text=Span(text="Tuesday", start=60, end=67), event_loc=place, hedged=chance.random() < 0.1,
        size=(Figure(kind="killed", low=3, high=3, text="three", start=70, end=75, of="people"),),
        status=chance.choice(("occurred", "occurred", "occurred", "future", "negated")),
        attribution=(said,) if chance.random() < 0.3 else (), confidence=round(chance.random(), 3), link=name,
        text_info=TextInfo(sequence=1, start=0, end=len(sentence)), cite_info=Cite(url="https://example.org/"),
        why="both: attack/n:attack-on; date: named in the sentence; place: named in the sentence",
    )  # fmt: skip


def _row(event: Event, article: str, link: str, sentence: str) -> dict[str, Any]:
    place = event.event_loc or Place()
    return {
        "id": event.id, "article": article, "sequence": 0, "type": event.event[0], "mode": " ".join(event.mode) or None,
        "quad": event.quad_code, "date": event.date, "enddate": event.enddate, "country": place.country_code,
        "geonameid": place.geonameid, "place": place.resolved_place, "lat": place.lat, "lon": place.lon,
        "resolution": place.resolution, "status": event.status, "hedged": event.hedged,
        "confidence": event.confidence, "link": link, "words": sentence, "body": encode.to_json(event, explain=True),
    }  # fmt: skip


_PAIRS = "SELECT {0}, count(DISTINCT link), count(*) FROM event GROUP BY 1 ORDER BY 2 DESC"
BARE = (
    "SELECT count(DISTINCT link), count(*), count(DISTINCT article) FROM event",
    "SELECT body FROM event GROUP BY link ORDER BY date DESC, link LIMIT 50",
    "SELECT geonameid, place, country, lat, lon, quad, type, count(DISTINCT link) FROM event"
    " WHERE resolution >= 2 GROUP BY geonameid, quad, type",
    "SELECT country, quad, type, count(DISTINCT link) FROM event GROUP BY country, quad, type",
    "SELECT substr(date, 1, 7), quad, type, count(DISTINCT link) FROM event GROUP BY 1, 2, 3",
    *(_PAIRS.format(column) for column in ("type", "quad", "country", "status", "hedged")),
    "SELECT source, count(DISTINCT link), count(*) FROM event JOIN article ON article = article.id GROUP BY 1",
)
"""What an overview tells, asked of the database by hand."""


def asked() -> Iterator[tuple[str, str]]:
    """Filters as a person sets them, each with a value that was not asked for before."""
    types, chance = list(codebook.load().events), random.Random(5)
    for n in range(5):
        yield "type", f"type={types[n]}"
        yield "two types", f"type={types[n + 5]},{types[n + 7]}"
        yield "country", f"country={_COUNTRIES[n]}"
        yield "type and country", f"type={types[n + 3]}&country={_COUNTRIES[n + 6]}"
        yield "days", f"since={2015 + n}-02-01&until={2016 + n}-03-01"
        yield "actor by code", f"actor={_COUNTRIES[n + 9]}"
        yield "party by name", f"party=actor {chance.randrange(2000)}"
        yield "text", f"text={_WORDS[n]} {_WORDS[n + 1]}"
        yield "place", f"geonameid={100_001 + n}"
        yield "outlet", f"source=outlet {n + 11}"
        yield "status", f"status={('occurred', 'future', 'negated', 'hypothetical', 'occurred,future')[n]}"
        yield "confidence", f"min_confidence={0.5 + n / 20}"
        yield "witnesses", f"min_witnesses={n + 1}"


OTHERS = (
    "links?sort=-witnesses", "actors", "actors/actor 1", "dyads", "dyads?by=actor", "claims", "articles",
    "articles?text=report", "search?q=actor 17", "stats?by=month", "events", "meta",
)  # fmt: skip


class Took(Struct, frozen=True):
    """Milliseconds by the clock, and of the processor: the latter tell where others use the machine, too."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:8.0f} ms  processor {self.processor:8.0f} ms"


def took(call: Callable[[], object]) -> Took:
    """How long a call takes, the server's threads included."""
    clock, processor = time.perf_counter(), time.process_time()
    call()
    return Took((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)


def median(times: list[Took]) -> Took:
    """The medians of both."""
    return Took(statistics.median(t.clock for t in times), statistics.median(t.processor for t in times))


def report(path: Path) -> None:
    """Prints the figures."""
    from dateline.web.app import create_app

    with contextlib.closing(sqlite3.connect(path)) as plain:
        bare = [took(lambda: [plain.execute(query).fetchall() for query in BARE]) for _ in range(2)][-1]  # from memory
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        get(client, "formats")  # the libraries, not the record
        first = took(lambda: get(client, "overview"))
        print(f"bare SQL of the overview {bare}")
        times = f"{first.clock / bare.clock:.2f} x, processor {first.processor / bare.processor:.2f} x"
        print(f"first overview           {first}  {times}")
        print(f"the overview again       {median([took(lambda: get(client, 'overview')) for _ in range(5)])}")
        _filters(client, "overview")
        _filters(client, "links")
        for name in OTHERS:
            one, other = (took(lambda n=name: get(client, n)) for _ in range(2))  # type: ignore[misc]
            print(f"  {name:22} {one}, then {other}")


def get(client: TestClient, path: str) -> None:
    """Asks, and insists on an answer."""
    client.get(f"/api/{path}").raise_for_status()


def _filters(client: TestClient, what: str) -> None:
    times: dict[str, list[Took]] = {}
    client.app.state.view.forget()  # type: ignore[attr-defined]
    get(client, what)
    for name, query in asked():
        times.setdefault(name, []).append(took(lambda q=query: get(client, f"{what}?{q}")))  # type: ignore[misc]
    for name, those in times.items():
        print(f"  {what}: {name:18} {median(those)}")
    every = [t for those in times.values() for t in those]
    print(f"filter to {what}, median of {len(every)}: {median(every)}")


def main() -> None:
    """The command."""
    ask_for = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask_for.add_argument("events", type=int)
    ask_for.add_argument("--keep", type=Path)
    args = ask_for.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder) / "record.db"
        if not path.exists():
            print(f"filled in {took(lambda: fill(path, args.events))}", flush=True)
        report(path)


if __name__ == "__main__":
    main()
