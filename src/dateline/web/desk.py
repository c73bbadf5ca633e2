"""Reads what is handed in, one article at a time, in a process of its own that can be stopped.

So a text that takes for ever, or brings the parser down, is one answer that says so, and nothing else waits for it.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import signal
import threading
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline.intake.draft import Draft, IntakeOptions, Refusal
from dateline.web.errors import Refused

if TYPE_CHECKING:
    from dateline.model.article import Article
    from dateline.reading.reader import Reader

_STARTING = 120.0
"""Seconds until the reader is loaded, the gazetteer built where it is missing."""
_STATUS = {"unreadable": 400, "foreign": 400, "large": 413, "private": 403}


class Handed(Struct, frozen=True, kw_only=True):
    """An article handed in: `text`, or `html`, or the `url` of a page. `force` takes one that is not in English."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    force: bool = False


class Limits(Struct, frozen=True, kw_only=True):
    """Characters of a text, bytes of a fetched page, seconds of a reading, seconds of one answer of a fetched server.

    `public_only` is false in tests alone.
    """

    characters: int = 1_000_000
    bytes: int = 5_000_000
    seconds: float = 60.0
    fetching: float = 10.0
    public_only: bool = True


class Desk:
    """Reads one article at a time; the process starts when first needed. `close` ends it."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._busy = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def read(self, handed: Handed) -> bytes:
        """The `Reading` of an article as JSON. Raises Refused: busy, too large, not to be read, not to be fetched."""
        if not self._busy.acquire(blocking=False):
            raise Refused(429, "busy", "another article is being read; try again in a moment")
        try:
            return self._read(handed)
        finally:
            self._busy.release()

    def _read(self, handed: Handed) -> bytes:
        line = self._ready()
        try:
            line.send_bytes(msgspec.msgpack.encode((handed, self._limits)))
            if not line.poll(self._limits.seconds):
                self.close()
                raise Refused(400, "too_slow", f"reading it takes more than {self._limits.seconds:.0f} seconds")
            kind, found = line.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise Refused(400, "unreadable", "the reader broke off at this text") from error
        if kind != "read":
            raise Refused(_STATUS[kind], "private_address" if kind == "private" else kind, found)
        reading: bytes = found
        return reading

    def _ready(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            self.close()
            spawn = multiprocessing.get_context("spawn")
            self._line, theirs = spawn.Pipe()
            self._process = spawn.Process(target=_reading, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            if not self._line.poll(_STARTING):
                self.close()
                raise Refused(503, "not_ready", "the reader does not start")
            self._line.recv()
        return self._line

    def close(self) -> None:
        """Ends the process; the next reading starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _reading(line: Connection) -> None:
    """The process: reads until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    from dateline.reading.reader import Reader

    reader = Reader()
    line.send("ready")
    while True:
        try:
            handed, limits = msgspec.msgpack.decode(line.recv_bytes(), type=tuple[Handed, Limits])
        except EOFError:
            return
        line.send(_answer(reader, handed, limits))


def _answer(reader: Reader, handed: Handed, limits: Limits) -> tuple[str, bytes | str]:
    from dateline.web.reading import of_article

    found = _article(handed, limits)
    if isinstance(found, Refusal):
        return found.kind, f"{found.name[:200]}: {found.cause}"
    return "read", msgspec.json.encode(of_article(found, reader.read(found)))


def _article(handed: Handed, limits: Limits) -> Article | Refusal:
    from dateline.intake import finish, open_address, open_page

    options = IntakeOptions(
        published=handed.published, force=handed.force, most_bytes=limits.bytes, most_characters=limits.characters,
        timeout=limits.fetching, public_only=limits.public_only,
    )  # fmt: skip
    if handed.url is not None:
        found = open_address(handed.url, options)
    elif handed.html is not None:
        found = open_page(handed.html, options)
    else:
        found = finish(Draft(name="text", text=handed.text or "", title=handed.title), options)
    return found
