"""Attributions by lexicon and parse alone, written as documents for the shared scorer of claims.

    python benchmarks/claims.py GOLD.jsonl DOCUMENTS.jsonl [--limit N] [--given-cues]
    python SCORERS/claims.py GOLD.jsonl --pred DOCUMENTS.jsonl

GOLD.jsonl has {"doc", "text", "attributions": [{"source", "cue", "content"}]}. With --given-cues the gold cues are
completed (sources and contents only), which measures these parts apart from finding cues.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.mentions import Attribution
from dateline.reading import who_says
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed


def given(parsed: Parsed, gold: dict[str, Any], knowledge: Knowledge) -> Iterator[Attribution]:
    """The gold cues, completed."""
    for attribution in gold["attributions"]:
        tokens = [t.i for start, end in attribution["cue"] for t in parsed.tokens_in(start, end)]
        made = who_says.complete(parsed, tokens, knowledge) if tokens else None
        if made is not None:
            yield made


def main() -> None:
    """Writes the documents and says how long the question took, without the parse."""
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("gold", type=Path)
    parse.add_argument("documents", type=Path)
    parse.add_argument("--limit", type=int)
    parse.add_argument("--given-cues", action="store_true")
    args = parse.parse_args()
    parser, knowledge = Parser(), Knowledge()
    words, seconds = 0, 0.0
    lines = args.gold.read_text(encoding="utf-8").splitlines()[: args.limit]
    with args.documents.open("w", encoding="utf-8") as out:
        for gold in map(json.loads, lines):
            parsed = parser.parse(Article(text=gold["text"]))
            begin = time.perf_counter()
            found = tuple(given(parsed, gold, knowledge)) if args.given_cues else who_says.find(parsed, knowledge)
            seconds, words = seconds + time.perf_counter() - begin, words + len(parsed.tokens)
            mentions = {"attributions": [msgspec.to_builtins(a) for a in found]}
            document = {"cite_info": {"url": f"{gold['doc']}.txt"}, "text": gold["text"], "mentions": mentions}
            out.write(json.dumps(document) + "\n")
    print(f"{len(lines)} articles, {seconds / max(words, 1) * 700_000:.1f} ms for 700 words")


if __name__ == "__main__":
    main()
