"""Windows: no word is lost, none is read twice, none too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.trained.windows import Unit, _cut, pack


@given(st.lists(st.integers(1, 60), max_size=60), st.integers(20, 80))
def test_units_are_packed_in_order_and_within_the_limit(lengths: list[int], limit: int) -> None:
    found = [Unit(n, n + 1, [7] * min(length, limit), [0]) for n, length in enumerate(lengths)]
    windows = pack(found, limit)
    assert [u for w in windows for u in w] == found
    assert all(sum(len(u.pieces) for u in w) <= limit for w in windows)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=80), st.integers(10, 40))
def test_a_long_sentence_is_cut_between_words(sizes: list[int], limit: int) -> None:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    units = list(_cut(100, list(range(sum(sizes))), starts, limit))
    assert [w for u in units for w in range(u.first, u.last)] == list(range(100, 100 + len(sizes)))
    for unit in units:
        assert 0 < len(unit.pieces) <= limit
        assert [unit.pieces[a] for a in unit.at] == starts[unit.first - 100 : unit.last - 100]
