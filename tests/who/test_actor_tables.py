"""The actor files: every row has the shape that the loader and the record rely on."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.main import cli
from dateline.knowledge import tables
from dateline.knowledge.actors import Actors, Term, load
from dateline.knowledge.actors.words import key, slug, sound

SECTORS = set("GOV MIL REB PRM COP JUD LEG PTY SPY UAF UNK CVL OPP ELI JRN BUS CRM REF REL SOC LAB EDU MED AGR".split())
DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
CODE = re.compile(r"([A-Z]{3})?")
CODES = {r["code"] for r in tables.rows("actors/states.tsv")} | {"", "IGO", "NGO"}


# Offices that one person holds at a time. Rivals and co-holders are named so: "rival president", "co-prime minister".
ONE_HOLDER = frozenset(
    "president|prime minister|premier|chancellor|king|queen|pope|emperor|supreme leader|crown prince|secretary of state"
    "|foreign minister|defence minister|interior minister|finance minister|national security adviser|secretary-general"
    "|NATO secretary-general|EU foreign policy chief|commission president|CIA director|FBI director|attorney general"
    "|head of state|White House chief of staff|chief of staff|Arab League secretary-general|IAEA director".split("|")
)
LEADING = ONE_HOLDER & set(
    "president|prime minister|premier|chancellor|king|supreme leader|head of state".split("|")
) | set(
    "chief executive|military leader|state counsellor|emir|leader|council chairman|junta leader|PLO chairman".split("|")
)
IN_THE_NEWS = (
    "AFG ARE ARG AUS AUT BEL BGD BGR BLR BRA CAN CHL CHN COD COL CUB CYP CZE DEU DNK DZA EGY ESP ETH FIN FRA "
    "GBR GEO GHA GRC HKG HRV HTI HUN IDN IND IRL IRN IRQ ISR ITA JOR JPN KAZ KEN KHM KOR LBN LKA MEX MLI MMR "
    "MYS NGA NIC NLD NOR NPL NZL PAK PER PHL POL PRK PRT PSE QAT ROU RUS RWA SAU SDN SEN SRB SWE SYR THA TUN "
    "TUR TWN UGA UKR USA VEN YEM ZAF ZWE"
).split()


@pytest.mark.parametrize("name", [f for f, _ in load.FILES] + list(load.PERSON_FILES))
def test_rows_are_well_formed(name: str) -> None:
    for row in tables.rows(f"actors/{name}"):
        assert row["name"] and slug(row["name"]), row
        assert CODE.fullmatch(row["country"]), row
        assert row["country"] in CODES, row
        assert row["sector"] in SECTORS | ({""} if row["country"] in ("IGO", "BIH") or name == "igos.tsv" else set()), (
            row
        )
        start, end = row.get("start", ""), row.get("end", "")
        assert DAY.fullmatch(start) and DAY.fullmatch(end), row
        assert not start or not end or start[: len(end)] <= end, row
        aliases = [a for a in row.get("aliases", "").split("|") if a]
        assert all(a.strip() == a and key(a) for a in aliases), row


def test_one_holder_of_an_office_at_a_time() -> None:
    held: dict[tuple[str | None, str], list[tuple[Term, str]]] = {}
    for actor, _ in load.everyone():
        for term in actor.terms:
            if term.office in ONE_HOLDER:
                held.setdefault((term.country, term.office), []).append((term, actor.name))
    for office, terms in held.items():
        for (one, who), (other, by) in itertools.combinations(sorted(terms, key=lambda t: t[0].start), 2):
            assert latest_start(other.start) >= earliest_end(one.end), (office, who, one, by, other)


def latest_start(day: str) -> str:
    """The last day on which a term can have begun: a year alone leaves it open until its end."""
    return day + "-12-31"[len(day) - 4 :]


def earliest_end(day: str) -> str:
    """The first day on which a term can have ended; on the day of the change two may hold an office."""
    return (day or "9999") + "-01-01"[len(day or "9999") - 4 :]


def test_terms_of_one_person_in_one_office_do_not_repeat() -> None:
    for actor, _ in load.everyone():
        own = [(t.country, t.office, t.start) for t in actor.terms]
        assert len(own) == len(set(own)), actor


def test_someone_led_each_country_of_the_news_nearly_all_the_time() -> None:
    terms: dict[str | None, list[Term]] = {}
    for actor, _ in load.everyone():
        for term in actor.terms:
            if term.office in LEADING:
                terms.setdefault(term.country, []).append(term)
    days = [f"{year}-{month}-15" for year in range(1990, 2026) for month in ("03", "09")]
    for country in IN_THE_NEWS:
        asked = [d for d in days if d >= min(t.start for t in terms[country])]
        vacant = [d for d in asked if not any(t.covers(d) for t in terms[country])]
        assert len(asked) > 50 and len(vacant) <= 6, (country, vacant)


def test_roles_name_sectors() -> None:
    for role in load.roles().values():
        assert role.use in ("head", "weak", "part")
        assert (role.sector in SECTORS) or role.use in ("part", "weak"), role


def test_ids_are_one_per_actor() -> None:
    seen: dict[str, str] = {}
    for actor, _ in load.everyone():
        if actor.kind not in ("state", "adjective", "people", "seat", "place"):
            assert seen.setdefault(actor.id, actor.name) == actor.name


def test_at_least_four_hundred_groups_and_sixty_countries() -> None:
    assert len({row["name"] for row in tables.rows("actors/groups.tsv")}) >= 400
    assert len(IN_THE_NEWS) >= 60


def test_a_group_that_came_to_power_has_its_sector_by_time() -> None:
    taliban = Actors().by_id["group:taliban"]
    assert [getattr(taliban.term_on(d), "sector", None) for d in ("1998-08-20", "2010-01-01", "2022-03-01")] == [
        "GOV",
        "REB",
        "GOV",
    ]


def test_premier_is_a_prime_minister() -> None:
    premier = Actors().holder("CHN", "prime minister", "2008-05-12")
    assert premier is not None and premier.name == "Wen Jiabao"


def test_names_compare_across_spellings() -> None:
    assert key("The Al-Qa’ida") == key("al Qaida") == "al qaida"
    assert sound("Qassem Suleimani") == sound("Qasem Soleimani")


def test_user_rows_win(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("kind\tname\taliases\tcountry\tsector\ngroup\tOrchid Front\tOF\tBOL\tREB\n", encoding="utf-8")
    entry = Actors(file).named("orchid front")
    assert entry is not None
    assert (entry.actors[0].id, entry.actors[0].country, entry.actors[0].sector) == ("group:orchid-front", "BOL", "REB")


def test_user_persons_have_terms(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    lines = (
        "kind\tname\tcountry\toffice\tsector\tstart\tend",
        "person\tOdalys Brenn\tURY\tmayor\tGOV\t2019\t2021-05-31",
        "person\tOdalys Brenn\tURY\tsenator\tLEG\t2021-06-01",
    )
    file.write_text("\r\n".join(lines), encoding="utf-8-sig")
    person = Actors(file).by_id["person:odalys-brenn"]
    assert [t.sector for t in person.terms] == ["GOV", "LEG"]
    held = person.term_on("2020-02-02")
    assert held is not None and held.office == "mayor"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("group\t\tBOL\tREB\t\t", "line 2: a row without a name"),
        ("herd\tOrchid Front\tBOL\tREB\t\t", "line 2: kind 'herd'"),
        ("group\tOrchid Front\tBolivia\tREB\t\t", "line 2: country 'Bolivia'"),
        ("group\tOrchid Front\tBOL\tREBEL\t\t", "line 2: sector 'REBEL'"),
        ("group\tOrchid Front\tBOL\tREB\t5 May 2021\t", "line 2: '5 May 2021'"),
        ("group\tOrchid Front\tBOL\tREB\t2021\t2019", "line 2: end 2019"),
        ("group\tOrchid Front\tBOL\tREB\t\t\tmore", "line 2: 7 cells"),
    ],
)
def test_a_wrong_user_row_is_named(tmp_path: Path, line: str, fault: str) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(f"kind\tname\tcountry\tsector\tstart\tend\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(fault)) as told:
        Actors(file)
    assert "\n" not in str(told.value)


def test_a_wrong_user_column_is_named(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("kind\tname\tnation\ngroup\tOrchid Front\tBOL\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: unknown column 'nation'"):
        Actors(file)


def test_the_command_says_a_wrong_file_of_actors_in_one_line(tmp_path: Path) -> None:
    file, text = tmp_path / "own.tsv", tmp_path / "a.txt"
    file.write_text("kind\tname\tcountry\ngroup\tOrchid Front\tBolivia\n", encoding="utf-8")
    text.write_text("Police arrested two men.", encoding="utf-8")
    result = CliRunner().invoke(cli, ["read", str(text), "--actors", str(file)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"Error: {file}, line 2: country 'Bolivia' is no three-letter code such as BOL"
    ]
