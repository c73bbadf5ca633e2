"""brat standoff: a folder with a .txt and a .ann for each article, and the annotation.conf that declares the names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

import msgspec

from dateline import codebook
from dateline.export import cells
from dateline.export.base import Format, Job, Reading
from dateline.export.nodes import LABELS, ROLES, Node, file_name, inside, of_document, roles
from dateline.model.document import AnnotatedDocument, Event

_LINES = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What may stand in one line of a file, by every reader's notion of a line."""
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]")
_STATUSES = ("future", "hypothetical", "negated")


def _files(readings: Iterable[Reading], job: Job) -> Iterator[tuple[str, bytes]]:
    yield "annotation.conf", _configuration().encode()
    for number, reading in enumerate(readings, 1):
        if reading.document is None:
            continue
        name = file_name(number, reading.document)
        lines = _annotations(reading.document, reading.events, job)
        yield f"{name}.txt", reading.document.text.encode("utf-8", "replace")
        yield f"{name}.ann", "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        job.tally.rows += 1


def _annotations(document: AnnotatedDocument, events: tuple[Event, ...], job: Job) -> Iterator[str]:
    ids = {node: f"T{number}" for number, node in enumerate(of_document(document), 1)}
    for node, ident in ids.items():
        yield _text_bound(ident, node.label, [(node.start, node.end)], document.text)
    attributes = itertools.count(1)
    numbers = itertools.count(1)
    for event in events:
        spans = [(s.start, s.end) for s in event.event_text if inside(s.start, s.end, document.text)]
        if not spans:
            job.tally.leave_out("no words to point at")
            continue
        number = next(numbers)
        trigger = f"T{len(ids) + number}"
        yield _text_bound(trigger, _name(event.event[0]), spans, document.text)
        yield _event(f"E{number}", trigger, event, ids)
        for attribute in _attributes(event):
            yield f"A{next(attributes)}\t{attribute.format(f'E{number}')}"
        yield f"#{number}\tAnnotatorNotes E{number}\t{_note(event)}"


def _text_bound(ident: str, label: str, spans: list[tuple[int, int]], text: str) -> str:
    """Words over several lines, or apart, are fragments: no line of the file may break."""
    found = [m.span() for start, end in sorted(spans) for m in _LINES.finditer(text, start, end)]
    fragments = ";".join(f"{start} {end}" for start, end in found)
    return f"{ident}\t{label} {fragments}\t{' '.join(text[start:end] for start, end in found)}"


def _event(ident: str, trigger: str, event: Event, ids: dict[Node, str]) -> str:
    """Roles that occur more than once are numbered from the second on, as brat does."""
    counts: dict[str, int] = {}
    parts = [f"{_name(event.event[0])}:{trigger}"]
    for role, node in dict.fromkeys(roles(event)):
        if node in ids:
            counts[role] = counts.get(role, 0) + 1
            parts.append(f"{role}{counts[role] if counts[role] > 1 else ''}:{ids[node]}")
    return f"{ident}\t{' '.join(parts)}"


def _attributes(event: Event) -> Iterator[str]:
    yield from (f"Mode {{}} {_name(mode)}" for mode in event.mode[:1])
    if event.status != "occurred":
        yield f"Status {{}} {event.status}"
    if event.hedged:
        yield "Hedged {}"


def _note(event: Event) -> str:
    """What brat has no shape for: canonical names, days, sources; as JSON on one line."""
    told = {
        "id": event.id,
        "link": event.link,
        "mode": event.mode[1:],
        "context": event.context,
        "actor": cells.names(event.actor),
        "recipient": cells.names(event.recipient),
        "date": event.date,
        "enddate": event.enddate,
        "place": cells.place_name(event.event_loc),
        "figures": cells.figures(event),
        "attributed_to": cells.who_says(event),
        "confidence": event.confidence,
    }
    return " ".join(msgspec.json.encode({k: v for k, v in told.items() if v}).decode().split())


def _name(word: str) -> str:
    return _NO_NAME.sub("_", word) or "_"


def _configuration() -> str:
    """Declares entities, events with their arguments, and attributes, out of the codebook."""
    book = codebook.load()
    roles_of = ", ".join(f"{role}*:{label}" for role, label in ROLES.items())
    modes = dict.fromkeys(mode for event in book.events.values() for mode in event.modes)
    parts = ["[entities]", *LABELS, "", "[relations]", "", "[events]", *(f"{e}\t{roles_of}" for e in book.events)]
    parts += ["", "[attributes]", f"Mode\tArg:<EVENT>, Value:{'|'.join(modes)}"]
    parts += [f"Status\tArg:<EVENT>, Value:{'|'.join(_STATUSES)}", "Hedged\tArg:<EVENT>", ""]
    return "\n".join(parts)


FORMAT = Format(
    summary="brat standoff, a folder with a text and its annotations an article", files=_files, needs_text=True
)
