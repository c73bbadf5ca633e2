"""Incidents that several coded articles tell: which coded events, and which events as read, are theirs."""

from __future__ import annotations

import collections
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, convert

from dateline.model.document import AnnotatedDocument, Event

_AT_LENGTH = 3
"""Mentions from which an article tells an incident at length."""


class Incident(Struct, frozen=True):
    """Which coded events tell it (see incidents.toml)."""

    types: frozenset[str]
    days: tuple[str, str]
    places: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    def holds(self, doc: str, code: Mapping[str, Any]) -> bool:
        """Whether a coded event of an article tells it."""
        if code["event"] not in self.types or code["status"] != "occurred" or not code["date"]:
            return False
        place = (code["place"] or {}).get("name") or ""
        near = self.places is None or place in self.places
        inside = self.days[0] <= code["date"][0][:10] and code["date"][1][:10] <= self.days[1]
        return near and inside and f"{doc} {code['id']}" not in self.without


def incidents() -> dict[str, Incident]:
    """All incidents by name."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return convert(tomllib.loads(text), dict[str, Incident])


def coded(folders: Iterable[Path]) -> dict[str, list[dict[str, Any]]]:
    """The coded events of each article."""
    entries = (json.loads(p.read_text(encoding="utf-8")) for folder in folders for p in sorted(folder.glob("*.json")))
    return {e["doc"]: e["events"] for e in entries if "doc" in e}


class Matched(Struct, frozen=True):
    """An event as read and the names of what it tells: its coded event's chain in the article, and its incident."""

    event: Event
    chain: str
    incident: str | None


def matched(document: AnnotatedDocument, doc: str, codes: Iterable[Mapping[str, Any]]) -> list[Matched]:
    """The events that stand at a coded event's trigger, or at words that a coder might as well have taken for it."""
    known = incidents()
    chains: dict[str, str] = {}
    found: dict[str, tuple[int, Matched]] = {}
    for code in codes:
        chains[code["id"]] = chains.get(code.get("same_as") or "", f"{doc} {code['id']}")
        incident = next((name for name, i in known.items() if i.holds(doc, code)), None)
        for event, shared in _at(document, code):
            if event.id not in found or found[event.id][0] < shared:
                found[event.id] = (shared, Matched(event, chains[code["id"]], incident))
    return [m for _, m in found.values()]


def _at(document: AnnotatedDocument, code: Mapping[str, Any]) -> Iterator[tuple[Event, int]]:
    """The events at a coded event's words and how many letters they share with its trigger, or with other words."""
    start = document.text.find(code["sentence"])
    if start < 0:
        return
    end = min((s.end for s in document.sentences if s.end > start), default=len(document.text))
    for words in (code["trigger"], *code["also"]):
        at = document.text.find(words, start, max(end, start + len(code["sentence"])))
        for event in document.events if at >= 0 else ():
            shared = max(min(s.end, at + len(words)) - max(s.start, at) for s in event.event_text)
            if shared > 0:
                yield event, shared + (len(document.text) if words == code["trigger"] else 0)


class Share(Struct, frozen=True):
    """How one incident was linked: its mentions as read, those in its largest link, and what else is in that link.

    `strangers` are mentions of other things: coded as such, or in articles that do not tell the incident; `unknown` are
    mentions in its articles that no coder coded. `links` counts the links its mentions are spread over. `main` where
    two articles or more tell it at length."""

    link: str
    articles: int
    main: bool
    mentions: int
    together: int
    links: int
    strangers: tuple[Event, ...]
    unknown: tuple[Event, ...]

    @property
    def share(self) -> float:
        """Share of the mentions that is in the largest link."""
        return self.together / self.mentions if self.mentions else 0.0


def summed(found: Mapping[str, Share]) -> str:
    """One line on all incidents: the mean of their shares; of all mentions those together; how pure the links are."""
    together, mentions = sum(s.together for s in found.values()), sum(s.mentions for s in found.values())
    pure = together / (together + sum(len(s.strangers) for s in found.values()))
    mean = sum(s.share for s in found.values()) / len(found)
    return f"mean share {mean:.3f}, of all mentions {together / mentions:.3f}, purity {pure:.3f}"


def shares(
    read: Mapping[str, AnnotatedDocument], codes: Mapping[str, Any], links: Mapping[str, str]
) -> dict[str, Share]:
    """How each incident was linked."""
    known = {doc: matched(d, doc, codes[doc]) for doc, d in read.items() if doc in codes}
    told: dict[str, list[tuple[str, Matched]]] = collections.defaultdict(list)
    for doc, those in known.items():
        for m in those:
            told[m.incident or ""].append((doc, m))
    coded_ids = {m.event.id for those in known.values() for m in those}
    found = {}
    for name in incidents():
        mine = {m.event.id: doc for doc, m in told[name]}
        at_length = [n for n in collections.Counter(mine.values()).values() if n >= _AT_LENGTH]
        counts = collections.Counter(links[e] for e in mine)
        link, together = max(counts.items(), key=lambda c: (c[1], c[0]), default=("", 0))
        others = [(doc, e) for doc, d in read.items() for e in d.events if links[e.id] == link and e.id not in mine]
        unsure = {e.id for doc, e in others if doc in mine.values() and e.id not in coded_ids}
        found[name] = Share(
            link=link,
            articles=len(set(mine.values())),
            main=len(at_length) >= 2,
            mentions=len(mine),
            together=together,
            links=len(counts),
            strangers=tuple(e for _, e in others if e.id not in unsure),
            unknown=tuple(e for _, e in others if e.id in unsure),
        )
    return found
