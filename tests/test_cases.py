"""Golden cases: every file of `tests/cases/` is an article and the record expected of it.

A case is YAML: `text` (or `file`, one of the shipped examples), `published`, and

- `events`: what must be coded, in text order. Each names the `words` of the event and the fields that matter:
  `event`, `mode`, `actor`, `recipient`, `date` ([first, last] or null), `place`, `figures` ([kind, low, high]),
  `status`, `hedged`, `source`, `stance`. Parties and sources are names that must stand in the entity's words or
  canonical name; `code` and `sector` of a party follow it after slashes: `police/SDN/COP`.
- `silent`: words from which no event may be read.
- `count`: how many events there are in all, where that matters.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.intake import IntakeOptions, from_text, open_sources
from dateline.model.document import AnnotatedDocument, Event
from dateline.model.mentions import Entity
from dateline.reading.reader import Reader

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def article_of(case: dict[str, Any]) -> Any:
    """The case's article: its own text, or a shipped example."""
    if "file" in case:
        with resources.as_file(resources.files("dateline").joinpath("examples", case["file"])) as path:
            return next(iter(open_sources([str(path)], IntakeOptions())))
    return from_text(case["text"], published=case.get("published"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path, reader: Reader) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = reader.read(article_of(case))
    problems = [*missing(case.get("events", []), document), *spoken(case.get("silent", []), document)]
    if "count" in case and len(document.events) != case["count"]:
        problems.append(f"{len(document.events)} events, expected {case['count']}")
    assert not problems, "\n".join([*problems, "coded:", *map(line, document.events)])


def missing(wanted: list[dict[str, Any]], document: AnnotatedDocument) -> list[str]:
    """A line for each expected event that no coded event satisfies, with the nearest one's differences."""
    problems, free = [], list(document.events)
    for want in wanted:
        options = [(differences(want, e), e) for e in free if want["words"] in " … ".join(s.text for s in e.event_text)]
        if not options:
            problems.append(f"no event at {want['words']!r}")
            continue
        wrong, event = min(options, key=lambda o: len(o[0]))
        free.remove(event)
        problems += [f"{want['words']!r}: {w}" for w in wrong]
    return problems


def differences(want: dict[str, Any], event: Event) -> list[str]:
    """How a coded event differs from what is wanted of it; fields the case does not name are free."""
    place = event.event_loc
    got: dict[str, Any] = {
        "event": event.event[0],
        "mode": list(event.mode),
        "date": None if event.date is None else [event.date, event.enddate or event.date],
        "place": place and place.resolved_place,
        "figures": [[f.kind, f.low, f.high] for f in event.size],
        "status": event.status,
        "hedged": event.hedged,
        "stance": [a.stance for a in event.attribution],
    }
    want = {k: list(map(str, v)) if k == "date" and v else v for k, v in want.items()}
    wrong = [f"{k} is {got[k]!r}, expected {want[k]!r}" for k in got if k in want and want[k] != got[k]]
    parties = {
        "actor": event.actor,
        "recipient": event.recipient,
        "source": tuple(a.source for a in event.attribution if a.source),
    }
    for slot, entities in parties.items():
        if slot in want and not parties_fit(want[slot], entities):
            wrong.append(f"{slot} is {[name(e) for e in entities]!r}, expected {want[slot]!r}")
    return wrong


def parties_fit(want: list[str], entities: tuple[Entity, ...]) -> bool:
    """As many parties as wanted, each wanted one among them."""
    return len(want) == len(entities) and all(any(fits(w, e) for e in entities) for w in want)


def fits(want: str, entity: Entity) -> bool:
    """`name`, `name/CODE` or `name/CODE/SECTOR`; an empty part is free."""
    words, code, sector = [*want.split("/"), "", ""][:3]
    named = words in entity.entity_text or words in (entity.identifier_text or "")
    return named and (not code or code == entity.code) and (not sector or sector in entity.sector)


def spoken(silent: list[str], document: AnnotatedDocument) -> list[str]:
    """A line for each event read from words that tell none."""
    found = []
    for words in silent:
        start = document.text.find(words)
        assert start >= 0, f"not in the text: {words!r}"
        inside = [s for e in document.events for s in e.event_text if start <= s.start < start + len(words)]
        found += [f"event read from {words!r}: {s.text!r}" for s in inside]
    return found


def name(entity: Entity) -> str:
    """An entity as a case would name it."""
    return "/".join(filter(None, (entity.entity_text, entity.code, *entity.sector[:1])))


def line(event: Event) -> str:
    """A coded event in one line, for the failure's message."""
    words = " … ".join(s.text for s in event.event_text)
    parties = [[name(e) for e in side] for side in (event.actor, event.recipient)]
    place = event.event_loc and event.event_loc.resolved_place
    return (
        f"  {event.event[0]} {list(event.mode)} {words!r} {parties} {event.date}…{event.enddate} {place} {event.status}"
    )
