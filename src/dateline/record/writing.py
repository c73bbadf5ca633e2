"""Puts an article into the record: its rows, its witness, its links. Runs inside one transaction of the caller."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from msgspec.structs import replace

from dateline.linking import article_key
from dateline.linking.linker import links, take
from dateline.linking.same import ACROSS, weights
from dateline.model.document import AnnotatedDocument
from dateline.record import copies, decisions, rows, sameness
from dateline.record.shelf import Tables
from dateline.record.tables import (
    ARTICLE,
    CHANCE,
    CLAIM,
    EDIT,
    EVENT,
    FIGURE,
    JUDGEMENT,
    MENTION,
    PARTY,
    POSTING,
    READER,
    SOURCE,
)


def put(
    db: sa.Connection, document: AnnotatedDocument, reader: str, *, keep_text: bool, shelf: Tables | None = None
) -> None:
    """Writes one article and its events, replacing what an earlier reading of it left; ids stay where the event is
    the same, and what people decided stays."""
    shelf = shelf or Tables(db)
    key = article_key(document.cite_info.url, document.text)
    old = rows.events_of(db, key)
    document = replace(document, events=sameness.with_kept_ids(document.events, old))
    left = {e.id for e in old} - {e.id for e in document.events}
    decided = _decided(db, left)
    kept = tuple(e for e in old if e.id in decided)
    document = replace(document, events=(*document.events, *kept))
    loose = _remove(db, key, [e.id for e in old]) - left
    if old:
        shelf.forget()
    found = rows.of(document, key, keep_text=keep_text)
    _insert(db, found, reader, document.cite_info.publication)
    decisions.follow(db, [e.id for e in document.events] if old else [])
    _join_copies(db, key, copies.unpack(found.article["signature"]))
    take(shelf, found.sketch, weights(ACROSS))
    relink(db, shelf, loose | {e.id for e in document.events})


def _decided(db: sa.Connection, events: Collection[str]) -> set[str]:
    """Those of the events that somebody edited or judged: no reading takes them away."""
    edited = sa.select(EDIT.c.event).where(EDIT.c.event.in_(events))
    judged = (sa.select(c).where(c.in_(events)) for c in (JUDGEMENT.c.a, JUDGEMENT.c.b))
    return set(db.execute(sa.union(edited, *judged)).scalars()) if events else set()


def _remove(db: sa.Connection, key: str, events: list[str]) -> set[str]:
    """Removes an article's rows. Returns the events of other articles that its events were linked to or near."""
    touched: set[str] = set()
    for mine, other in ((CHANCE.c.a, CHANCE.c.b), (CHANCE.c.b, CHANCE.c.a)):
        touched.update(db.execute(sa.select(other).where(mine.in_(events))).scalars())
        db.execute(sa.delete(CHANCE).where(mine.in_(events)))
    witness = db.execute(sa.select(ARTICLE.c.witness).where(ARTICLE.c.id == key)).scalar()
    db.execute(sa.delete(ARTICLE).where(ARTICLE.c.id == key))
    if witness is not None:
        _part_copies(db, witness)
    return touched


def _insert(db: sa.Connection, found: rows.Rows, reader: str, publication: str | None) -> None:
    source = None if publication is None else _number(db, SOURCE, publication)
    db.execute(sa.insert(ARTICLE).values(**found.article, source=source, reader=_number(db, READER, reader)))
    parts = (MENTION, found.mentions), (EVENT, found.events), (PARTY, found.parties)
    for table, those in (*parts, (FIGURE, found.figures), (CLAIM, found.claims)):
        if those:
            db.execute(sa.insert(table), those)


def _number(db: sa.Connection, table: sa.Table, name: str) -> int:
    """The number of a name, a new one where it is new."""
    known = db.execute(sa.select(table.c.id).where(table.c.name == name)).scalar()
    if known is not None:
        return int(known)
    made = db.execute(sa.insert(table).values(name=name).returning(table.c.id)).scalar_one()
    return int(made)


def _join_copies(db: sa.Connection, key: str, signed: copies.Signature) -> None:
    """Makes an article and its copies one witness: named after the smallest id among them."""
    held = sorted(copies.keys(signed))
    near = sa.select(POSTING.c.article).where(POSTING.c.key.in_(held)).distinct()
    query = sa.select(ARTICLE.c.witness, ARTICLE.c.signature).where(ARTICLE.c.id.in_(near))
    alike = {witness for witness, packed in db.execute(query) if copies.copied(signed, copies.unpack(packed))}
    if alike:
        db.execute(sa.update(ARTICLE).where(ARTICLE.c.witness.in_(alike | {key})).values(witness=min(alike | {key})))
    db.execute(sa.insert(POSTING), [{"key": k, "article": key} for k in held])


def _part_copies(db: sa.Connection, witness: str) -> None:
    """After an article went: the copies it may have held together are joined anew."""
    query = sa.select(ARTICLE.c.id, ARTICLE.c.signature).where(ARTICLE.c.witness == witness)
    members = [(key, copies.unpack(packed)) for key, packed in db.execute(query)]
    for key, _ in members:
        db.execute(sa.update(ARTICLE).where(ARTICLE.c.id == key).values(witness=key))
    for _, signed in members:
        alike = {k for k, s in members if copies.copied(signed, s)}
        names = sa.select(ARTICLE.c.witness).where(ARTICLE.c.id.in_(alike))
        joined = set(db.execute(names).scalars())
        db.execute(sa.update(ARTICLE).where(ARTICLE.c.witness.in_(joined)).values(witness=min(joined)))


def relink(db: sa.Connection, shelf: Tables, events: Collection[str]) -> None:
    """Brings the links of these events, and of all that hangs together with them, up to date."""
    made = links(shelf, events)
    old = dict[str, str]()
    names = sorted(made)
    for i in range(0, len(names), 500):
        query = sa.select(EVENT.c.id, EVENT.c.link).where(EVENT.c.id.in_(names[i : i + 500]))
        old.update((event, link) for event, link in db.execute(query))
    changed = [{"of": e, "to": made[e]} for e in names if e in old and old[e] != made[e]]
    if changed:
        db.execute(sa.update(EVENT).where(EVENT.c.id == sa.bindparam("of")).values(link=sa.bindparam("to")), changed)
