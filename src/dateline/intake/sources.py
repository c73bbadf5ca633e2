"""Opens what the user names: a file, a folder (all within), an http(s) address, or - for standard input."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from dateline.intake import kinds
from dateline.intake.article import finish
from dateline.intake.draft import Draft, IntakeOptions, Raw, Refusal, TooLarge, Unreadable
from dateline.intake.kinds import json_lines, page
from dateline.model.article import Article

_PEEK = 400


def open_sources(inputs: Sequence[str], options: IntakeOptions) -> Iterator[Article | Refusal]:
    """The articles of all inputs, one by one as they are read; what cannot be read is a Refusal, the rest goes on."""
    for name in inputs:
        for draft in _drafts(name, options):
            yield draft if isinstance(draft, Refusal) else finish(draft, options)


def open_address(address: str, options: IntakeOptions) -> Article | Refusal:
    """The article of the page at an http(s) address, and nothing but an address."""
    if not address.lower().startswith(("http://", "https://")):
        return Refusal(name=address, cause="is no address of the web (http:// or https://)")
    return _first(_address(address, options), address, options)


def open_page(markup: str, options: IntakeOptions) -> Article | Refusal:
    """The article of a page that is at hand."""
    return _first(_page(Raw(name="page", url="", data=markup.encode(), charset="utf-8"), options), "page", options)


def _first(drafts: Iterator[Draft | Refusal], name: str, options: IntakeOptions) -> Article | Refusal:
    draft = next(drafts, Refusal(name=name, cause="holds no article"))
    return draft if isinstance(draft, Refusal) else finish(draft, options)


def _page(raw: Raw, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    try:
        yield from page.read(raw, options)
    except Unreadable as error:
        yield Refusal(name=raw.name, cause=str(error), kind=error.kind)


def _drafts(name: str, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    if name == "-":
        yield from _guarded("standard input", sys.stdin.buffer, options)
    elif name.startswith(("http://", "https://")):
        yield from _address(name, options)
    elif _is_folder(name):
        yield from _folder(name, options)
    else:
        yield from _file(name, options)


def _is_folder(name: str) -> bool:
    return "\0" not in name and Path(name).is_dir()


def _file(name: str, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below, after the last article is taken
    except (OSError, ValueError) as error:
        yield Refusal(name=name, cause=_os_cause(error))
        return
    with stream:
        packed = name.lower().endswith(".gz")
        yield from _guarded(name, cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if packed else stream, options)


def _guarded(name: str, stream: IO[bytes], options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """Reads on until the stream fails; then says why."""
    try:
        yield from _stream(name, stream, options)
    except Unreadable as error:
        yield Refusal(name=name, cause=str(error), kind=error.kind)
    except (OSError, EOFError, zlib.error) as error:
        yield Refusal(name=name, cause=_os_cause(error))


def _stream(name: str, stream: IO[bytes], options: IntakeOptions) -> Iterator[Draft | Refusal]:
    head = stream.read(_PEEK)
    kind = kinds.by_name(name) or kinds.by_content(head)
    if kind.read is json_lines.read and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _lines(name, _Rest(head, stream), options)
        return
    data = head + stream.read(options.most_bytes + 1 - len(head))
    if len(data) > options.most_bytes:
        raise TooLarge(f"is larger than {options.most_bytes // 1_000_000} MB: no single article")
    yield from kind.read(Raw(name=name, url=name, data=data), options)


def _lines(name: str, stream: _Rest, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """JSON Lines may be of any length in all: one line is held at a time."""
    for number, line in enumerate(stream.lines(options.most_bytes), 1):
        if len(line) > options.most_bytes:
            size = options.most_bytes // 1_000_000
            cause = f"is larger than {size} MB: no single article"
            yield Refusal(name=f"{name}, line {number}", cause=cause, kind="large")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from json_lines.of_line(line.removeprefix(b"\xef\xbb\xbf"), number, name)
    if not stream.any:
        raise Unreadable("is empty")


class _Rest:
    """A stream whose first bytes were looked at already."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream
        self.any = bool(head.strip())

    def lines(self, most: int) -> Iterator[bytes]:
        """The lines; of one longer than `most` bytes the first `most` + 1, the rest of it is passed over."""
        while line := self._line(most + 1):
            yield line
            part = line
            while len(line) > most and not part.endswith(b"\n") and (part := self._stream.readline(most)):
                pass

    def _line(self, most: int) -> bytes:
        line = self._head.readline(most)
        return line if line.endswith(b"\n") else line + self._stream.readline(most - len(line))


def _folder(name: str, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """Every file of a known kind below the folder, in the order of names."""
    troubles: list[OSError] = []
    count = 0
    for folder, below, files in os.walk(name, onerror=troubles.append):
        below.sort()
        for file in sorted(files):
            if kinds.by_name(file):
                count += 1
                yield from _file(str(Path(folder, file)), options)
    for trouble in troubles:
        yield Refusal(name=str(trouble.filename), cause=_os_cause(trouble))
    if not count and not troubles:
        ends = " ".join(end for kind in kinds.KINDS for end in kind.ends)
        yield Refusal(name=name, cause=f"holds no file to read ({ends}, or these with .gz)")


def _address(name: str, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    from dateline.intake import web  # loads the network's libraries: only where an address is given

    try:
        raw = web.fetch(name, options)
        yield from kinds.by_content(raw.data).read(raw, options)
    except Unreadable as error:
        yield Refusal(name=name, cause=str(error), kind=error.kind)


def _os_cause(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return "is not a whole gzip file"
    words = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {words or error}"
