"""The description of the interface: complete, true, and no question that breaks the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import jsonschema_rs
import pytest
import schemathesis
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient
from tests.web.conftest import NoDesk, served

from dateline.web.app import create_app

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]


@pytest.fixture(scope="session")
def described(client: TestClient) -> dict[str, Any]:
    """The OpenAPI."""
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def test_every_answer_has_an_example_that_fits_its_schema(described: dict[str, Any]) -> None:
    for path, operations in described["paths"].items():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                for media, content in response.get("content", {}).items():
                    if media == "application/json":
                        assert "example" in content, (path, status)
                        whole = {"components": described["components"], **content["schema"]}
                        jsonschema_rs.validate(whole, content["example"])


def test_every_operation_says_what_it_does(described: dict[str, Any]) -> None:
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["description"].endswith("."), path
            assert all(p.get("description") for p in operation.get("parameters", ())), path


@pytest.fixture(scope="session")
def interface(record: Path, desk: NoDesk) -> Iterator[Any]:
    """What schemathesis asks: a server on loopback."""
    with served(create_app(record, desk=desk)) as address:
        yield schemathesis.openapi.from_url(f"{address}/api/openapi.json")


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_no_question_breaks_it_and_every_answer_fits(interface: Any, mode: GenerationMode) -> None:
    asked = 0
    for found in interface.get_all_operations():
        operation = found.ok()

        @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
        @hypothesis.settings(
            max_examples=10, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )  # fmt: skip
        def ask(case: Any) -> None:
            case.call_and_validate(checks=CHECKS)

        try:
            ask()
        except Unsatisfiable:  # an operation that takes nothing cannot be asked wrongly
            continue
        asked += 1
    assert asked > 10
