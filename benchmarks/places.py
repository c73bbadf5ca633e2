"""Places measured: `python -m benchmarks.places FILE.jsonl … --scorer places.py [--held]`.

Parses and reads the articles of each file, and has the shared scorer judge them. --held takes only the two fifths of
the documents (by a digest of their name) that are kept for measurement; --work only the others. Also says how long
finding took beyond the parse, in milliseconds for 700 words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.reading.parse import Parser
from dateline.reading.where import find


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--held", action="store_true")
    part.add_argument("--work", action="store_true")
    options = parser.parse_args()
    knowledge, nlp = Knowledge(), Parser()
    for path in options.files:
        chosen = [
            d for d in _documents(path) if not (options.held or options.work) or is_held(d["doc"]) == options.held
        ]
        print(path.name)
        measure(chosen, options.scorer, knowledge, nlp)


def is_held(doc: str) -> bool:
    """Whether a document is kept for measurement."""
    return hashlib.md5(doc.encode(), usedforsecurity=False).digest()[0] % 10 >= 6


def measure(documents: list[dict[str, Any]], scorer: Path, knowledge: Knowledge, nlp: Parser) -> None:
    """Reads the documents and prints what the scorer says."""
    spent, words = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        gold, coded = Path(folder, "gold.jsonl"), Path(folder, "coded.jsonl")
        with gold.open("w", encoding="utf-8") as wanted, coded.open("wb") as out:
            for d in documents:
                parsed = nlp.parse(Article(text=d["text"]))
                begun = time.process_time()
                places = find(parsed, knowledge)
                spent, words = spent + time.process_time() - begun, words + len(parsed.tokens)
                wanted.write(json.dumps(d) + "\n")
                document = {"cite_info": {"url": f"{d['doc']}.txt"}, "text": d["text"], "mentions": {"places": places}}
                out.write(msgspec.json.encode(document) + b"\n")
        subprocess.run([sys.executable, scorer, gold, "--pred", coded], check=True)
    print(f"beyond the parse: {1000 * spent * 700 / max(words, 1):.1f} ms for 700 words\n", flush=True)


def _documents(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


if __name__ == "__main__":
    main()
