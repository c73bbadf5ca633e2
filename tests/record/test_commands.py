"""The commands that ask a record."""

from __future__ import annotations

import csv
import io
import json
import xml.dom.minidom
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.linking.stories import incident

from dateline.cli.main import cli


def run(*args: str) -> Result:
    """Runs the command."""
    return CliRunner().invoke(cli, args)


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def test_events_in_every_form(record: str) -> None:
    assert len(run("events", record).output.splitlines()) == 5
    assert [r["outlet"] for r in rows(run("events", record, "--country", "MDA", "--format", "csv").output)] == [
        "Harbour Wire"
    ]
    lines = run("events", record, "--dyad", "rebels", "consulate", "--format", "jsonl").output.splitlines()
    assert {json.loads(line)["event"][0] for line in lines} == {"ASSAULT"}


def test_compare_shows_where_outlets_differ(record: str) -> None:
    link = incident()[2].events[0].id
    table = run("compare", record, link).output
    assert "3 witnesses" in table
    assert "Harbour Wire" in table
    assert any(r["field"] == "how many ≠" for r in rows(run("compare", record, link, "--format", "csv").output))
    assert json.loads(run("compare", record, link, "--format", "json").output)["tolls"][0]["highest"] == 6


def test_compare_names_an_unknown_link(record: str) -> None:
    found = run("compare", record, "nothing")
    assert found.exit_code == 1
    assert "nothing" in found.output


def test_timeline_counts_witnesses(record: str) -> None:
    found = rows(run("timeline", record, "--format", "csv").output)
    assert [(r["witnesses"], r["killed"]) for r in found] == [("3", "2–6"), ("1", "40")]
    for name in ("--min-witnesses", "--least-witnesses"):
        assert len(rows(run("timeline", record, name, "2", "--format", "csv").output)) == 1


def test_stats_as_csv_and_as_a_chart(record: str) -> None:
    assert rows(run("stats", record, "--by", "country", "--format", "csv").output)[0] == {
        "country": "ALB", "events": "1", "mentions": "3",
    }  # fmt: skip
    xml.dom.minidom.parseString(run("stats", record, "--format", "svg").output)


def test_link_parts_two_events_until_it_is_taken_back(record: str) -> None:
    one, other = (incident()[n].events[0].id for n in (0, 1))
    assert run("link", record, one, other, "--apart", "--author", "ana").exit_code == 0
    assert len(rows(run("timeline", record, "--format", "csv").output)) == 3
    run("link", record, one, other, "--forget", "--author", "ana")
    assert len(rows(run("timeline", record, "--format", "csv").output)) == 2
    assert run("link", record, one, "nothing").exit_code == 1


@pytest.mark.parametrize("command", ["events", "timeline", "stats", "show"])
def test_a_missing_record_is_one_line(tmp_path: Path, command: str) -> None:
    found = run(command, str(tmp_path / "missing.db"))
    assert found.exit_code == 1
    assert "missing.db: no such record" in found.output


def test_a_status_that_is_none_is_wrong_usage(record: str) -> None:
    assert run("events", record, "--status", "occurred,negated").exit_code == 0
    assert run("events", record, "--status", "occurred,past").exit_code == 2


def test_a_day_that_is_none_is_wrong_usage(record: str) -> None:
    assert run("events", record, "--since", "yesterday").exit_code == 2
