"""What can be asked of a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.linking.stories import incident

from dateline.record import ask, counts, frames, reconcile
from dateline.record.ask import Filters
from dateline.record.store import Store


def urls(store: Store, **filters: object) -> list[str]:
    """The addresses of the articles whose events fit."""
    return [e.cite_info.url or "" for e in ask.events(store, Filters(**filters))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["a.txt", "b.txt", "c.txt", "d.txt"]),
        ({"country": "ALB"}, ["a.txt", "b.txt", "c.txt"]),
        ({"actor": "rebel"}, ["a.txt", "b.txt"]),
        ({"recipient": "soldiers"}, ["d.txt"]),
        ({"party": "the consulate"}, ["a.txt", "b.txt", "c.txt"]),
        ({"dyad": ("army", "soldiers")}, ["d.txt"]),
        ({"type": "assault", "place": "pel"}, ["d.txt"]),
        ({"since": "2032-01-01"}, ["d.txt"]),
        ({"until": "2031-05-06", "source": "ledger"}, ["b.txt"]),
        ({"text": "suspected rebels"}, ["a.txt"]),
        ({"text": "sought the"}, ["c.txt"]),
        ({"text": '"quoted" (words)'}, []),
        ({"status": "negated"}, []),
        ({"hedged": True}, []),
        ({"place": "100%"}, []),
        ({"type": "protest,assault", "country": "MDA,ALB"}, ["a.txt", "b.txt", "c.txt", "d.txt"]),
        ({"country": "MDA,XXX"}, ["d.txt"]),
        ({"geonameid": 902}, ["d.txt"]),
        ({"undated": True}, []),
        ({"undated": False, "status": "negated,occurred"}, ["a.txt", "b.txt", "c.txt", "d.txt"]),
        ({"min_witnesses": 2}, ["a.txt", "b.txt", "c.txt"]),
    ],
)
def test_filters(store: Store, filters: dict[str, object], expected: list[str]) -> None:
    assert sorted(urls(store, **filters)) == expected


def test_sorting_both_ways_and_limit(store: Store) -> None:
    assert [e.cite_info.url for e in ask.events(store, Filters(), "published")] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert [e.cite_info.url for e in ask.events(store, Filters(), "-published", 2)] == ["d.txt", "c.txt"]


def test_the_reconciled_event_lists_versions_by_outlet_and_averages_nothing(store: Store) -> None:
    name = incident()[1].events[0].id
    event = reconcile.of_link(store, name)
    assert event is not None
    assert (event.witnesses, event.articles, event.first_told) == (3, 3, "2031-05-06")
    assert event.outlets == ("Harbour Wire", "Morning Ledger", "Channel Nine")
    toll = event.tolls[0]
    assert [(low, outlet) for _, low, _, outlet in toll.told] == list(zip((2, 5, 6), event.outlets, strict=True))
    assert (toll.lowest, toll.highest) == (2, 6)
    fields = {f.name: f for f in event.fields}
    assert fields["where"].agreed
    assert not fields["how many"].agreed
    assert [v.witnesses for v in fields["how many"].versions] == [1, 1, 1]


def test_an_unknown_link_is_none(store: Store) -> None:
    assert reconcile.of_link(store, "nothing") is None


def test_counts_take_an_event_once_however_many_tell_it(store: Store) -> None:
    found = {c.value: (c.events, c.mentions) for c in counts.stats(store, "country")}
    assert found == {"ALB": (1, 3), "MDA": (1, 1)}
    assert [c.value for c in counts.stats(store, "week")] == ["2031-W19", "2032-W36"]
    assert counts.stats(store, "outlet", Filters(country="MDA"))[0].value == "Harbour Wire"


def test_the_timeline_has_each_event_once_in_order(store: Store) -> None:
    found = counts.timeline(store)
    assert [(r.date, r.witnesses) for r in found] == [("2031-05-06", 3), ("2032-08-31", 1)]


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_frames(tmp_path: Path, library: frames.Library) -> None:
    with Store(tmp_path / "record.db", create=True) as store:
        for document in incident():
            store.put(document, "reader 1")
        frame = frames.events(store, Filters(country="ALB"), library=library)
        assert sorted(frame["killed_low"]) == [2, 5, 6]
        assert list(frames.stats(store, "type", library=library)["events"]) == [2]
