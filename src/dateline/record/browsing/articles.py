"""The articles of a record: as a list, and one as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from dateline.record.browsing.pages import Asked, BadCursor, Page, packed, unpacked
from dateline.record.browsing.view import View
from dateline.record.rows import Frame
from dateline.record.tables import ARTICLE, EVENT, SOURCE, has_words


class Printed(Struct, frozen=True, kw_only=True):
    """An article. `copies` articles, it included, print its story; they share the name of the `witness`."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    events: int
    witness: str
    copies: int


class Sought(Struct, frozen=True, kw_only=True):
    """Which articles: `text` are words of a sentence that tells an event, or part of the title; `source` part of the
    outlet's name; `since` and `until` days of publication."""

    text: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None


def page(view: View, sought: Sought, asked: Asked | None = None) -> Page[Printed]:
    """The articles that fit, last published first; those without a day come last."""
    asked = asked or Asked()
    with view.looking() as db:
        conditions = list(_conditions(db, sought))
        joined = ARTICLE.outerjoin(SOURCE, ARTICLE.c.source == SOURCE.c.id)
        counted = sa.select(sa.func.count()).select_from(joined).where(*conditions)
        total = int(db.execute(counted).scalar_one())
        if asked.cursor is not None:
            conditions.append(_after(asked.cursor))
        chosen = sa.select(ARTICLE.c.id).select_from(joined).where(*conditions).order_by(*_ORDER)
        query = _query().where(ARTICLE.c.id.in_(chosen.limit(asked.limit + 1))).order_by(*_ORDER)
        found = [dict(row) for row in db.execute(query).mappings()]
    more, some = len(found) > asked.limit, found[: asked.limit]
    last = packed(some[-1]["published"], some[-1]["id"]) if more else None
    return Page(tuple(_printed(row) for row in some), last, total)


_ORDER = (ARTICLE.c.published.desc().nulls_last(), ARTICLE.c.id.desc())


def _query() -> sa.Select[tuple[Any, ...]]:
    other = ARTICLE.alias()
    events = sa.select(sa.func.count()).where(EVENT.c.article == ARTICLE.c.id).scalar_subquery()
    copies = sa.select(sa.func.count()).where(other.c.witness == ARTICLE.c.witness).scalar_subquery()
    columns = (ARTICLE.c.id, ARTICLE.c.url, ARTICLE.c.title, ARTICLE.c.published, ARTICLE.c.witness, ARTICLE.c.frame)
    joined = ARTICLE.outerjoin(SOURCE, ARTICLE.c.source == SOURCE.c.id)
    named = (SOURCE.c.name.label("outlet"), events.label("events"), copies.label("copies"))
    return sa.select(*columns, *named).select_from(joined)


def _printed(row: dict[str, Any]) -> Printed:
    language = msgspec.json.decode(row.pop("frame"), type=Frame).cite_info.language
    return Printed(language=language, **row)


def _conditions(db: sa.Connection, sought: Sought) -> Iterator[sa.ColumnElement[bool]]:
    if sought.text:
        telling = sa.select(EVENT.c.article).where(has_words(db, sought.text))
        titled = sa.func.lower(ARTICLE.c.title).contains(sought.text.lower(), autoescape=True)
        yield titled | ARTICLE.c.id.in_(telling)
    if sought.source:
        yield sa.func.lower(SOURCE.c.name).contains(sought.source.lower(), autoescape=True)
    if sought.since:
        yield ARTICLE.c.published >= sought.since
    if sought.until:
        yield ARTICLE.c.published <= sought.until


def _after(cursor: str) -> sa.ColumnElement[bool]:
    published, key = unpacked(cursor, 2)
    if not isinstance(key, str) or isinstance(published, int | float):
        raise BadCursor()
    if published is None:
        return ARTICLE.c.published.is_(None) & (ARTICLE.c.id < key)
    same_day = (ARTICLE.c.published == published) & (ARTICLE.c.id < key)
    return ARTICLE.c.published.is_(None) | (ARTICLE.c.published < published) | same_day
