"""What a user of the command sees: the forms, the record file, and one clear line for everything that goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "BAGHDAD — Gunmen killed three police officers in Mosul on 4 May 2014, officials said.\n"


def dateline(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Runs the command as a user does."""
    run = subprocess.run(
        [sys.executable, "-m", "dateline", *args], input=stdin, capture_output=True, timeout=300, check=False
    )
    return subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_jsonl_from_file_and_stdin(report: Path) -> None:
    from_file = dateline("read", str(report), "--format", "jsonl")
    assert from_file.returncode == 0, from_file.stderr
    event = json.loads(from_file.stdout.splitlines()[0])
    assert (event["event"], event["date"], event["size"][0]["low"]) == (["ASSAULT"], "2014-05-04", 3)
    assert event["event_loc"]["country_code"] == "IRQ"
    assert "why" not in event
    from_stdin = dateline("read", "-", "--format", "jsonl", stdin=REPORT.encode())
    assert json.loads(from_stdin.stdout.splitlines()[0])["event_text"] == event["event_text"]


def test_explain_says_why(report: Path) -> None:
    out = dateline("read", str(report), "--explain").stdout
    assert "confidence" in out
    assert "[killed](event)" in out


def test_record_is_kept_shown_and_resumed(report: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    assert dateline("read", str(report), "--into", str(record)).returncode == 0
    shown = dateline("show", str(record), "--format", "jsonl").stdout
    assert shown == dateline("read", str(report), "--format", "jsonl").stdout
    assert "0 read" in dateline("read", str(report), "--into", str(record)).stderr


def test_bad_inputs_name_file_and_cause_and_the_rest_goes_on(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "broken.jsonl").write_text('{"text": "Rebels shelled Aleppo."}\n{"text": \n{"url": "x"}\n')
    run = dateline("read", str(tmp_path), str(tmp_path / "missing.txt"), "--format", "jsonl")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    for name in ("empty.txt", "binary.txt", "broken.jsonl", "missing.txt"):
        assert sum(name in line for line in run.stderr.splitlines()) >= 1, name
    assert "Gunmen" in run.stdout


@pytest.mark.parametrize("args", [["read"], ["read", "x", "--published", "yesterday"], ["reed"], ["show"]])
def test_wrong_usage_is_status_2(args: list[str]) -> None:
    run = dateline(*args)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_foreign_database_is_refused(tmp_path: Path, report: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("no database at all, but some text that is long enough to be read as a header" * 20)
    run = dateline("read", str(report), "--into", str(other))
    assert run.returncode == 1
    assert "other.db" in run.stderr
    assert "Traceback" not in run.stderr


def test_schema_describes_both_forms() -> None:
    schema = json.loads(dateline("schema").stdout)
    assert {"Event", "AnnotatedDocument"} <= set(schema["$defs"])


def test_every_command_has_examples() -> None:
    for command in ("read", "show", "export", "events", "compare", "timeline", "stats", "link", "demo", "schema"):
        assert "Example" in dateline(command, "--help").stdout


def test_no_network_is_needed(report: Path) -> None:
    env = {**os.environ, "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    run = subprocess.run(
        [sys.executable, "-m", "dateline", "read", str(report)], env=env, capture_output=True, check=False
    )
    assert run.returncode == 0
