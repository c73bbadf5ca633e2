"""`dateline serve` as a user starts and ends it."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def serving(*args: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, and the address that it prints."""
    command = [sys.executable, "-m", "dateline", "serve", *args, "--port", "0", "--no-open"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert run.stdout is not None
        line = run.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + (run.communicate()[1] if run.poll() is not None else "")
        yield run, found.group()
    finally:
        run.kill()
        run.communicate()


def get(address: str, token: str = "") -> Any:
    """The JSON of an address."""
    asked = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return json.load(answer)


def failed(*args: str) -> tuple[int, str]:
    """The status of a command that does not come to serve, and what it says."""
    command = [sys.executable, "-m", "dateline", "serve", "--no-open", *args]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in run.stderr
    return run.returncode, run.stderr


def test_it_prints_the_address_answers_logs_and_ends_cleanly(record: Path, tmp_path: Path) -> None:
    log = tmp_path / "requests.jsonl"
    with serving(str(record), "--log", str(log)) as (run, address):
        assert address.startswith("http://127.0.0.1:")
        assert get(f"{address}api/meta")["record"] == "record.db"
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=30) in (0, 130)
        assert run.stderr is not None
        assert "Traceback" not in run.stderr.read()
    assert [json.loads(line)["path"] for line in log.read_text().splitlines()] == ["/api/meta"]


def test_without_a_record_it_reads_only(tmp_path: Path) -> None:
    with serving() as (_, address):
        assert get(f"{address}api/meta")["events"] == 0
        assert get(f"{address}api/overview")["list"]["items"] == []


def test_beyond_loopback_it_makes_a_token_and_asks_for_it(record: Path) -> None:
    with serving(str(record), "--host", "0.0.0.0") as (_, address):
        token = address.partition("?token=")[2]
        assert len(token) >= 32
        here = address.partition("?")[0].replace("0.0.0.0", "127.0.0.1")
        with pytest.raises(urllib.error.HTTPError, match="401"):
            get(f"{here}api/meta")
        assert get(f"{here}api/meta", token)["events"] > 0


def test_what_keeps_it_from_serving_is_one_line(record: Path, tmp_path: Path) -> None:
    status, said = failed(str(tmp_path / "missing.db"))
    assert (status, "missing.db: no such record" in said) == (1, True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, said = failed(str(record), "--port", str(taken.getsockname()[1]))
    assert (status, "address already in use" in said) == (1, True)
    assert failed(str(record), "--token", "short")[0] == 2
    (tmp_path / "other.db").write_text("no database at all " * 100)
    assert failed(str(tmp_path / "other.db"))[0] == 1


def test_other_commands_do_not_wait_for_the_servers_libraries() -> None:
    heavy = {"fastapi", "uvicorn", "sqlalchemy", "pydantic"}
    code = f"import sys, dateline.cli.main; print(*sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == ""
