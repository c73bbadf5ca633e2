"""Links all articles of a record anew: where what linking keeps of them, or its weights, changed."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from dateline.linking import ArticleSketch, gathered, sketch
from dateline.linking.linker import take
from dateline.linking.same import ACROSS, weights
from dateline.record import copies, rows
from dateline.record.shelf import Tables
from dateline.record.tables import ARTICLE, CHANCE, POSTING
from dateline.record.writing import relink


def relink_all(db: sa.Connection) -> None:
    """Sketches every article anew, from its text where the record keeps it, and compares it with those before it."""
    shelf = Tables(db)
    for table in (CHANCE, POSTING):
        db.execute(sa.delete(table))
    for key in list(db.execute(sa.select(ARTICLE.c.id).order_by(ARTICLE.c.id)).scalars()):
        row = db.execute(sa.select(ARTICLE).where(ARTICLE.c.id == key)).mappings().one()
        article = _sketched(db, dict(row))
        db.execute(sa.update(ARTICLE).where(ARTICLE.c.id == key).values(sketch=rows.packed(article)))
        held = sorted(copies.keys(copies.unpack(row["signature"])))
        db.execute(sa.insert(POSTING), [{"key": k, "article": key} for k in held])
        take(shelf, article, weights(ACROSS))
        relink(db, shelf, {m for e in article.events for m in e.members})


def _sketched(db: sa.Connection, row: rows.Row) -> ArticleSketch:
    if row["text"] is None:
        old = msgspec.msgpack.decode(row["sketch"], type=ArticleSketch)
        alone = tuple(replace(e, members=e.members or (e.id,)) for e in old.events)
        return gathered(replace(old, events=alone))
    return sketch(rows.document(row, (), rows.events_of(db, row["id"])), row["id"])
