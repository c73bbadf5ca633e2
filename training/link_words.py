"""Counts how telling words are, for linking: from articles on many subjects, none of the linking corpus.

    python -m training.link_words ARTICLES.jsonl … --out src/dateline/linking/data/words.tsv

Each line of the files has a "text". A stem of at least MOST_RARE articles is written with its idf.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.linking import words

MOST_RARE = 6


def texts(files: Iterable[Path]) -> Iterator[str]:
    """The texts of JSON Lines files."""
    for file in files:
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)["text"]


def table(articles: Iterable[str]) -> dict[str, float]:
    """The idf of each stem that is not rare."""
    counts: collections.Counter[str] = collections.Counter()
    total = 0
    for text in articles:
        total += 1
        counts.update(words.stems(text))
    return {s: round(math.log(total / n), 2) for s, n in sorted(counts.items()) if n >= MOST_RARE}


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path, nargs="+")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    head = "# How telling a stem is (idf over news and encyclopedia articles); made by training/link_words.py.\n"
    lines = "".join(f"{name}\t{value}\n" for name, value in table(texts(args.articles)).items())
    args.out.write_text(head + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
