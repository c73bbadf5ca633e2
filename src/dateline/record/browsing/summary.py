"""What a record holds, in a few numbers."""

from __future__ import annotations

import sqlalchemy as sa
from msgspec import Struct

from dateline.record import migrations
from dateline.record.browsing.columns import UNKNOWN
from dateline.record.browsing.overview import iso
from dateline.record.browsing.view import View
from dateline.record.tables import ARTICLE, READER


class Summary(Struct, frozen=True, kw_only=True):
    """`events` told in `mentions` of `articles`; the `first` and `last` of their days; which versions of the reader
    read them; whether `texts` are kept. `schema` is the version of the tables."""

    schema: int
    articles: int
    events: int
    mentions: int
    first: str | None
    last: str | None
    reader_versions: tuple[str, ...]
    texts: bool


def of(view: View) -> Summary:
    """The summary of a record."""
    columns = view.chosen().columns
    days = columns.day[columns.day != UNKNOWN]
    with view.looking() as db:
        articles = db.execute(sa.select(sa.func.count()).select_from(ARTICLE)).scalar_one()
        readers = db.execute(sa.select(READER.c.name).order_by(READER.c.name)).scalars().all()
        texts = db.execute(sa.select(ARTICLE.c.id).where(ARTICLE.c.text.is_not(None)).limit(1)).first()
    return Summary(
        schema=migrations.NEWEST, articles=int(articles), events=len(columns.starts), mentions=len(columns),
        first=iso(int(days.min())) if len(days) else None, last=iso(int(days.max())) if len(days) else None,
        reader_versions=tuple(readers), texts=texts is not None,
    )  # fmt: skip
