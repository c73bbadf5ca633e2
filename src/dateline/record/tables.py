"""The record's tables, the same for SQLite and PostgreSQL."""

from __future__ import annotations

import sqlalchemy as sa

SCHEMA = sa.MetaData()


def _article() -> sa.Column[str]:
    return sa.Column("article", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), nullable=False)


def _event() -> sa.Column[str]:
    return sa.Column("event", sa.Text, sa.ForeignKey("event.id", ondelete="CASCADE"), nullable=False)


NARROW = (
    "status", "type", "mode", "quad", "date", "enddate", "country", "geonameid", "place", "lat", "lon", "resolution",
    "hedged", "confidence", "link", "article", "id",
)  # fmt: skip
"""What of an event is counted and filtered: an index of these alone spares looking at the events' bodies."""
META = sa.Table("meta", SCHEMA, sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text))
READER = sa.Table(
    "reader", SCHEMA, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text, unique=True)
)
SOURCE = sa.Table(
    "source", SCHEMA, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text, unique=True)
)
ARTICLE = sa.Table(
    "article",
    SCHEMA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("url", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("source", sa.Integer, sa.ForeignKey("source.id")),
    sa.Column("published", sa.Text),
    sa.Column("reader", sa.Integer, sa.ForeignKey("reader.id"), nullable=False),
    sa.Column("text", sa.Text),  # null where texts are not kept
    sa.Column("frame", sa.LargeBinary, nullable=False),  # the document without text, mentions and events
    sa.Column("sketch", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    sa.Column("witness", sa.Text, nullable=False, index=True),  # the same for copies of one story
    sa.Index("article_narrow", "published", "id", "source", "witness", "title"),  # what is listed, without the text
)
MENTION = sa.Table(
    "mention",
    SCHEMA,
    _article(),
    sa.Column("kind", sa.Text),
    sa.Column("sequence", sa.Integer),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.PrimaryKeyConstraint("article", "kind", "sequence"),
)
EVENT = sa.Table(
    "event",
    SCHEMA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _article(),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("mode", sa.Text),
    sa.Column("quad", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("enddate", sa.Text),
    sa.Column("country", sa.Text),
    sa.Column("geonameid", sa.Integer),
    sa.Column("place", sa.Text),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("resolution", sa.Integer),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("hedged", sa.Boolean, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("link", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False),  # what a search for text looks at
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("event_article", "article", "sequence"),
    sa.Index("event_link", "link"),
    sa.Index("event_type_date", "type", "date"),
    sa.Index("event_country_date", "country", "date"),
    sa.Index("event_days", "date", "enddate"),
    sa.Index("event_narrow", *NARROW),
)
PARTY = sa.Table(
    "party",
    SCHEMA,
    _event(),
    sa.Column("side", sa.Text),
    sa.Column("sequence", sa.Integer),
    sa.Column("name", sa.Text, nullable=False),  # lower case: the canonical name, else the words
    sa.Column("code", sa.Text),
    sa.Column("sector", sa.Text),
    sa.PrimaryKeyConstraint("event", "side", "sequence"),
    sa.Index("party_name", "name", "side"),
    sa.Index("party_code", "code", "side"),
)
FIGURE = sa.Table(
    "figure",
    SCHEMA,
    _event(),
    sa.Column("sequence", sa.Integer),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("low", sa.BigInteger),
    sa.Column("high", sa.BigInteger),
    sa.PrimaryKeyConstraint("event", "sequence"),
)
CLAIM = sa.Table(
    "claim",
    SCHEMA,
    _event(),
    sa.Column("sequence", sa.Integer),
    sa.Column("source", sa.Text),
    sa.Column("stance", sa.Text, nullable=False),
    sa.PrimaryKeyConstraint("event", "sequence"),
)
POSTING = sa.Table(
    "posting",
    SCHEMA,
    sa.Column("key", sa.BigInteger),
    _article(),
    sa.PrimaryKeyConstraint("key", "article"),
    sa.Index("posting_article", "article"),
)
CHANCE = sa.Table(
    "chance",
    SCHEMA,
    sa.Column("a", sa.Text),
    sa.Column("b", sa.Text),
    sa.Column("value", sa.Float, nullable=False),
    sa.PrimaryKeyConstraint("a", "b"),
    sa.Index("chance_b", "b"),
)
# What people decided. Nothing that reads, links or migrates ever changes or deletes a row of these two.
EDIT = sa.Table(
    "edit",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("event", sa.Text, nullable=False, index=True),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),  # JSON
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("made", sa.Text, nullable=False),
)
JUDGEMENT = sa.Table(
    "judgement",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("a", sa.Text, nullable=False, index=True),
    sa.Column("b", sa.Text, nullable=False, index=True),
    sa.Column("same", sa.Boolean),  # null takes an earlier one back
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("made", sa.Text, nullable=False),
)
_SEARCH_SQLITE = (
    "CREATE VIRTUAL TABLE event_words USING fts5(words, content='event', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER event_words_in AFTER INSERT ON event BEGIN"
    " INSERT INTO event_words(rowid, words) VALUES (new.number, new.words); END",
    "CREATE TRIGGER event_words_out AFTER DELETE ON event BEGIN"
    " INSERT INTO event_words(event_words, rowid, words) VALUES ('delete', old.number, old.words); END",
)
_SEARCH_POSTGRESQL = ("CREATE INDEX event_words ON event USING gin (to_tsvector('simple', words))",)


def create(db: sa.Connection) -> None:
    """Makes all tables in an empty database."""
    SCHEMA.create_all(db)
    for statement in _SEARCH_SQLITE if db.dialect.name == "sqlite" else _SEARCH_POSTGRESQL:
        db.exec_driver_sql(statement)


def has_words(db: sa.Connection, text: str) -> sa.ColumnElement[bool]:
    """True for events whose words hold every word of `text`."""
    if db.dialect.name != "sqlite":
        return sa.text("to_tsvector('simple', event.words) @@ plainto_tsquery('simple', :words)").bindparams(words=text)  # type: ignore[return-value]
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in text.split())
    found = sa.text("SELECT rowid FROM event_words WHERE event_words MATCH :words").bindparams(words=quoted)
    return EVENT.c.number.in_(found.columns(sa.column("rowid", sa.Integer)))
