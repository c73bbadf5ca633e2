"""Pages of a list: by a cursor that names the last one seen, so that what is written meanwhile moves nothing."""

from __future__ import annotations

import base64
import binascii
from typing import Generic, TypeVar

import msgspec
import numpy as np
from msgspec import Struct

from dateline.record.browsing.columns import Columns, Sort, Whole

Item = TypeVar("Item")
Key = str | float | None


class Page(Struct, Generic[Item], frozen=True):
    """Some of a list: `next` is the cursor of the page after it, None on the last one; `total` counts all."""

    items: tuple[Item, ...]
    next: str | None
    total: int


class Asked(Struct, frozen=True):
    """Which page: so many after the cursor, or from the beginning."""

    limit: int = 50
    cursor: str | None = None


class BadCursor(ValueError):
    """A cursor that no page of this list gave."""

    def __init__(self) -> None:
        super().__init__("cursor: no page of this list ends there")


def packed(*key: Key) -> str:
    """The cursor that stands for a key."""
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def unpacked(cursor: str, size: int) -> tuple[Key, ...]:
    """The key of a cursor, of `size` parts. Raises BadCursor."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        key = msgspec.json.decode(raw, type=tuple[Key, ...])
    except (binascii.Error, msgspec.MsgspecError, ValueError) as error:
        raise BadCursor() from error
    if len(key) != size:
        raise BadCursor()
    return key


def cut(columns: Columns, rows: Whole, sort: Sort, asked: Asked) -> tuple[Whole, str | None]:
    """Of the rows those of the page, in order, and the cursor of the next page."""
    ranks = columns.ranks(sort)[rows]
    if asked.cursor is not None:
        later = ranks >= first_after(columns, sort, unpacked(asked.cursor, 3))
        rows, ranks = rows[later], ranks[later]
    more = len(rows) > asked.limit
    if more:
        near = np.argpartition(ranks, asked.limit - 1)[: asked.limit]
        rows, ranks = rows[near], ranks[near]
    rows = rows[np.argsort(ranks)]
    return rows, packed(*key_of(columns, sort, int(rows[-1]))) if more else None


def key_of(columns: Columns, sort: Sort, row: int) -> tuple[Key, ...]:
    """What a cursor after `row` says: the value sorted by, the link and the event."""
    name = sort.removeprefix("-")
    if name in ("type", "country"):
        value: Key = columns.coded(name).value(int(columns.coded(name).codes[row]))
    else:
        number = float(columns.key(sort)[row])
        value = None if np.isinf(number) else number
    return value, *(columns.coded(c).value(int(columns.coded(c).codes[row])) for c in ("link", "id"))


def first_after(columns: Columns, sort: Sort, key: tuple[Key, ...]) -> int:
    """The rank from which on rows come after the key."""
    value, link, event = key
    if not isinstance(link, str) or not isinstance(event, str):
        raise BadCursor()
    wanted = _number(columns, sort, value)
    keys, links, ids = columns.key(sort), columns.coded("link"), columns.coded("id")
    at, here = links.place_of(link), ids.place_of(event)
    same_link = (links.codes < at) | ((links.codes == at) & (ids.codes <= here))
    return int(np.count_nonzero((keys < wanted) | ((keys == wanted) & same_link)))


def _number(columns: Columns, sort: Sort, value: Key) -> float:
    name = sort.removeprefix("-")
    if value is None:
        return float(np.inf)
    if (name in ("type", "country")) != isinstance(value, str):
        raise BadCursor()
    if isinstance(value, str):
        place = columns.coded(name).place_of(value)
        return -place if sort.startswith("-") else place
    return float(value)
