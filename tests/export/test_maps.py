"""GeoJSON, GeoParquet and Parquet, read back with geopandas and DuckDB."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import geopandas
import pytest

from dateline.export import ExportError

Export = Callable[..., bytes]


def test_geojson_countries_have_no_geometry(exported: Export, tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(exported("geojson"))
    frame = geopandas.read_file(path).set_index("id")
    assert (frame.geometry["e1"].x, frame.geometry["e1"].y) == (15.25, 12.5)
    assert frame.geometry["e2"] is None
    assert (frame.place_kind["e2"], frame.country_code["e2"]) == ("country", "TCD")
    assert frame.attributed_to["e1"] == "police (asserts) [56-62]"
    assert frame.crs.to_epsg() == 4326
    features = {f["id"]: f for f in json.loads(path.read_text())["features"]}
    assert features["e2"]["properties"]["label_point"] == [19.0, 15.0]
    assert features["e1"]["properties"]["date"] == "2031-03-03"
    assert features["e4"]["properties"]["date"] is None


def test_geoparquet_read_with_geopandas(exported: Export) -> None:
    frame = geopandas.read_parquet(io.BytesIO(exported("geoparquet"))).set_index("id")
    assert frame.crs == "OGC:CRS84"
    assert (frame.geometry["e1"].x, frame.geometry["e1"].y) == (15.25, 12.5)
    assert frame.geometry["e2"] is None
    assert (frame.label_lon["e2"], frame.label_lat["e2"]) == (19.0, 15.0)
    assert frame.date["e1"] == dt.date(2031, 3, 3), "a day, without a time or zone to be shifted"


def test_parquet_read_with_duckdb(exported: Export, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(exported("parquet"))
    found = duckdb.sql(
        "SELECT id, date, actor[1].entity_text, size[1].low, event_loc.lat, attribution[1].source.entity_text, "
        f"event_text[1].start, cite_info.publication, passage FROM '{path}' ORDER BY id"
    )
    assert found is not None
    rows = found.fetchall()
    sentence = "Gunmen shot dead two officers in Tarnow Vale on Monday, police said."
    assert rows[0] == ("e1", dt.date(2031, 3, 3), "Gunmen", 2, 12.5, "police", 7, "Lake Post", sentence)
    assert rows[3][:5] == ("e4", None, None, None, None)


@pytest.mark.parametrize("name", ["parquet", "geoparquet"])
def test_without_pyarrow_one_clear_line(exported: Export, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'dateline\[parquet\]'"):
        exported(name)
