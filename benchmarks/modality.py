"""Status and doubt at the triggers of coded events: accuracy, and precision, recall and F1 by class.

    python benchmarks/modality.py CODES_FOLDER TEXTS_FOLDER [--misses]

Codes are files {"doc", "events": [{"sentence", "trigger", "event", "status", "hedged"}]}; an event whose trigger is not
found in its sentence is left out.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.reading.hedging import hedged
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed
from dateline.reading.status import status

Counts = collections.Counter[tuple[str, str]]


def triggers(codes: Path, texts: Path, parser: Parser) -> Iterator[tuple[Parsed, int, dict[str, Any]]]:
    """Each coded event with the token number of its trigger's head."""
    for path in sorted(codes.glob("*.json")):
        coded = json.loads(path.read_text(encoding="utf-8"))
        with (texts / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            parsed = parser.parse(Article(text=file.read()))
        for event in coded["events"]:
            sentence = parsed.text.find(event["sentence"])
            start = parsed.text.find(event["trigger"], max(sentence, 0))
            head = parsed.head_in(start, start + len(event["trigger"])) if min(sentence, start) >= 0 else None
            if head is not None:
                yield parsed, head.i, event


def report(name: str, counts: Counts) -> None:
    """Prints accuracy and the figures of each class."""
    total = sum(counts.values())
    right = sum(n for (gold, got), n in counts.items() if gold == got)
    print(f"{name}: accuracy {right / max(total, 1):.3f} of {total}")
    for label in sorted({gold for gold, _ in counts}):
        hit = counts[label, label]
        got = sum(n for (_, g), n in counts.items() if g == label)
        gold = sum(n for (g, _), n in counts.items() if g == label)
        print(f"  {label:13} P {hit / max(got, 1):.2f}  R {hit / gold:.2f}  F1 {2 * hit / (got + gold):.2f}  of {gold}")


def main() -> None:
    """Prints both questions' figures; with --misses each error with its reason."""
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("codes", type=Path)
    parse.add_argument("texts", type=Path)
    parse.add_argument("--misses", action="store_true")
    args = parse.parse_args()
    knowledge = Knowledge()
    stand: Counts = collections.Counter()
    doubt: Counts = collections.Counter()
    for parsed, head, event in triggers(args.codes, args.texts, Parser()):
        got, why = status(parsed, head, knowledge, event["event"])
        reason = hedged(parsed, head, knowledge)
        stand[event["status"], got] += 1
        doubt[str(bool(event["hedged"])), str(reason is not None)] += 1
        if args.misses and (got != event["status"] or bool(event["hedged"]) != (reason is not None)):
            print(event["trigger"], "|", event["status"], got, why, "|", event["hedged"], reason)
    report("status", stand)
    report("hedged", doubt)


if __name__ == "__main__":
    main()
