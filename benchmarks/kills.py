"""Kills `dateline read --into` again and again, then holds the record against one that was left in peace.

python -m benchmarks.kills ARTICLES.jsonl --articles 200 --kills 100 [--seed 1]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dateline.record.store import Store
from dateline.record.tables import SCHEMA

_SOON = 1.0
"""Seconds after its first article within which a run is killed."""
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


def killed_once(articles: Path, record: Path, chance: random.Random) -> bool:
    """Starts a run and kills it at a random moment soon after its first article. False where it ended before."""
    before = _count(record)
    run = subprocess.Popen([*_RUN, str(articles), "--into", str(record)], stderr=subprocess.DEVNULL)
    while run.poll() is None and _count(record) == before:
        time.sleep(0.02)
    with contextlib.suppress(subprocess.TimeoutExpired):
        run.wait(chance.uniform(0.0, _SOON))
        return False
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    return True


def _count(record: Path) -> int:
    """How many articles a record holds while another process writes it; 0 where it is not yet one."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.Error:
        return 0


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
        kills = 0
        while kills < args.kills and killed_once(articles, record, chance):
            kills += 1
            print(f"kill {kills}: {size(record)} articles", flush=True)
        subprocess.run([*_RUN, str(articles), "--into", str(record)], check=False)
        same = rows(peace) == rows(record)
    print(f"{kills} kills: {'row for row the same' if same else 'the records differ'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
