"""FollowTheMoney, Datasette's SQLite and PLOVER's lines, read back with their own tools."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlite_utils
from followthemoney import model
from sqlite_utils.db import Table
from tests.export.conftest import SHOT

from dateline.export import reference
from dateline.model import encode

Export = Callable[..., bytes]


def test_every_entity_is_valid_by_followthemoney_itself(exported: Export) -> None:
    lines = [json.loads(line) for line in exported("ftm").splitlines()]
    for line in lines:
        proxy = model.get_proxy(line, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        for name, values in line["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), f"{name} of {line['schema']} is not as the library has it"
    ids = [line["id"] for line in lines]
    assert len(set(ids)) == len(ids)


def test_ftm_events_point_to_parties_and_proof(exported: Export) -> None:
    entities = {e["id"]: e for e in map(json.loads, exported("ftm").splitlines())}
    event = next(e["properties"] for e in entities.values() if e["properties"].get("recordId") == ["e2"])
    assert {entities[i]["properties"]["name"][0] for i in event["involved"]} == {"Government of Chad", "Green Front"}
    assert entities[event["proof"][0]]["properties"]["title"] == ["Shots"]
    assert (event["startDate"], event["country"]) == (["2031-03-01"], ["td"])
    front = next(e for e in entities.values() if e["properties"].get("name") == ["Green Front"])
    assert front["schema"] == "Organization"
    assert "startDate" not in next(
        e["properties"] for e in entities.values() if e["properties"].get("recordId") == ["e4"]
    )


def test_ftm_knows_every_country_code_of_the_table() -> None:
    countries = model.get("Event").get("country").type  # type: ignore[union-attr]
    unknown = [r["alpha2"] for r in reference.rows("countries") if countries.clean(r["alpha2"].lower()) is None]
    assert not unknown


def test_sqlite_has_keys_and_search(exported: Export, tmp_path: Path) -> None:
    path = tmp_path / "events.db"
    path.write_bytes(exported("sqlite"))
    db = sqlite_utils.Database(path)
    try:
        event = db["event"]
        assert isinstance(event, Table)
        assert event.pks == ["id"]
        assert {(k.column, k.other_table) for k in event.foreign_keys} == {("article", "article")}
        assert event.detect_fts() == "event_fts"
        assert [row["id"] for row in event.search("gunmen")] == ["e1"]
        rows = {row["id"]: row for row in event.rows}
        assert (rows["e1"]["latitude"], rows["e1"]["date"]) == (12.5, "2031-03-03")
        assert rows["e2"]["latitude"] is None
        assert list(db.query("SELECT low, high FROM figure WHERE event = 'e5'")) == [{"low": 6, "high": None}]
        assert list(db.query("SELECT source, cue FROM attribution")) == [{"source": "police", "cue": "said"}]
        assert not list(db.query("PRAGMA foreign_key_check"))
    finally:
        db.conn.close()


def test_plover_lines_are_the_record_without_nulls(exported: Export) -> None:
    first, *_ = exported("plover-jsonl").splitlines()
    line = json.loads(first)
    assert line["text"].startswith("Gunmen shot dead")
    assert "mode" not in json.loads(exported("plover-jsonl").splitlines()[1])
    assert encode.event_from_json(first) == SHOT


def test_sqlite_is_written_by_the_library_that_comes_with_python(exported: Export) -> None:
    db = sqlite3.connect(":memory:")
    db.deserialize(exported("sqlite"))
    assert db.execute("SELECT count(*) FROM event").fetchone() == (5,)
    db.close()


@pytest.mark.parametrize("table", ["countries", "sectors", "disorder"])
def test_reference_tables_have_no_row_twice(table: str) -> None:
    key = {"countries": "code", "sectors": "sector", "disorder": "sub_type"}[table]
    rows = [row[key] for row in reference.rows(table)]
    assert len(set(rows)) == len(rows)
