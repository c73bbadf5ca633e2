"""Kills `dateline read --into` again and again, then holds the record against one that was left in peace.

python -m benchmarks.kills ARTICLES.jsonl --articles 200 --kills 100 [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dateline.record.store import Store
from dateline.record.tables import SCHEMA

_RUN = (sys.executable, "-m", "dateline", "read")


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a record."""
    with Store(path) as store, store.db.begin():
        return {t.name: sorted(map(tuple, store.db.execute(t.select())), key=repr) for t in SCHEMA.sorted_tables}


def size(path: Path) -> int:
    """How many articles a record holds; 0 where it is not yet one."""
    try:
        with Store(path) as store:
            return sum(1 for _ in store.documents())
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        print(f"not readable after a kill: {error}")
        return 0


def killed_once(articles: Path, record: Path, chance: random.Random, warm_up: float) -> None:
    """Starts a run and kills it at a random moment, mostly while it writes."""
    run = subprocess.Popen([*_RUN, str(articles), "--into", str(record)], stderr=subprocess.DEVNULL)
    try:
        run.wait(warm_up + chance.uniform(-1.0, 2.5))
    except subprocess.TimeoutExpired:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()


def main() -> int:
    """The command; status 1 where the records differ."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--articles", type=int, default=200)
    ask.add_argument("--kills", type=int, default=100)
    ask.add_argument("--seed", type=int, default=1)
    args = ask.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, peace, record = (folder / n for n in ("articles.jsonl", "peace.db", "killed.db"))
        lines = args.file.read_text(encoding="utf-8").splitlines(keepends=True)
        articles.write_text("".join(lines[: args.articles]), encoding="utf-8")
        subprocess.run([*_RUN, str(articles), "--into", str(peace)], check=False)
        (folder / "one.jsonl").write_text(lines[0], encoding="utf-8")
        began = time.monotonic()
        subprocess.run([*_RUN, str(folder / "one.jsonl"), "--into", str(folder / "one.db")], check=False)
        warm_up = time.monotonic() - began
        for kill in range(1, args.kills + 1):
            killed_once(articles, record, chance, warm_up)
            print(f"kill {kill}: {size(record)} articles", flush=True)
        subprocess.run([*_RUN, str(articles), "--into", str(record)], check=False)
        same = rows(peace) == rows(record)
    print("row for row the same" if same else "the records differ")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
