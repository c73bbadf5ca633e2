"""Reads the articles of a gold file and writes what `when` finds, as annotated documents for a scorer of dates.

    python benchmarks/dates.py GOLD.jsonl OUT_FOLDER [--part look|measure]

GOLD.jsonl has {"doc", "text", "published"} a line. OUT_FOLDER gets gold.jsonl (the articles of the part) and
documents.jsonl; a scorer in the manner of TempEval-3 compares the two. `look` are three of five articles, whose errors
may be looked at; `measure` the other two, which are only measured, so that overfitting shows. The time that finding
dates takes, without the parse, goes to standard output.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.document import AnnotatedDocument, Cite, Mentions
from dateline.model.encode import to_json
from dateline.reading.parse import Parser
from dateline.reading.when import find

_LOOKED_AT = (0, 2, 4)


def chosen(lines: list[str], part: str | None) -> list[dict[str, Any]]:
    """The articles of a part; all where none is named."""
    rows = [json.loads(line) for line in lines if line.strip()]
    return [row for n, row in enumerate(rows) if part is None or (n % 5 in _LOOKED_AT) == (part == "look")]


def article_of(row: dict[str, Any]) -> Article:
    """The article of a gold line."""
    published = dt.date.fromisoformat(row["published"]) if row.get("published") else None
    return Article(text=row["text"], published=published, url=f"{row['doc']}.txt")


def main() -> int:
    """Writes both files and says how long finding took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", choices=("look", "measure"))
    args = parser.parse_args()
    rows = chosen(args.gold.read_text(encoding="utf-8").split("\n"), args.part)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    parse, knowledge, seconds = Parser().parse, Knowledge(), 0.0
    with (args.out / "documents.jsonl").open("wb") as documents:
        for row in rows:
            article = article_of(row)
            parsed = parse(article)
            begun = time.perf_counter()
            dates = find(parsed, knowledge)
            seconds += time.perf_counter() - begun
            document = AnnotatedDocument(
                cite_info=Cite(url=article.url), text=article.text, mentions=Mentions(dates=dates)
            )
            documents.write(to_json(document) + b"\n")
    print(f"{len(rows)} articles; finding dates took {1000 * seconds / max(len(rows), 1):.1f} ms an article")
    return 0


if __name__ == "__main__":
    sys.exit(main())
