"""What chooses among options: a weighted sum, a net with hidden units, and a second step over a first."""

from __future__ import annotations

import pytest

from dateline.reading.ranker import BIAS, OUT, Net, Ranker, Second, load_ranker

ROWS = {"near": (0.5, 1.0, 0.0), "named": (0.0, 1.0, -2.0), BIAS: (0.0, -1.5, 0.0), OUT: (0.0, 4.0, 1.0)}
"""The first unit counts only where a place is both near and named."""


def test_a_net_hears_what_two_features_say_together() -> None:
    net = Net(ROWS)
    near, named = net.score({"near": 1.0}), net.score({"named": 1.0})
    assert (near, named) == pytest.approx((0.5, 0.0))
    assert net.score({"near": 1.0, "named": 1.0}) == pytest.approx(0.5 + 4.0 * 0.5)


def test_unknown_features_count_nothing() -> None:
    net = Net(ROWS)
    assert net.score({"near": 1.0, "new": 3.0}) == net.score({"near": 1.0})
    assert net.score({}) == net.score({"new": 1.0}) == 0.0


def test_the_second_step_is_silent_where_nothing_else_is_known() -> None:
    second = Second(Ranker({"near": 2.0}), {"base": 0.5, "heard": 3.0})
    assert second.score({"near": 1.0}) == 2.0
    assert second.score({"near": 1.0, "heard": 1.0}) == 4.0


def test_no_answer_is_given_only_where_no_other_is_likely() -> None:
    options = [{"near": 1.0}, {"null": 1.0}]
    ranker = Ranker({"near": 1.0, "null": 2.0})
    assert ranker.best(options, none=1, least=0.2)[0] == 0
    assert ranker.best(options, none=1, least=0.3)[0] == 1


@pytest.mark.parametrize("name", ["attach/data/date", "attach/data/place", "attach/data/figure", "fuse", "modes"])
def test_shipped_weights_load(name: str) -> None:
    assert load_ranker(name).table
