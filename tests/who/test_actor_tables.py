"""The actor files: every row has the shape that the loader and the record rely on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.knowledge import tables
from dateline.knowledge.actors import Actors, load
from dateline.knowledge.actors.words import key, slug, sound

SECTORS = set("GOV MIL REB PRM COP JUD LEG PTY SPY UAF UNK CVL OPP ELI JRN BUS CRM REF REL SOC LAB EDU MED AGR".split())
DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
CODE = re.compile(r"([A-Z]{3})?")


@pytest.mark.parametrize("name", [f for f, _ in load.FILES] + list(load.PERSON_FILES))
def test_rows_are_well_formed(name: str) -> None:
    for row in tables.rows(f"actors/{name}"):
        assert row["name"] and slug(row["name"]), row
        assert CODE.fullmatch(row["country"]), row
        assert row["sector"] in SECTORS | ({""} if name == "igos.tsv" else set()), row
        start, end = row.get("start", ""), row.get("end", "")
        assert DAY.fullmatch(start) and DAY.fullmatch(end), row
        assert not start or not end or start[: len(end)] <= end, row


def test_roles_name_sectors() -> None:
    for role in load.roles().values():
        assert role.use in ("head", "weak", "part")
        assert (role.sector in SECTORS) or role.use in ("part", "weak"), role


def test_ids_are_one_per_actor() -> None:
    seen: dict[str, str] = {}
    for actor, _ in load.everyone():
        if actor.kind not in ("state", "adjective", "people", "seat", "place"):
            assert seen.setdefault(actor.id, actor.name) == actor.name


def test_at_least_four_hundred_leaders_and_two_hundred_fifty_groups() -> None:
    assert sum(1 for _ in tables.rows("actors/leaders.tsv")) >= 400
    assert sum(1 for _ in tables.rows("actors/groups.tsv")) >= 250


def test_names_compare_across_spellings() -> None:
    assert key("The Al-Qa’ida") == key("al Qaida") == "al qaida"
    assert sound("Qassem Suleimani") == sound("Qasem Soleimani")


def test_user_rows_win(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("kind\tname\taliases\tcountry\tsector\ngroup\tOrchid Front\tOF\tBOL\tREB\n", encoding="utf-8")
    entry = Actors(file).named("orchid front")
    assert entry is not None
    assert (entry.actors[0].id, entry.actors[0].country, entry.actors[0].sector) == ("group:orchid-front", "BOL", "REB")
