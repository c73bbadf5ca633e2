"""What the trained part alone gets: its proposals in the form that the scorers read. No rules, no resolution."""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys
from collections.abc import Iterable, Sequence

from dateline.reading.trained import ClaimScores, EventScores, Heads, Scores, Words
from dateline.reading.who_says.weighed import runs
from training.examples import Example

_NEAR = 8
"""Words apart, up to which two triggers of one type are taken for one event."""
_LEFT = frozenset(["compound", "amod", "det", "poss", "nmod", "nummod", "quantmod", "case", "punct", "advmod"])


def events(example: Example, heads: Heads, least: float | None = None) -> list[dict[str, object]]:
    """The events of one text as JSON objects."""
    scores = heads.read(example.words)
    least = heads.thresholds.event if least is None else least
    taken = [e for e in scores.events if e.score >= least and not _doubled(e, scores, example.words)]
    return [_event(example, heads, e) for e in taken]


def _doubled(event: EventScores, scores: Scores, words: Words) -> bool:
    """Whether a word near by in the sentence names the same kind of event more clearly: mostly the same happening
    ("a blast killed … and wounded …"), which is coded once."""
    return any(
        abs(o.word - event.word) <= _NEAR
        and words.sentence[o.word] == words.sentence[event.word]
        and o.event == event.event
        and (o.score, o.word) > (event.score, event.word)
        for o in scores.events
    )


def _event(example: Example, heads: Heads, event: EventScores) -> dict[str, object]:
    words, least = example.words, heads.thresholds.party
    return {
        "event": [event.event],
        "mode": [m for m, chance in event.modes.items() if chance >= 0.5],
        "event_text": [_span(words, event.word, event.word)],
        "status": max(event.status, key=lambda s: event.status[s]),
        "hedged": event.hedged >= 0.5,
        "actor": [_party(words, f.word) for f in event.roles["actor"].chosen(least)],
        "recipient": [_party(words, f.word) for f in event.roles["recipient"].chosen(least)],
        "attribution": [{"source": _party(words, f.word)} for f in event.roles["source"].chosen(least)[:1]],
        "confidence": event.score,
        "cite_info": {"url": f"{example.name}.txt"},
    }


def _party(words: Words, head: int) -> dict[str, object]:
    first, last = noun_phrase(words, head)
    span = _span(words, first, last)
    return {"entity_text": span["text"], "start": span["start"], "end": span["end"]}


def noun_phrase(words: Words, head: int) -> tuple[int, int]:
    """The words before `head` that belong to its name."""
    first = head
    while first > 0 and words.sentence[first - 1] == words.sentence[head] and words.dep[first - 1] in _LEFT:
        at = first - 1
        while at < head and words.head[at] > at:
            at = words.head[at]
        if at != head:
            break
        first -= 1
    return first, head


def _span(words: Words, first: int, last: int) -> dict[str, object]:
    start, end = words.start[first], words.end[last]
    return {"text": words.text[start:end], "start": start, "end": end}


def document(example: Example, heads: Heads) -> dict[str, object]:
    """The attributions of one text as an annotated document."""
    scores = heads.read(example.words)
    taken = [c for c in scores.claims if c.score >= heads.thresholds.cue]
    found = [_claim(example.words, heads, c) for c in taken]
    return {
        "cite_info": {"url": f"{example.name}.txt"},
        "text": example.words.text,
        "mentions": {"attributions": [c for c in found if c["content"]]},
    }


def _claim(words: Words, heads: Heads, claim: ClaimScores) -> dict[str, object]:
    source = [_party(words, f.word) for f in claim.source.chosen(heads.thresholds.source, 0.6)[:1]]
    inside = [w for w, chance in claim.content.items() if chance >= heads.thresholds.content and w not in claim.cue]
    return {
        "source": source[0] if source else None,
        "cue": _span(words, claim.cue[0], claim.cue[-1]),
        "content": _span(words, *max(runs(inside), key=lambda r: r[1] - r[0])) if inside else None,
    }


def score(scorer: pathlib.Path, gold: Sequence[str], lines: Iterable[object], work: pathlib.Path) -> dict[str, float]:
    """Runs one of the scorers on the lines."""
    work.mkdir(parents=True, exist_ok=True)
    path = work / "predicted.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, str(scorer), *gold, "--pred", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def roots(
    found: Sequence[Example], heads: Heads, scorers: pathlib.Path, gold: pathlib.Path, work: pathlib.Path
) -> dict[str, float]:
    """The strongest type of each sentence held against its root."""
    work.mkdir(parents=True, exist_ok=True)
    columns, *rows = gold.read_text(encoding="utf-8").rstrip("\n").split("\n")
    names = {e.name for e in found}
    part = work / "roots.tsv"
    part.write_text("\n".join([columns, *(r for r in rows if r.split("\t")[0] in names)]) + "\n", encoding="utf-8")
    lines = []
    for example in found:
        types = heads.read(example.words).sentence_types(0, len(example.words))
        best = max(types, key=lambda name: types[name])
        lines.append({"event": [best], "confidence": types[best], "cite_info": {"url": f"{example.name}.txt"}})
    figures = score(scorers / "event_types.py", [str(part)], lines, work)
    return {k: v for k, v in figures.items() if k in ("macro-F1", "accuracy", "coverage", "quad macro-F1")}
