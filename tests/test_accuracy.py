"""The accuracy gate: what is measured must not fall under the committed floors."""

from __future__ import annotations

import pytest

from benchmarks import gate, tasks
from dateline.reading.reader import Reader

pytestmark = pytest.mark.skipif(
    not tasks.SHARED.exists(),
    reason="the hand-coded articles (shared/) are not beside this checkout: nothing to measure",
)
QUICK = ("gold", "geovirus", "tbaq", "claims")
"""Tasks that take seconds; `python -m benchmarks.gate --check` runs all."""


@pytest.mark.parametrize("name", QUICK)
def test_not_under_the_floor(name: str, reader: Reader) -> None:
    measured = {name: tasks.run(tasks.by_name(name), reader)}
    assert not gate.below(measured, gate.floors())


def test_floors_only_rise() -> None:
    old = {"gold": {"event": 0.6, "date": 0.5}}
    assert gate.raised({"gold": {"event": 0.549, "date": 0.577}}, old) == {"gold": {"event": 0.6, "date": 0.56}}
