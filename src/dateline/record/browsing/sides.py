"""The parties of all event mentions, in memory: who stands on which side."""

from __future__ import annotations

import functools

import numpy as np
import sqlalchemy as sa

from dateline.record.browsing.columns import UNKNOWN, Coded, Columns, Truth, Whole, across
from dateline.record.tables import PARTY

_MARK = "\t"
_CELLS = ("event", "side", "name", "code", "sector")


class Sides:
    """A party a row, in the order of the columns' rows: `row` of its event there, whether `acts`, and who it is.

    `who` is its name in lower case (the canonical one, else the words) with its code: the army of one country is not
    that of another. `code` and `sector` are as in the record.
    """

    def __init__(self, db: sa.Connection, columns: Columns) -> None:
        ids = columns.coded("id")
        rows = np.full(len(ids.values), UNKNOWN, np.int64)
        rows[ids.codes] = np.arange(len(columns))
        at = dict(zip(ids.values, rows.tolist(), strict=True))
        events, sides, names, codes, sectors = across(db, *(PARTY.c[name] for name in _CELLS))
        self.row = np.fromiter((at.get(event, UNKNOWN) for event in events), np.int64, len(events))
        order = np.argsort(self.row, kind="stable")
        order = order[self.row[order] != UNKNOWN]
        self.row = self.row[order]
        self.acts = np.array([side == "actor" for side in sides], np.bool_)[order]
        self.who = Coded([key(name, code) for name, code in zip(names, codes, strict=True)])
        self.code, self.sector = Coded(codes), Coded(sectors)
        for column in (self.who, self.code, self.sector):
            column.take(order)

    @functools.cached_property
    def first(self) -> Whole:
        """For each code of `who` a party that has it."""
        found = np.zeros(len(self.who.values), np.int64)
        found[self.who.codes[::-1]] = np.arange(len(self.row))[::-1]
        return found

    @functools.cached_property
    def pairs(self) -> tuple[Whole, Whole]:
        """Each actor with each recipient of its event: two columns of numbers of parties."""
        actors, recipients = np.flatnonzero(self.acts), np.flatnonzero(~self.acts)
        first = np.searchsorted(self.row[recipients], self.row[actors], "left")
        count = np.searchsorted(self.row[recipients], self.row[actors], "right") - first
        within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        return np.repeat(actors, count), recipients[np.repeat(first, count) + within]

    def named(self, name: str, code: str | None = None) -> Truth:
        """The parties of exactly this name, in whatever case; of this code alone where one is given."""
        wanted = name.casefold()
        if code is not None:
            return np.asarray(self.who.codes == self.who.place_of(key(wanted, code)), np.bool_)
        first, last = (self.who.place_of(wanted + mark) for mark in (_MARK, chr(ord(_MARK) + 1)))
        within: Truth = (self.who.codes >= first) & (self.who.codes < last)
        return within


def key(name: str, code: str | None) -> str:
    """Who a party is: its name in lower case, and its code."""
    return f"{name}{_MARK}{code or ''}"


def parted(who: str) -> tuple[str, str | None]:
    """The name and the code of a key."""
    name, _, code = who.rpartition(_MARK)
    return name, code or None
