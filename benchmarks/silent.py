"""False events an article, on articles that report none (`silent.txt` names them).

python -m benchmarks.silent [--no-trained] [--show]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks import tasks
from dateline.intake import from_text
from dateline.model.article import Article
from dateline.reading.reader import Reader, Settings

NAMES = Path(__file__).with_name("silent.txt")


def names() -> tuple[str, ...]:
    """The documents' names, in the order of the file."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def articles() -> Iterator[Article]:
    """The articles. Raises KeyError where the shared data lack one."""
    texts = _of_places() | {path.stem: path.read_text(encoding="utf-8") for path in _coded().glob("*.txt")}
    for name in names():
        yield from_text(texts[name], url=f"{name}.txt")


def _coded() -> Path:
    return tasks.SHARED / "data" / "events" / "articles"


def _of_places() -> dict[str, str]:
    lines = (tasks.SHARED / "data" / "places" / "lgl.jsonl").read_text(encoding="utf-8").split("\n")
    return {record["doc"]: record["text"] for record in map(json.loads, filter(None, lines))}


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--no-trained", action="store_true", help="rules alone")
    ask.add_argument("--show", action="store_true", help="print the false events")
    args = ask.parse_args()
    reader = Reader(Settings(trained=not args.no_trained))
    false = 0
    for article in articles():
        events = reader.read(article).events
        false += len(events)
        for event in events if args.show else ():
            print(article.url, event.event[0], [s.text for s in event.event_text], event.confidence)
    print(f"{false} false events in {len(names())} articles: {false / len(names()):.2f} an article")


if __name__ == "__main__":
    main()
