"""A run that is killed at any moment: nothing half, nothing double, and the next run goes on."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from tests.record.dump import dump

from benchmarks.invented import articles
from dateline.record.store import Store

COUNT, KILLS = 60, 4
RUN = f"""
import sys
from benchmarks.invented import articles
from dateline.record.store import Store
with Store(sys.argv[1], create=True) as store:
    print("open", flush=True)
    for document in articles({COUNT}):
        if not store.has(document.cite_info.url, document.text, "reader 1"):
            store.put(document, "reader 1")
"""


def killed(path: Path, wait: float) -> None:
    """A run that writes into the record, killed after a while."""
    run = subprocess.Popen([sys.executable, "-c", RUN, str(path)], stdout=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.readline()
    try:
        run.wait(wait)
    except subprocess.TimeoutExpired:
        run.kill()
    run.wait()
    run.stdout.close()


def test_the_record_of_a_killed_and_resumed_run_is_the_undisturbed_one(tmp_path: Path) -> None:
    chance = random.Random(5)
    with Store(tmp_path / "peace.db", create=True) as store:
        for document in articles(COUNT):
            store.put(document, "reader 1")
        expected = dump(store)
    path = tmp_path / "killed.db"
    for _ in range(KILLS):
        killed(path, chance.uniform(0.0, 0.3))
    killed(path, 300)
    with Store(path) as store:
        assert dump(store) == expected
