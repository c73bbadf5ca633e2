"""The codebooks and crosswalks that are shipped hold what they must, and are looked up by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import codebook
from dateline.codebook import Codebook
from dateline.codebook.page import page

VERBAL_CONFLICT = "3"
MATERIAL_CONFLICT = "4"


@pytest.fixture(params=codebook.names())
def book(request: pytest.FixtureRequest) -> Codebook:
    return codebook.load(request.param)


def test_plover_is_there_and_complete() -> None:
    plover = codebook.load()
    assert len(plover.events) == 16
    assert len(plover.contexts) == 37
    assert sum(len(e.modes) for e in plover.events.values()) == 67
    assert plover.label == "plover-2.0"


def test_every_type_has_a_quad_a_definition_and_a_score(book: Codebook) -> None:
    for event in book.events.values():
        assert event.quad in book.quads
        assert event.definition.endswith(".")
        assert -10 <= event.scale <= 10


def test_every_mode_has_a_meaning_and_a_score_of_its_side(book: Codebook) -> None:
    for event in book.events.values():
        for mode in event.modes.values():
            assert mode.meaning
            assert -10 <= mode.scale <= 10
            if book.quads[event.quad].material:
                assert (mode.scale < 0) == book.quads[event.quad].conflict, (event.name, mode.name)


def test_rulings_name_existing_types_and_have_ids_of_their_own(book: Codebook) -> None:
    ids = [r.id for r in book.rulings]
    assert len(ids) == len(set(ids))
    for ruling in book.rulings:
        assert ruling.source in {"manual", book.name, "dateline"}
        assert set(ruling.events) <= set(book.events)
        assert ruling.text


@pytest.mark.parametrize(
    ("event", "quad"),
    [("AGREE", "1"), ("RETREAT", "2"), ("THREATEN", VERBAL_CONFLICT), ("SANCTION", MATERIAL_CONFLICT)],
)
def test_quads_follow_the_manual(event: str, quad: str) -> None:
    assert codebook.load().quad(event) == quad


def test_scale_takes_the_mode_where_there_is_one() -> None:
    plover = codebook.load()
    assert plover.scale("ASSAULT") == -9.0
    assert plover.scale("ASSAULT", "beat") == -7.5
    assert plover.scale("ASSAULT", ("beat", "targeted")) == -9.5
    assert plover.scale("AGREE", "visit") == 2.5
    assert plover.scale("AGREE", None) == 2.5


def test_an_unknown_type_or_book_is_an_error() -> None:
    with pytest.raises(KeyError):
        codebook.load().event("WEATHER")
    with pytest.raises(LookupError):
        codebook.load("none-such")
    with pytest.raises(LookupError):
        codebook.crosswalk("none-such")


@pytest.mark.parametrize("target", codebook.crosswalk_names())
def test_crosswalks_cover_every_type_and_mode(target: str) -> None:
    plover, walk = codebook.load(), codebook.crosswalk(target)
    plain = {(r.event, r.mode) for r in walk.rows if not r.when}
    wanted = {(e.name, "") for e in plover.events.values()}
    wanted |= {(e.name, m) for e in plover.events.values() for m in e.modes}
    assert plain == wanted
    assert all((r.event, r.mode) in wanted for r in walk.rows)


@pytest.mark.parametrize("target", codebook.crosswalk_names())
def test_rows_without_a_code_say_what_is_lost_and_no_row_is_there_twice(target: str) -> None:
    rows = codebook.crosswalk(target).rows
    assert all(r.code or r.lossy for r in rows)
    keys = [(r.event, r.mode, r.when) for r in rows]
    assert len(keys) == len(set(keys))


def test_cameo_codes_are_cameo_codes_and_conditions_are_contexts() -> None:
    plover = codebook.load()
    for row in codebook.crosswalk("cameo").rows:
        assert row.code.isdigit()
        assert 3 <= len(row.code) <= 4
        assert not row.when or row.when in plover.contexts


def test_the_narrowest_row_comes_first() -> None:
    cameo = codebook.crosswalk("cameo")
    assert [r.code for r in cameo.of("AGREE", when=["economic"])] == ["0311", "030"]
    row = cameo.one("PROTEST", "demo")
    assert row is not None
    assert (row.code, row.lossy) == ("141", "")


def test_victims_decide_how_acled_calls_violence() -> None:
    acled = codebook.crosswalk("acled")
    assert acled.of("ASSAULT", when=["civilians"])[0].code == "Violence against civilians"
    assert acled.of("ASSAULT", when=["armed"])[0].name == "Armed clash"
    assert acled.of("AGREE")[0].code == ""


def test_a_mode_unknown_to_a_crosswalk_falls_back_to_its_type() -> None:
    assert codebook.crosswalk("cameo").of("AGREE", "handshake")[0].code == "030"


def test_the_page_is_written_out_of_the_data() -> None:
    shipped = Path(__file__).parents[2] / "docs" / "codebook.md"
    assert shipped.read_text(encoding="utf-8") == page()
