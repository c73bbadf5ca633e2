"""The record: a SQLite file, or a PostgreSQL database with the same tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import sqlalchemy as sa

from dateline.linking import article_key
from dateline.model.document import AnnotatedDocument
from dateline.record import decisions, rows
from dateline.record.errors import StoreError
from dateline.record.opening import connect, name_of, told, writing
from dateline.record.shelf import Tables
from dateline.record.tables import ARTICLE, MENTION, READER
from dateline.record.writing import put

__all__ = ["Store", "StoreError"]


class Store:
    """An open record. Use as a context manager; each article is one transaction, whole or not at all.

    `target` is a file, or the address of a PostgreSQL database (postgresql://…). Where `keep_text` is false, articles
    that are put in leave their text, and every quoted sentence, out. Methods raise StoreError, whose message names the
    record and the cause. One opened `read_only` may go from thread to thread, one at a time.
    """

    def __init__(
        self, target: Path | str, *, create: bool = False, keep_text: bool = True, read_only: bool = False
    ) -> None:
        self.target = target
        self._keep_text = keep_text
        self.db = connect(target, create=create, read_only=read_only)
        self._shelf = Tables(self.db)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()

    @property
    def name(self) -> str:
        """What to call the record: never with a password."""
        return name_of(self.target)

    def has(self, url: str | None, text: str, reader: str) -> bool:
        """True where this article was already read by this version of the reader."""
        key = article_key(url, text)
        query = sa.select(READER.c.name).join(ARTICLE, ARTICLE.c.reader == READER.c.id).where(ARTICLE.c.id == key)
        with told(self.target), self.db.begin():
            return self.db.execute(query).scalar() == reader

    def put(self, document: AnnotatedDocument, reader: str) -> None:
        """Writes one article and its events, links them, and replaces what an earlier reading of it left."""
        try:
            with told(self.target), writing(self.db):
                put(self.db, document, reader, keep_text=self._keep_text, shelf=self._shelf)
        except StoreError:
            self._shelf.forget()
            raise

    def documents(self) -> Iterator[AnnotatedDocument]:
        """All articles, in the order of their publication, then of their address; with what people changed."""
        return (found for key in self.articles() if (found := self.document(key)))

    def articles(self) -> list[str]:
        """The ids of all articles, in the order of their publication, then of their address."""
        order = (ARTICLE.c.published, ARTICLE.c.url, ARTICLE.c.id)
        with told(self.target), self.db.begin():
            return list(self.db.execute(sa.select(ARTICLE.c.id).order_by(*order)).scalars())

    def document(self, key: str) -> AnnotatedDocument | None:
        """The article of that id, with what people changed; None where the record has none."""
        with told(self.target), self.db.begin():
            article = self.db.execute(sa.select(ARTICLE).where(ARTICLE.c.id == key)).mappings().one_or_none()
            if article is None:
                return None
            mentions = self.db.execute(
                sa.select(MENTION).where(MENTION.c.article == key).order_by(MENTION.c.kind, MENTION.c.sequence)
            )
            events = decisions.applied(self.db, rows.events_of(self.db, key))
            return rows.document(dict(article), (dict(r) for r in mentions.mappings()), events)

    def decide(self, event: str, field: str, value: object, author: str) -> None:
        """Sets a field of an event over what was read. Raises ValueError where the field or the value does not fit."""
        with told(self.target), writing(self.db):
            decisions.edit(self.db, event, field, value, author)

    def undo(self, event: str, field: str, author: str) -> None:
        """Takes back what was set for a field: it is as it was read. Raises ValueError where nothing was set."""
        with told(self.target), writing(self.db):
            decisions.undo(self.db, event, field, author)

    def judge(self, a: str, b: str, same: bool | None, author: str) -> None:
        """Says that two events are, or are not, the same; None takes it back. Links follow at once."""
        with told(self.target), writing(self.db):
            decisions.judge(self.db, self._shelf, (a, b), same, author)
