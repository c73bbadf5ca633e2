"""Measures how linking and asking grow with the record.

python -m benchmarks.scaling 10000 30000 100000  linking in memory: seconds, and how far from linear
python -m benchmarks.scaling 10000 --record        into a SQLite record; then the filters beside hand-written SQL
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.invented import articles
from dateline.linking import Linker, sketch
from dateline.record import ask
from dateline.record.ask import Filters
from dateline.record.store import Store

ASKED = (
    ("type and days", Filters(type="ASSAULT", since="2030-02-01", until="2030-02-28"),
     "SELECT body FROM event WHERE type = 'ASSAULT' AND enddate >= '2030-02-01' AND date <= '2030-02-28'"
     " ORDER BY date, id"),
    ("country", Filters(country="AFG"), "SELECT body FROM event WHERE country = 'AFG' ORDER BY date, id"),
    ("actor", Filters(actor="bako"),
     "SELECT body FROM event WHERE id IN (SELECT event FROM party WHERE side = 'actor' AND name LIKE '%bako%')"
     " ORDER BY date, id"),
    ("text", Filters(text="attacked"),
     "SELECT body FROM event WHERE number IN (SELECT rowid FROM event_words WHERE event_words MATCH 'attacked')"
     " ORDER BY date, id"),
)  # fmt: skip


def linking(sizes: list[int]) -> None:
    """Prints the seconds of linking a growing number of articles."""
    first = 0.0
    for size in sizes:
        sketches = [sketch(d) for d in articles(size)]
        began = time.process_time()
        linker = Linker()
        for one in sketches:
            linker.add(one)
        events = len(set(linker.links().values()))
        took = time.process_time() - began
        first = first or took / size
        print(f"{size:8} articles  {events:7} events  {took:8.1f} s  {took / size / first:5.2f} x linear", flush=True)


def record(size: int) -> None:
    """Prints what a record of that many articles costs to fill and to ask."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with Store(path, create=True) as store:
            marks = [time.process_time()]
            for number, document in enumerate(articles(size), 1):
                store.put(document, "benchmark")
                if number % max(1, size // 5) == 0:
                    marks.append(time.process_time())
                    print(
                        f"{number:8} articles  {(marks[-1] - marks[-2]) / (size // 5) * 1000:6.1f} ms each", flush=True
                    )
            plain = sqlite3.connect(path)
            for name, filters, sql in ASKED:
                ours = _median(lambda f=filters: list(ask.events(store, f)))  # type: ignore[misc]
                theirs = _median(lambda s=sql: _decoded(plain, s))  # type: ignore[misc]
                print(f"{name:16} {ours * 1000:8.1f} ms  by hand {theirs * 1000:8.1f} ms  {ours / theirs:5.2f} x")
            plain.close()


def _decoded(db: sqlite3.Connection, sql: str) -> list[object]:
    from dateline.model import encode

    return [encode.event_from_json(body) for (body,) in db.execute(sql)]


def _median(call: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        began = time.perf_counter()
        call()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    """The command."""
    ask_for = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask_for.add_argument("sizes", type=int, nargs="+")
    ask_for.add_argument("--record", action="store_true")
    args = ask_for.parse_args()
    if args.record:
        record(args.sizes[0])
    else:
        linking(args.sizes)


if __name__ == "__main__":
    main()
