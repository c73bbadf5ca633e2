"""Figures found in articles against the figures of their coded events: recall by kind, low and high.

    python benchmarks/figures.py CODES_FOLDER TEXTS_FOLDER [--misses] [--extra] [--limit N]

Codes name only the figures of coded events, so that precision here is a lower bound: a figure of an event nobody codes
counts as wrong. Each gold figure must be found once in its article; a figure found serves all golds of equal values.
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
from dateline.model.mentions import Figure
from dateline.reading import how_many
from dateline.reading.parse import Parser

Value = tuple[str, int | None, int | None]


def gold_figures(path: Path) -> dict[Value, str]:
    """The distinct figures of an article's events, with their words. Single persons named are left out."""
    events: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["events"]
    found = ((f["kind"], f["low"], f["high"], f["text"]) for e in events for f in e["figures"])
    return {(kind, low, high): text for kind, low, high, text in found}


def articles(codes: Path, texts: Path, limit: int) -> Iterator[tuple[Path, str]]:
    """The code files with their texts."""
    for path in sorted(codes.glob("*.json"))[:limit]:
        with (texts / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            yield path, file.read()


def main() -> None:
    """Prints recall and an indicative precision, by kind and in all."""
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("codes", type=Path)
    parse.add_argument("texts", type=Path)
    parse.add_argument("--misses", action="store_true")
    parse.add_argument("--extra", action="store_true")
    parse.add_argument("--limit", type=int, default=10_000)
    args = parse.parse_args()
    parser, knowledge = Parser(), Knowledge()
    counts: collections.Counter[str] = collections.Counter()
    for path, text in articles(args.codes, args.texts, args.limit):
        score(path.stem, gold_figures(path), how_many.find(parser.parse(Article(text=text)), knowledge), counts, args)
    report(counts)


def score(
    doc: str,
    gold: dict[Value, str],
    found: tuple[Figure, ...],
    counts: collections.Counter[str],
    args: argparse.Namespace,
) -> None:
    """Counts hits of one article."""
    values = {(f.kind, f.low, f.high): f for f in found}
    for (kind, low, high), text in gold.items():
        single = low == 1 == high
        hit = (kind, low, high) in values
        for key in ("all", kind, "single" if single else "not single"):
            counts[f"{key} want"] += 1
            counts[f"{key} hits"] += hit
        if not hit and not single and args.misses:
            near = [
                f"{f.kind} {f.low}-{f.high} ({f.why})"
                for f in found
                if f.low == low or f.text in text or text in f.text
            ]
            print(f"miss {doc}: {kind} {low}-{high} {text!r}; near: {near[:3]}")
    for value, figure in values.items():
        for key in ("all", figure.kind):
            counts[f"{key} got"] += 1
            counts[f"{key} right"] += value in gold
        if value not in gold and args.extra:
            print(f"extra {doc}: {figure.kind} {figure.low}-{figure.high} {figure.text!r} ({figure.why})")


def report(counts: collections.Counter[str]) -> None:
    """One line a kind."""
    for key in sorted({k.rsplit(" ", 1)[0] for k in counts}):
        want, hits, got, right = (counts[f"{key} {part}"] for part in ("want", "hits", "got", "right"))
        precision = f"{right}/{got} = {right / got:.3f}" if got else "-"
        print(f"{key:12} recall {hits}/{want} = {hits / (want or 1):.3f}   precision at least {precision}")


if __name__ == "__main__":
    main()
