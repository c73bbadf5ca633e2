"""Checks furniture against coded articles: how many coded events lie in what intake calls furniture (should be none).

    python benchmarks/furniture.py CODES_DIR ARTICLES_DIR [CODES_DIR ARTICLES_DIR …] [--list]

Codes are JSON files {"doc", "events": [{"sentence", "trigger"}]}; articles lie as <doc>.txt. `--list` prints all
furniture found, and the coded events that were lost.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from pathlib import Path
from typing import Any

from dateline.intake import from_text
from dateline.model.article import Furniture


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, help="pairs of a folder of codes and one of articles")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    found: collections.Counter[str] = collections.Counter()
    lost: collections.Counter[str] = collections.Counter()
    total = characters = covered = 0
    for codes, articles in zip(args.folders[::2], args.folders[1::2], strict=True):
        for path in sorted(codes.glob("*.json")):
            coded = json.loads(path.read_text(encoding="utf-8"))
            text = (articles / f"{coded['doc']}.txt").read_bytes().decode("utf-8")
            furniture = from_text(text).furniture
            found.update(f.kind for f in furniture)
            characters, covered = characters + len(text), covered + sum(f.end - f.start for f in furniture)
            total += len(coded["events"])
            for event in coded["events"]:
                if kind := _holds(furniture, _at(text, event)):
                    lost[kind] += 1
                    if args.list:
                        print(f"LOST {coded['doc']} {kind}: {event['trigger']!r} in {event['sentence']!r}")
            if args.list:
                _print(coded["doc"], text, furniture)
    print(f"{covered / max(characters, 1):.1%} of the text is furniture:", dict(found.most_common()))
    print(f"{lost.total()} of {total} coded events lie in furniture:", dict(lost))
    return 0


def _at(text: str, event: dict[str, Any]) -> int:
    sentence = max(text.find(event["sentence"]), 0)
    return max(text.find(event["trigger"], sentence), 0)


def _holds(furniture: tuple[Furniture, ...], at: int) -> str | None:
    return next((f.kind for f in furniture if f.start <= at < f.end), None)


def _print(doc: str, text: str, furniture: tuple[Furniture, ...]) -> None:
    for f in furniture:
        print(f"{doc} {f.kind} ({f.reason}): {text[f.start : f.end]!r}")


if __name__ == "__main__":
    sys.exit(main())
