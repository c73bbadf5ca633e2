"""The gazetteer: what it holds, and that its file is made whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.knowledge.places import Gazetteer, Places
from dateline.knowledge.places.names import fold
from dateline.knowledge.places.own import ADDITIONS, BUILT_FROM, additions, countries, points
from dateline.knowledge.places.store import cache_dir, ensure
from dateline.knowledge.places.words import Words
from dateline.knowledge.tables import rows


@pytest.mark.parametrize(
    ("one", "other"),
    [("Saint-Étienne", "St. Etienne"), ("U.S.", "US"), ("Fort Bragg", "Ft. Bragg"), ("Ain al-Asad", "ain al asad")],
)
def test_folding(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "name",
    [
        "Kyiv",
        "Kiev",
        "Hodeidah",
        "Hodeida",
        "Donbas",
        "Kashmir",
        "Crimea",
        "Sahel",
        "Transnistria",
        "Nagorno-Karabakh",
        "Bagram",
        "Europe",
        "Euphrates",
        "Gaza Strip",
        "Golan Heights",
        "Strait of Hormuz",
        "Middle East",
        "Laurel County",
        "Baghdad airport",
        "Al-Aqsa",
    ],
)
def test_names_of_the_news_are_known(gazetteer: Gazetteer, name: str) -> None:
    assert any(s.lat is not None for s in gazetteer.lookup(name))


def test_a_town_knows_what_it_lies_in(gazetteer: Gazetteer) -> None:
    found = max(
        (s for s in gazetteer.lookup("Macon") if s.cc == "US" and s.level == "town"), key=lambda s: s.population
    )
    province = gazetteer.by_id(found.admin1)
    assert province is not None and province.name == "Georgia"
    assert gazetteer.iso3("US") == "USA"
    assert "CA" in gazetteer.neighbours("US")
    assert gazetteer.capitals["IQ"].name == "Baghdad"


def test_unknown_names_lead_nowhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Vostimbar") == ()
    assert gazetteer.country("QQ") is None and gazetteer.by_id(-1) is None


def test_an_interrupted_build_leaves_nothing(tmp_path: Path) -> None:
    def stop(path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ensure(tmp_path / "places.sqlite", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_built_file_is_kept(tmp_path: Path) -> None:
    def write(path: Path) -> None:
        path.write_text("one")

    made = ensure(tmp_path / "new" / "places.sqlite", write)
    ensure(made, lambda path: path.unlink())
    assert made.read_text() == "one"


def test_the_cache_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert cache_dir() == tmp_path


def test_additions_are_well_formed() -> None:
    seen = set()
    for row in additions():
        assert row.name and row.lat is not None and row.lon is not None
        assert -90 <= row.lat <= 90 and -180 <= row.lon <= 180, row.name
        assert row.cc == "" or (len(row.cc) == 2 and row.cc.isupper()), row.name
        assert row.feature[1] == "." and row.weight >= 0
        assert (row.name, row.cc, row.feature) not in seen, row.name
        seen.add((row.name, row.cc, row.feature))
    assert len(seen) > 500


def test_tables_are_well_formed() -> None:
    assert len(countries()) > 240
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for _, lat, lon in points())
    words = Words()
    assert {"unit", "feature", "title", "direction"} <= set().union(*words.classes.values())
    assert all(word == word.lower() for word in words.classes)
    codes = set(countries())
    assert all(len(key) > 2 or key in codes for key in words.demonyms.values())
    assert set(ADDITIONS) >= {"regions", "waters", "bases"}
    assert len(words.renowned) > 80 and set(words.renowned.values()) <= codes
    for name in ("detection", "ranking"):
        assert all(-20 < float(row["weight"]) < 20 for row in rows(f"places/{name}.tsv"))


def test_the_weights_are_no_part_of_the_file_name(gazetteer: Gazetteer) -> None:
    assert not {"detection", "ranking"} & set(BUILT_FROM)
    assert Places().is_ready
