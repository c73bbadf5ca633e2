"""What a source hands over before it is an article, how intake is asked, and how it refuses."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from dateline.model.span import Record


class IntakeOptions(Record, frozen=True, kw_only=True):
    """How to take articles in.

    `published` and `outlet` hold over what the sources say. `force` takes texts that are not in English, too. Sizes
    are bytes of one file, page or JSON line, unpacked, and characters of one article's text; `timeout` seconds. With
    `public_only` no page is fetched from this machine or a private network, whatever its address resolves to.
    """

    published: dt.date | None = None
    outlet: str | None = None
    force: bool = False
    most_bytes: int = 20_000_000
    most_characters: int = 5_000_000
    timeout: float = 20.0
    public_only: bool = False


RefusalKind = Literal["unreadable", "foreign", "large", "private"]


class Refusal(Record, frozen=True, kw_only=True):
    """What could not be read: `name` the file, address or line ("news.jsonl, line 3"), `cause` one line of words.

    `kind` is foreign where it is not in English (`force` reads it all the same), large where it is over a limit,
    private where its address is not public.
    """

    name: str
    cause: str
    kind: RefusalKind = "unreadable"


class Draft(Record, frozen=True, kw_only=True):
    """An article as its source gives it. `name` is what a refusal would call it.

    `published` is the day that the source's own data give, `published_why` which of them.
    """

    name: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: dt.date | None = None
    published_why: str | None = None


class Raw(Record, frozen=True, kw_only=True):
    """Bytes of one file or page. `url` is the path or address as given, `charset` what a server said of it."""

    name: str
    url: str
    data: bytes
    charset: str | None = None


class Unreadable(Exception):
    """A source cannot be read; the message is the cause, one line."""

    kind: RefusalKind = "unreadable"


class TooLarge(Unreadable):
    """A source is over a limit of size."""

    kind = "large"


class Private(Unreadable):
    """An address leads to this machine or a private network, and that was not wanted."""

    kind = "private"
