"""Holds a run's articles back until all are read, so that links reach across them; on disk, not in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from types import TracebackType

from msgspec.structs import replace

from dateline.linking import Linker, sketch
from dateline.model import encode
from dateline.model.document import AnnotatedDocument


class Spool:
    """Takes documents and, when closed, hands them on in their order, with the links of the whole run.

    Also where the run was interrupted: what was read is handed on.
    """

    def __init__(self, write: Callable[[AnnotatedDocument], None]) -> None:
        self._write = write
        self._linker = Linker()
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed on leaving

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            if kind is None or kind is KeyboardInterrupt:
                self._hand_on()

    def take(self, document: AnnotatedDocument) -> None:
        """Keeps a document until the end."""
        self._linker.add(sketch(document))
        self._file.write(encode.to_json(document, explain=True) + b"\n")

    def _hand_on(self) -> None:
        links = self._linker.links()
        self._file.seek(0)
        for line in self._file:
            document = encode.document_from_json(line)
            events = tuple(replace(e, link=links.get(e.id, e.link)) for e in document.events)
            self._write(replace(document, events=events))
