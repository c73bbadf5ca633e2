"""Text with marked words: cuts a text into runs by the marks over it, for terminals and notebooks alike."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Iterator

from msgspec import Struct

COLOURS = {
    "event": "#ffd9d9",
    "actor": "#d9e8ff",
    "recipient": "#e6dcff",
    "date": "#ddf5dd",
    "place": "#fff1cc",
    "figure": "#d4f2f2",
    "source": "#f5dcea",
    "cue": "#f5dcea",
}


class Mark(Struct, frozen=True):
    """Characters [start, end) of the text carry `label` (a field of the record)."""

    start: int
    end: int
    label: str


def runs(start: int, end: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Cuts [start, end) wherever a mark begins or ends; each run has the labels of the marks over it."""
    inside = [m for m in marks if m.start < end and start < m.end and m.start < m.end]
    edges = sorted({start, end, *(min(max(e, start), end) for m in inside for e in (m.start, m.end))})
    for low, high in itertools.pairwise(edges):
        labels = {m.label: None for m in inside if m.start <= low and high <= m.end}
        yield low, high, tuple(labels)


def to_html(text: str, marks: Iterable[Mark]) -> str:
    """The text as HTML, marked words coloured, their labels as titles. Everything of the text is escaped."""
    parts = []
    for low, high, labels in runs(0, len(text), list(marks)):
        words = html.escape(text[low:high]).replace("\n", "<br>")
        if not labels:
            parts.append(words)
            continue
        colour = COLOURS.get(labels[0], "#eeeeee")
        title = html.escape(", ".join(labels), quote=True)
        parts.append(f'<span style="background:{colour};color:#111" title="{title}">{words}</span>')
    return "".join(parts)
