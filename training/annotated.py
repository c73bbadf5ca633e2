"""Annotated texts as training reads them, by character offsets, whatever they were made from.

A file of further examples (`training/data/*.jsonl`) has one such text a line:

    {"text": "…", "events": [{"trigger": [s, e], "event": "ASSAULT", "mode": ["aerial"], "status": "occurred",
     "hedged": false, "actors": [[s, e]], "recipients": [[s, e]], "place": [s, e], "figures": [[s, e]],
     "sources": [[s, e]], "also": [[s, e]], "or": ["COERCE"], "optional": false}],
     "claims": [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]]}], "root": "ASSAULT"}

Offsets are half-open. A role that is left out is unknown and not trained; an empty list says that nobody is named.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

Offsets = tuple[int, int]


class EventNote(msgspec.Struct, kw_only=True):
    """An annotated event. `also` are words that might as well have been marked as the trigger."""

    trigger: Offsets
    event: str
    mode: list[str] = []
    status: str | None = None
    hedged: bool | None = None
    actors: list[Offsets] | None = None
    recipients: list[Offsets] | None = None
    place: Offsets | None = None
    no_place: bool = False
    date: tuple[str, str] | None = None
    no_date: bool = False
    figures: list[Offsets] | None = None
    sources: list[Offsets] | None = None
    also: list[Offsets] = []
    others: list[str] = msgspec.field(name="or", default_factory=list)
    optional: bool = False


class ClaimNote(msgspec.Struct, kw_only=True):
    """An annotated attribution; a role may lie in several pieces."""

    source: list[Offsets] = []
    cue: list[Offsets] = []
    content: list[Offsets] = []


class Annotated(msgspec.Struct, kw_only=True):
    """A text with what is marked in it. None: that task is not annotated here (not: that it has none)."""

    name: str
    text: str
    published: str | None = None
    events: list[EventNote] | None = None
    claims: list[ClaimNote] | None = None
    root: str | None = None
    root_source: str = ""
    root_target: str = ""


def event_articles(folder: pathlib.Path, texts: pathlib.Path) -> Iterator[Annotated]:
    """Articles coded by the coding guide: one JSON file each, quoting its article word for word."""
    for path in sorted(folder.glob("*.json")):
        coded = json.loads(path.read_text(encoding="utf-8"))
        yield event_article(coded, (texts / f"{coded['doc']}.txt").read_text(encoding="utf-8"))


def event_article(coded: dict[str, Any], text: str) -> Annotated:
    """One article coded by the coding guide, in the guide's form. Without a day of publication, that an event has no
    day says nothing: coders leave out days that hang on it."""
    published = coded.get("published")
    notes = [note for event in coded["events"] if (note := _event_note(event, text)) is not None]
    if published is None:
        notes = [replace(note, no_date=False) for note in notes]
    return Annotated(name=coded["doc"], text=text, published=published, events=notes)


def _event_note(event: dict[str, object], text: str) -> EventNote | None:
    sentence = text.find(str(event["sentence"]))
    trigger = _find(text, str(event["trigger"]), sentence)
    if sentence < 0 or trigger is None:
        return None
    also = [found for words in _list(event, "also") if (found := _find(text, str(words), sentence)) is not None]
    place = event.get("place")
    named = place.get("text") if isinstance(place, dict) else None
    return EventNote(
        trigger=trigger,
        event=str(event["event"]),
        mode=[str(m) for m in _list(event, "mode")],
        status=str(event["status"]),
        hedged=bool(event.get("hedged")),
        actors=_parties(text, event, "actors", trigger),
        recipients=_parties(text, event, "recipients", trigger),
        place=nearest(text, named, trigger) if named else None,
        no_place=place is None,
        date=_days(event),
        no_date=event.get("date") is None,
        figures=_parties(text, event, "figures", trigger),
        sources=_parties(text, event, "attributed_to", trigger),
        also=also,
        others=[str(t) for t in _list(event, "or")],
        optional=bool(event.get("optional")),
    )


def _days(event: dict[str, object]) -> tuple[str, str] | None:
    days = _list(event, "date")
    return (str(days[0]), str(days[-1])) if days else None


def _list(event: dict[str, object], key: str) -> list[object]:
    value = event.get(key)
    return value if isinstance(value, list) else []


def _parties(text: str, event: dict[str, object], key: str, trigger: Offsets) -> list[Offsets]:
    names = [p.get("text") for p in _list(event, key) if isinstance(p, dict)]
    return [found for name in names if name and (found := nearest(text, name, trigger)) is not None]


def _find(text: str, words: str, start: int) -> Offsets | None:
    at = text.find(words, max(start, 0))
    return (at, at + len(words)) if at >= 0 else None


def nearest(text: str, words: str, to: Offsets) -> Offsets | None:
    """Where `words` stand nearest to `to`; what follows counts double, since a party is mostly named before."""
    best, cost, at = None, 0.0, text.find(words)
    while at >= 0:
        here = (to[0] - at) if at < to[0] else 2.0 * (at - to[1])
        if "\n" in text[min(at, to[0]) : max(at, to[1])]:
            here += 200.0
        if _whole(text, at, at + len(words)) and (best is None or here < cost):
            best, cost = (at, at + len(words)), here
        at = text.find(words, at + 1)
    return best


def _whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)


def claim_articles(path: pathlib.Path) -> Iterator[Annotated]:
    """Documents with attributions, one JSON object a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        claims = msgspec.convert(document["attributions"], list[ClaimNote])
        yield Annotated(name=document["doc"], text=document["text"], claims=claims)


def rooted_sentences(path: pathlib.Path) -> Iterator[Annotated]:
    """Sentences with the PLOVER root of what one party does to another; tab-separated with a heading line."""
    columns, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line)
    for row in rows:
        cells = dict(zip(columns, row, strict=True))
        yield Annotated(
            name=cells["uid"],
            text=cells["sentence"],
            root=cells["root"],
            root_source=cells["source"],
            root_target=cells["target"],
        )


def further_examples(folder: pathlib.Path) -> Iterator[Annotated]:
    """Our own annotated texts, all `*.jsonl` of a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            example = {"name": f"{path.stem}-{number}", **json.loads(line)}
            yield msgspec.convert(example, Annotated)
