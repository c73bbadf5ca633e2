"""Many articles: one after another, or by several processes, in the order they came."""

from __future__ import annotations

import collections
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from dateline.model.article import Article
from dateline.model.document import AnnotatedDocument
from dateline.reading.reader import Reader, Settings

_AHEAD = 4
"""Articles waiting per process: keeps memory bounded however long the batch."""

_own: list[Reader] = []
"""The reader of a worker process; empty in the parent."""


def read_all(articles: Iterable[Article], settings: Settings, jobs: int = 1) -> Iterator[AnnotatedDocument]:
    """Reads articles lazily, results in the order of the articles. With jobs > 1 by that many processes."""
    if jobs <= 1:
        reader = Reader(settings)
        for article in articles:
            yield reader.read(article)
        return
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(settings,)) as pool:
        waiting: collections.deque[Future[AnnotatedDocument]] = collections.deque()
        for article in articles:
            waiting.append(pool.submit(_read, article))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _start(settings: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    _own.append(Reader(settings))


def _read(article: Article) -> AnnotatedDocument:
    return _own[0].read(article)
