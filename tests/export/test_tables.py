"""The tables, read back with DuckDB as a user would, and against what their codebooks ask for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.export.conftest import DOCUMENTS

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
Export = Callable[..., bytes]


def table(content: bytes, folder: Path) -> list[dict[str, Any]]:
    """The rows as DuckDB reads them, types and nulls found by itself."""
    path = folder / "table.csv"
    path.write_bytes(content)
    found = duckdb.sql(f"SELECT * FROM read_csv('{path}', header=true)")
    assert found is not None
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_acled_has_its_31_columns_and_one_row_an_incident(exported: Export, tmp_path: Path) -> None:
    rows = table(exported("acled-csv"), tmp_path)
    assert len(ACLED) == 31
    assert list(rows[0]) == ACLED
    assert [(r["event_type"], r["sub_event_type"]) for r in rows] == [
        ("Battles", "Armed clash"),
        ("Protests", "Peaceful protest"),
    ]


def test_acled_row_says_who_when_where_how_many_and_who_says_so(exported: Export, tmp_path: Path) -> None:
    row = table(exported("acled-csv"), tmp_path)[0]
    assert row["event_id_cnty"] == "TCDincident"
    assert (str(row["event_date"]), row["year"], row["time_precision"]) == ("2031-03-03", 2031, 1)
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == (
        "Gunmen", "Rebel group", "two officers", "State forces",
    )  # fmt: skip
    assert (row["location"], row["latitude"], row["longitude"], row["geo_precision"]) == ("Tarnow Vale", 12.5, 15.25, 1)
    assert (row["iso"], row["region"], row["admin1"]) == (148, "Middle Africa", "Lac")
    assert row["fatalities"] == 6, "the last report's number"
    assert row["source"] == "Lake Post; Border Times"
    assert "police (asserts)" in row["notes"]
    assert "killed 2 [two officers, 17-29], killed 6- [At least six officers, 0-21]" in row["tags"]
    assert "https://example.org/news/1 7-16" in row["tags"]
    assert row["timestamp"] is None


def test_acled_never_draws_a_country_as_a_place(exported: Export, tmp_path: Path) -> None:
    row = table(exported("acled-csv"), tmp_path)[1]
    assert (row["country"], row["latitude"], row["longitude"], row["geo_precision"]) == ("Chad", None, None, None)
    assert (row["event_date"], row["time_precision"], row["fatalities"]) == (None, None, None)
    assert (row["actor1"], row["actor2"], row["inter1"]) == ("Crowds", None, "Protesters")
    assert "target=Government of Chad" in row["tags"]


def test_ids_do_not_depend_on_order_or_on_what_else_is_there(exported: Export, tmp_path: Path) -> None:
    alone = table(exported("acled-csv", DOCUMENTS[:1]), tmp_path)
    turned = table(exported("acled-csv", DOCUMENTS[::-1]), tmp_path)
    assert {r["event_id_cnty"] for r in alone} == {r["event_id_cnty"] for r in turned}


def test_ucdp_gives_low_best_and_high_and_averages_nothing(exported: Export, tmp_path: Path) -> None:
    (row,) = table(exported("ucdp-csv"), tmp_path)
    assert (row["low"], row["best"], row["high"]) == (2, 6, None), "at least six has no upper bound"
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("Gunmen", "two officers", 1)
    assert (row["where_prec"], row["date_prec"], row["country_id"], row["region"]) == (1, 1, 483, "Africa")
    assert (str(row["date_start"]), str(row["date_end"])) == ("2031-03-03", "2031-03-03")
    assert row["number_of_sources"] == 2
    assert row["source_original"].startswith("police (asserts)")
    assert row["priogrid_gid"] == 205 * 720 + 391
    assert row["geom_wkt"] == "POINT (15.25 12.5)"


def test_cameo_has_a_row_a_pair_and_both_ways_for_those_who_meet(exported: Export, tmp_path: Path) -> None:
    rows = table(exported("cameo-csv"), tmp_path)
    pairs = [(r["source_code"], str(r["cameo_code"]), r["target_code"], r["event_id"]) for r in rows]
    assert ("TCDREB", "193", "TCDCOP", "incident") in pairs
    assert {("TCDGOV", "040", "REB", "e2"), ("REB", "040", "TCDGOV", "e2")} <= {
        (s, c.zfill(3), t, e) for s, c, t, e in pairs
    }
    assert {r["quad_class"] for r in rows} == {1, 4}
    assert "e4" not in {r["event_id"] for r in rows}, "what did not occur is not counted"


def test_polecat_keeps_every_mention_also_what_did_not_occur(exported: Export) -> None:
    rows = list(csv.DictReader(io.StringIO(exported("polecat-tsv").decode()), delimiter="\t"))
    assert [r["Event ID"] for r in rows] == ["e1", "e2", "e3", "e4", "e5"]
    assert list(rows[0])[:7] == [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    ]  # fmt: skip
    assert len(list(rows[0])[: list(rows[0]).index("Version") + 1]) == 40
    assert rows[0]["Actor COW"] == "483"
    assert rows[1]["Actor Name"] == "Government of Chad; Green Front"
    assert (rows[1]["Latitude"], rows[1]["Country"]) == ("", "TCD")
    assert (rows[3]["Status"], rows[3]["Event Date"]) == ("negated", "")
    assert (rows[0]["Attributed To"], rows[0]["Event Offsets"]) == ("police (asserts) [56-62]", "7-16")


@pytest.mark.parametrize("name", ["acled-csv", "ucdp-csv", "cameo-csv", "polecat-tsv"])
def test_hxl_row_stands_below_the_headings(exported: Export, name: str) -> None:
    delimiter = "\t" if name.endswith("tsv") else ","
    rows = list(csv.reader(io.StringIO(exported(name, hxl=True).decode()), delimiter=delimiter))
    tags = rows[1]
    assert len(tags) == len(rows[0])
    assert "#date" in " ".join(tags)
    assert all(not tag or tag.startswith("#") for tag in tags)
    filled = [t for t in tags if t]
    assert len(set(filled)) == len(filled), "each column has its own tag"
    assert [r for n, r in enumerate(rows) if n != 1] == list(
        csv.reader(io.StringIO(exported(name).decode()), delimiter=delimiter)
    )
