"""Why parties are wrong: for events of the right type what happened to their actors and recipients, by kind of error.

python -m benchmarks.parties [--task gold|events] [--fold N] [--no-trained]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from benchmarks import tasks
from dateline.model import encode
from dateline.reading.reader import Reader, Settings
from training.folds import fold_of


def kind(scorer: Any, slot: str, code: dict[str, Any], event: dict[str, Any]) -> str:
    """What became of a slot: right, nobody, spurious, missed, wrong; with more or fewer than were coded."""
    hits, wanted, got = scorer.slot_counts(slot, code, event)
    if not wanted:
        return "spurious" if got else "nobody, rightly"
    if not hits:
        return "wrong" if got else "missed"
    return "right" + (", with others" if got > hits else "") + (", not all" if wanted > hits else "")


def counted(reader: Reader, task: tasks.Task, fold: int | None) -> Counter[tuple[str, str, str]]:
    """(slot, type, kind of error) over the events whose type is right."""
    scorer = _scorer()
    codes = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in tasks.gold_files(task)}
    by_doc = {code["doc"]: code for code in codes.values() if "doc" in code}
    found: Counter[tuple[str, str, str]] = Counter()
    for article in tasks.articles(task):
        doc = Path(article.url or "").stem
        if doc not in by_doc or (fold is not None and fold_of(doc) != fold):
            continue
        read = reader.read(tasks._as_intake_would(article)).events
        events = [msgspec.json.decode(encode.to_json(event)) for event in read]
        golds = [scorer.Gold(code, article.text) for code in by_doc[doc]["events"]]
        found.update(_pairs(scorer, golds, events))
    return found


def _pairs(scorer: Any, golds: list[Any], events: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    for g, e in scorer.pair_up(golds, events):
        if scorer.type_of(events[e]) in golds[g].types:
            for slot in ("actor", "recipient"):
                yield slot, golds[g].raw["event"], kind(scorer, slot, golds[g].raw, events[e])


def _scorer() -> Any:
    sys.path.insert(0, str(tasks.SHARED / "score"))
    import score  # type: ignore[import-not-found]

    return score


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--task", choices=("gold", "events"), default="events")
    ask.add_argument("--fold", type=int, help="only this fifth of the articles (0: not seen by the trained heads)")
    ask.add_argument("--no-trained", action="store_true")
    args = ask.parse_args()
    found = counted(Reader(Settings(trained=not args.no_trained)), tasks.by_name(args.task), args.fold)
    for slot in ("actor", "recipient"):
        whole: Counter[str] = Counter()
        for (where, _, what), n in found.items():
            whole[what] += n if where == slot else 0
        sys.stdout.write(f"{slot}: {', '.join(f'{what} {n}' for what, n in whole.most_common() if n)}\n")
        for (where, event, what), n in sorted(found.items(), key=lambda f: -f[1]):
            if where == slot and what in ("spurious", "missed", "wrong"):
                sys.stdout.write(f"  {event} {what} {n}\n")


if __name__ == "__main__":
    main()
