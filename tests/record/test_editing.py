"""Fields of events that people set by hand, and take back."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from tests.linking.stories import incident

from dateline.cli.main import cli
from dateline.record.store import Store

EVENT = incident()[0].events[0].id


def edit(record: str, *args: str) -> Result:
    """Runs the command on the first event."""
    return CliRunner().invoke(cli, ["edit", record, EVENT, *args, "--author", "ana"])


def found(record: str, *filters: str) -> dict[str, dict[str, object]]:
    """The events that a question finds, by their ids."""
    lines = CliRunner().invoke(cli, ["events", record, *filters, "--format", "jsonl"]).output.splitlines()
    return {e["id"]: e for e in map(json.loads, lines)}


def test_a_field_is_what_somebody_set_until_it_is_taken_back(record: str) -> None:
    before = found(record)[EVENT]
    assert edit(record, "date", "2031-05-05").exit_code == 0
    assert edit(record, "date", "2031-05-04").exit_code == 0
    assert found(record)[EVENT] == before | {"date": "2031-05-04"}
    assert edit(record, "date", "--undo").exit_code == 0
    assert found(record)[EVENT] == before


def test_questions_find_an_event_by_what_somebody_set(record: str) -> None:
    actor = '[{"entity_text": "the fishermen", "code": "ALB", "sector": ["LAB"]}]'
    for field, value in (("event", "PROTEST"), ("actor", actor), ("event_loc", "null")):
        assert edit(record, field, value).exit_code == 0, edit(record, field, value).output
    with Store(record) as store:
        store.put(incident()[0], "reader 2")
    assert EVENT in found(record, "--type", "PROTEST", "--actor", "fishermen")
    assert EVENT not in found(record, "--country", "ALB")
    edit(record, "event", "--undo")
    assert EVENT in found(record, "--type", "ASSAULT")


def test_quad_class_and_scale_follow_the_type(record: str) -> None:
    edit(record, "event", "CONSULT")
    event = found(record)[EVENT]
    assert (event["quad_code"], event["mode"]) == ("1", [])
    edit(record, "mode", "visit,third-party")
    assert found(record)[EVENT]["mode"] == ["visit", "third-party"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("colour", "red"), "colour"),
        (("id", "x"), "id"),
        (("event", "QUARREL"), "QUARREL"),
        (("mode", "shouting"), "shouting"),
        (("date", "yesterday"), "YYYY-MM-DD"),
        (("date", "2031-05-09"), "2031-05-06"),
        (("status", "perhaps"), "perhaps"),
        (("confidence", "7"), "between 0 and 1"),
        (("hedged", "--undo"), "nobody"),
        (("hedged", "true", "--undo"), "--undo"),
        (("hedged",), "VALUE"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(record: str, args: tuple[str, ...], told: str) -> None:
    before = found(record)
    result = edit(record, *args)
    assert result.exit_code != 0
    assert told in result.output
    assert "Traceback" not in result.output
    assert found(record) == before


def test_an_unknown_event_is_named(record: str) -> None:
    result = CliRunner().invoke(cli, ["edit", record, "nothing", "hedged", "true"])
    assert result.exit_code == 1
    assert "nothing" in result.output
