"""Checks the sentence splitter against coded articles: each coded sentence must begin where one of ours begins.

    python benchmarks/sentences.py CODES_DIR ARTICLES_DIR [CODES_DIR ARTICLES_DIR …] [--misses]

Codes are JSON files {"doc", "events": [{"sentence": first words of the sentence}]}; articles lie as <doc>.txt. Prints
the share of coded starts that are ours, the mean number of our sentences in an article, and megabytes a second.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path

from dateline.intake import from_text
from dateline.reading.sentences import split

_LEAD = re.compile(r"[\s\"'“‘`(\[•*—–_-]*")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, help="pairs of a folder of codes and one of articles")
    parser.add_argument("--misses", action="store_true", help="list the coded sentences that begin inside one of ours")
    args = parser.parse_args()
    right = total = characters = sentences = 0
    seconds = 0.0
    split(from_text("Warm up. The words are read once."))
    for codes, articles in zip(args.folders[::2], args.folders[1::2], strict=True):
        for path in sorted(codes.glob("*.json")):
            coded = json.loads(path.read_text(encoding="utf-8"))
            text = (articles / f"{coded['doc']}.txt").read_bytes().decode("utf-8")
            before = time.process_time()
            ours = split(from_text(text))
            seconds += time.process_time() - before
            characters, sentences = characters + len(text), sentences + len(ours)
            begins = {_bare(text, s.start) for s in ours}
            wanted = {_bare(text, text.find(e["sentence"])) for e in coded["events"]}
            right, total = right + len(wanted & begins), total + len(wanted)
            if args.misses:
                for at in sorted(wanted - begins):
                    print(f"{coded['doc']}: …{text[max(0, at - 50) : at]}|{text[at : at + 60]}…".replace("\n", "¶"))
    print(f"{right} of {total} coded sentences begin where ours do: {right / max(total, 1):.4f}")
    print(f"{sentences} sentences, {characters / max(sentences, 1):.0f} characters each")
    print(f"{characters / seconds / 1e6:.1f} MB/s")
    return 0


def _bare(text: str, at: int) -> int:
    """The first letter at or after `at`: opening marks may belong to either side."""
    found = _LEAD.match(text, at)
    return found.end() if found else at


if __name__ == "__main__":
    sys.exit(main())
