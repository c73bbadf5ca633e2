"""`dateline export` as a user meets it: any input the record comes in, and one clear line for what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from tests.export.conftest import DOCUMENTS

from dateline import export
from dateline.cli.main import cli
from dateline.model import encode
from dateline.record.store import Store


class Run(NamedTuple):
    """What a run of the command left."""

    returncode: int
    stdout: str
    stderr: str


def dateline(*args: str | Path, stdin: bytes = b"") -> Run:
    """Runs the command as a user does, within this process."""
    done = CliRunner().invoke(cli, [str(a) for a in args], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return Run(done.exit_code, done.stdout, done.stderr)


EVENTS = b"".join(encode.to_json(e) + b"\n" for d in DOCUMENTS for e in d.events)
ARTICLES = b"".join(encode.to_json(d) + b"\n" for d in DOCUMENTS)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with Store(path, create=True) as store:
        for document in DOCUMENTS:
            store.put(document, "test")
    return path


def test_lines_documents_and_record_give_the_same_rows(record: Path, tmp_path: Path) -> None:
    with Store(record) as store:  # which links the articles by itself
        kept = list(store.documents())
    documents = tmp_path / "documents.jsonl"
    documents.write_bytes(b"".join(encode.to_json(d) + b"\n" for d in kept))
    events = b"".join(encode.to_json(e) + b"\n" for d in kept for e in d.events)
    from_record = dateline("export", "--format", "cameo-csv", record)
    assert from_record.returncode == 0, from_record.stderr
    assert from_record.stdout == dateline("export", "--format", "cameo-csv", documents).stdout
    assert from_record.stdout == dateline("export", "--format", "cameo-csv", "-", stdin=events).stdout


def test_says_what_was_left_out_and_why(tmp_path: Path) -> None:
    run = dateline("export", "--format", "acled-csv", "-", "-o", tmp_path / "out.csv", stdin=EVENTS)
    assert run.returncode == 0
    assert "2 written" in run.stderr
    assert "1 not recorded by ACLED" in run.stderr
    assert "1 did not occur" in run.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_bad_lines_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    first, *rest = EVENTS.splitlines(keepends=True)
    bad = [
        b"{\n",
        b'{"id": "x", "event": []}\n',
        b'{"id": "y", "event": ["AID"], "date": "2031-3-1"}\n',
        b"[1]\n",
        b"\xff\n",
        b'{"id": "z", "event": ["AID"], "size": [{"kind": "killed", "low": 99999999999999999999, "text": "", '
        b'"start": 0, "end": 0}]}\n',
    ]
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"".join([first, *bad, b"\n", *rest]))
    run = dateline("export", "--format", "polecat-tsv", path, tmp_path / "missing.jsonl")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    lines = run.stderr.splitlines()
    for number in range(2, 8):
        assert sum(f"events.jsonl:{number}: " in line for line in lines) == 1
    assert sum("missing.jsonl" in line for line in lines) == 1
    assert len(run.stdout.splitlines()) == 1 + len(EVENTS.splitlines())


def test_an_event_given_twice_is_written_once(tmp_path: Path) -> None:
    run = dateline("export", "--format", "plover-jsonl", "-", stdin=EVENTS + ARTICLES)
    assert len(run.stdout.splitlines()) == len(EVENTS.splitlines())
    assert "5 given twice" in run.stderr


@pytest.mark.parametrize(
    ("args", "cause"),
    [
        (["--format", "nothing", "-"], "no format 'nothing'"),
        (["--format", "brat", "-", "-o", "OUT"], "lines of events"),
        (["--format", "brat", "-"], "folder"),
        (["--format", "geojson", "--hxl", "-"], "HXL"),
        (["--format", "geojson", "-", "-o", "missing/out.json"], "No such file"),
    ],
)
def test_what_cannot_be_done_is_one_line(args: list[str], cause: str, tmp_path: Path) -> None:
    run = dateline("export", *(str(tmp_path / a) if a == "OUT" else a for a in args), stdin=EVENTS)
    assert run.returncode == 1
    assert cause in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_record_is_never_overwritten(record: Path, tmp_path: Path) -> None:
    before = record.read_bytes()
    events = tmp_path / "events.jsonl"
    events.write_bytes(EVENTS)
    for source in (record, events):
        run = dateline("export", "--format", "sqlite", source, "-o", record)
        assert run.returncode == 1
        assert "record" in run.stderr
    assert record.read_bytes() == before


def test_a_database_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "busy.db").write_bytes(b"")
    (tmp_path / "busy.db-wal").write_bytes(b"log")
    run = dateline("export", "--format", "sqlite", "-", "-o", tmp_path / "busy.db", stdin=EVENTS)
    assert run.returncode == 1
    assert "in use" in run.stderr


def test_a_failed_export_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.db"
    out.write_text("before")
    other = tmp_path / "other.db"
    other.write_bytes(b"SQLite format 3\0" + b"no more" * 100)
    run = dateline("export", "--format", "sqlite", other, "-o", out)
    assert run.returncode == 1
    assert "other.db" in run.stderr
    assert "Traceback" not in run.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other.db", "out.db"]


def test_binary_formats_go_through_a_pipe() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "dateline", "export", "--format", "sqlite", "-"],
        input=EVENTS, capture_output=True, check=False,
    )  # fmt: skip
    assert run.stdout.startswith(b"SQLite format 3\0")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_one_line() -> None:
    run = dateline("export", "--format", "cameo-csv", "-", "-o", "/dev/full", stdin=EVENTS * 200)
    assert run.returncode == 1
    assert "No space left" in run.stderr
    assert Path("/dev/full").is_char_device()


def test_list_and_page_name_every_format() -> None:
    listed = {line.split()[0] for line in dateline("export", "--list").stdout.splitlines()}
    assert listed == set(export.names())
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [name for name in sorted(listed) if f"\n## {name}\n" not in page] == []


def test_help_has_examples() -> None:
    assert "Examples:" in dateline("export", "--help").stdout


def test_output_is_readable_by_all_whom_the_umask_lets(tmp_path: Path) -> None:
    dateline("export", "--format", "geojson", "-", "-o", tmp_path / "out.json", stdin=EVENTS)
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o666 & ~mask
