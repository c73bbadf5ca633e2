"""Counting over columns: how many events and mentions fall to each value."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.record.browsing.columns import UNKNOWN, Coded, Columns, Truth, Whole, distinct
from dateline.record.counts import Count


def facet(columns: Columns, name: str, fits: Truth, most: int) -> tuple[Count, ...]:
    """The values of the mentions that fit, told in most events first; a value that is not known is left out."""
    coded = Coded([]) if name == "hedged" else columns.coded(name)
    codes = columns.hedged.astype(np.int64) if name == "hedged" else coded.codes
    values = ("false", "true") if name == "hedged" else coded.values
    rows = np.flatnonzero(fits & (codes != UNKNOWN))
    events, mentions = events_of(columns.link_of[rows], codes[rows], len(values)), np.bincount(codes[rows])
    order = np.lexsort((np.arange(len(values)), -events))[:most]
    return tuple(Count(values[n], int(events[n]), int(mentions[n])) for n in order.tolist() if events[n])


def events_of(links: Whole, codes: Whole, size: int) -> Whole:
    """For each code below `size` in how many links it stands."""
    return np.bincount(distinct(links * max(size, 1) + codes) % max(size, 1), minlength=size)


def by_value(groups: Whole, codes: Whole, values: Sequence[str], count: int) -> list[dict[str, int]]:
    """For each group below `count` how many of its rows have which value; a value that is not known is left out."""
    found: list[dict[str, int]] = [{} for _ in range(count)]
    known = codes != UNKNOWN
    size = len(values) or 1
    pairs, times = np.unique(groups[known] * size + codes[known], return_counts=True)
    for pair, n in zip(pairs.tolist(), times.tolist(), strict=True):
        found[pair // size][values[pair % size]] = n
    return found
