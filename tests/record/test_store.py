"""What the record keeps, whatever database it lies in."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from tests.linking.stories import incident, story
from tests.record.dump import dump

from dateline.model.document import AnnotatedDocument, Event
from dateline.model.span import span_of
from dateline.record import copies
from dateline.record.opening import APPLICATION_ID, writing
from dateline.record.store import Store, StoreError
from dateline.record.tables import EVENT


def links(store: Store) -> dict[str, set[str | None]]:
    """The links by article."""
    return {d.cite_info.url or "": {e.link for e in d.events} for d in store.documents()}


def bare(document: AnnotatedDocument) -> AnnotatedDocument:
    """Without links."""
    return replace(document, events=tuple(replace(e, link=None) for e in document.events))


def test_documents_come_back_as_they_went_in(store: Store) -> None:
    assert [bare(d) for d in store.documents()] == [bare(d) for d in incident()]


def test_one_incident_has_one_link_and_another_its_own(store: Store) -> None:
    found = links(store)
    assert found["a.txt"] == found["b.txt"] == found["c.txt"] != found["d.txt"]


def test_the_order_of_arrival_changes_no_link(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(itertools.permutations(incident())):
        with Store(tmp_path / f"{number}.db", create=True) as store:
            for document in order:
                store.put(document, "reader 1")
            found.append(links(store))
    assert all(f == found[0] for f in found)


def test_reading_again_changes_nothing(store: Store) -> None:
    before = dump(store)
    assert store.has("a.txt", incident()[0].text, "reader 1")
    for document in incident():
        store.put(document, "reader 1")
    after = dump(store)
    assert {n: r for n, r in after.items() if n not in ("event", "article")} == {
        n: r for n, r in before.items() if n not in ("event", "article")
    }
    assert [r[1:] for r in after["event"]] == [r[1:] for r in before["event"]] or sorted(
        r[1:] for r in after["event"]
    ) == sorted(r[1:] for r in before["event"])


def read_anew(document: AnnotatedDocument, **changes: object) -> AnnotatedDocument:
    """The document as a newer reader might read it: another id, other words of the same happening."""
    first = document.events[0]
    words = first.event_text[0]
    wider = span_of(document.text, words.start, words.end + 4)
    other = replace(first, id="new", event_text=(wider,), **changes)
    return replace(document, events=(other, *document.events[1:]))


def test_a_newer_reader_replaces_events_and_keeps_ids(store: Store) -> None:
    first = incident()[0]
    store.put(read_anew(first, hedged=True), "reader 2")
    found = next(d for d in store.documents() if d.cite_info.url == "a.txt").events[0]
    assert (found.id, found.hedged) == (first.events[0].id, True)
    assert not store.has("a.txt", first.text, "reader 1")
    assert links(store)["a.txt"] == links(store)["b.txt"]


def test_what_people_set_outlives_a_newer_reading(store: Store) -> None:
    first = incident()[0]
    name = first.events[0].id
    store.decide(name, "hedged", True, "ana")
    store.decide(name, "date", "2031-05-05", "ana")
    store.put(read_anew(first), "reader 2")
    store.put(replace(first, events=()), "reader 3")
    found = next(d for d in store.documents() if d.cite_info.url == "a.txt").events[0]
    assert (found.id, found.hedged, found.date) == (name, True, "2031-05-05")


@pytest.mark.parametrize(("field", "value"), [("id", "x"), ("colour", "red"), ("hedged", "perhaps")])
def test_what_does_not_fit_an_event_cannot_be_set(store: Store, field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        store.decide(incident()[0].events[0].id, field, value, "ana")


def event_of(store: Store, url: str) -> Event:
    """The first event of an article."""
    return next(d for d in store.documents() if d.cite_info.url == url).events[0]


def test_a_judgement_parts_joins_and_can_be_taken_back(store: Store) -> None:
    before = links(store)
    a, d = event_of(store, "a.txt").id, event_of(store, "d.txt").id
    store.judge(a, d, True, "ana")
    assert links(store)["a.txt"] == links(store)["d.txt"]
    store.judge(a, d, None, "ana")
    assert links(store) == before
    store.judge(a, event_of(store, "b.txt").id, False, "ana")
    assert links(store)["a.txt"] != links(store)["b.txt"]


def test_without_text_no_sentence_is_kept(target: Path | str) -> None:
    with Store(target, create=True, keep_text=False) as store:
        for document in incident():
            store.put(document, "reader 1")
        assert "road" not in repr(dump(store)["article"]) + repr(dump(store)["event"])
        assert links(store)["a.txt"] == links(store)["b.txt"]
        assert event_of(store, "a.txt").event_text[0].start > 0


def test_copies_are_one_witness_and_others_are_not(target: Path | str) -> None:
    agency = " ".join(f"{word} of the {n} delegates went on record in Pelsk today" for n, word in enumerate(WORDS))
    other = " ".join(f"the {word} market closed higher after {n} weak days in Varnok" for n, word in enumerate(WORDS))
    with Store(target, create=True) as store:
        for url, text in (
            ("1", agency),
            ("2", "PELSK - " + agency[:400]),
            ("3", "By our staff. " + agency),
            ("4", other),
        ):
            store.put(story(text + ".", url=url), "reader 1")
        witnesses = {row[1]: row[-1] for row in dump(store)["article"]}
    assert witnesses["1"] == witnesses["2"] == witnesses["3"] != witnesses["4"]


WORDS = "amber basil cedar dill elder fennel ginger hazel iris juniper kale laurel mallow nettle olive pine".split()


def test_a_signature_survives_packing() -> None:
    signed = copies.signature("Students met the governor in Pelsk on Monday to speak about rents.")
    assert copies.unpack(signed.pack()) == signed
    assert copies.copied(signed, signed)


def test_others_read_while_one_writes(store: Store, target: Path | str) -> None:
    seen: list[int] = []

    def look() -> None:
        with Store(target) as other:
            seen.extend(len(list(other.documents())) for _ in range(5))

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(10):
        store.put(story(f"Students protested in Pelsk for the {number}th time.", url=f"{number}"), "reader 1")
    for reader in readers:
        reader.join()
    assert len(seen) == 15
    assert set(seen) <= set(range(4, 15))


def test_a_record_of_version_1_is_brought_up_to_date(tmp_path: Path) -> None:
    from dateline.model import encode

    path = tmp_path / "old.db"
    with sqlite3.connect(path) as old:
        old.executescript(
            "CREATE TABLE article (id TEXT PRIMARY KEY, url TEXT, title TEXT, publication TEXT, published TEXT,"
            " reader TEXT NOT NULL, document BLOB NOT NULL) STRICT;"
            "CREATE TABLE event (article TEXT, sequence INTEGER, event BLOB) STRICT;"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;"
        )
        for n, d in enumerate(incident()):
            row = (str(n), d.cite_info.url, None, None, None, "reader 0", encode.to_json(d, explain=True))
            old.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    old.close()
    with Store(path) as store:
        assert [bare(d) for d in store.documents()] == [bare(d) for d in incident()]
        assert store.has("a.txt", incident()[0].text, "reader 0")


@pytest.mark.parametrize("keep_text", [True, False])
def test_a_record_of_version_2_is_linked_anew(tmp_path: Path, keep_text: bool) -> None:
    path = tmp_path / "old.db"
    with Store(path, create=True, keep_text=keep_text) as store:
        for document in incident():
            store.put(document, "reader 1")
        expected = links(store)
    with sqlite3.connect(path) as old:
        for key, packed in old.execute("SELECT id, sketch FROM article").fetchall():
            name, day, terms, events, *_ = msgspec.msgpack.decode(packed)
            first = msgspec.msgpack.encode([name, day, terms, [e[:18] for e in events]])
            old.execute("UPDATE article SET sketch = ? WHERE id = ?", (first, key))
        old.executescript("DELETE FROM chance; UPDATE event SET link = id; PRAGMA user_version = 2;")
    old.close()
    with Store(path) as store:
        assert links(store) == expected
        store.put(story("Rebels bombed the consulate in Varnok.", url="e.txt", day="2031-05-06"), "reader 1")
        assert len(list(store.documents())) == len(incident()) + 1


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (words TEXT)")
    other.close()


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.executescript(f"CREATE TABLE x (y); PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version=99;")
    other.close()


def _cut(path: Path) -> None:
    with Store(path, create=True) as store:
        for document in incident():
            store.put(document, "reader 1")
    path.write_bytes(path.read_bytes()[:20000])


def _text(path: Path) -> None:
    path.write_text("no database, only words " * 400)


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [(_foreign, "another program"), (_newer, "newer"), (_cut, "damaged"), (_text, "no database")],
)
def test_a_spoiled_database_is_refused_by_name_and_left_alone(tmp_path: Path, spoil: object, cause: str) -> None:
    path = tmp_path / "spoiled.db"
    spoil(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(StoreError, match=cause) as refusal, Store(path, create=True) as store:
        for document in incident():
            store.put(document, "reader 2")
    assert "spoiled.db" in str(refusal.value)
    assert path.read_bytes() == before


def test_a_locked_record_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.record.opening._PATIENCE", 0.1)
    path = tmp_path / "record.db"
    with Store(path, create=True) as store:
        other = sqlite3.connect(path)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program is writing"):
            store.put(incident()[0], "reader 1")
        other.rollback()
        other.close()
        store.put(incident()[0], "reader 1")
        assert len(list(store.documents())) == 1


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "record.db", create=True) as store:
        store.put(incident()[0], "reader 1")
        with store.db.begin():
            pages = store.db.exec_driver_sql("PRAGMA page_count").scalar()
            store.db.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="no room"):
            store.put(story("Students protested in Pelsk. " * 4000, url="long.txt"), "reader 1")
        assert [d.cite_info.url for d in store.documents()] == ["a.txt"]


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(StoreError) as refusal:
        Store("postgresql://ana:secret@127.0.0.1:1/news", create=True)
    assert "127.0.0.1" in str(refusal.value)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("target", ["postgresql"], indirect=True)
def test_a_server_that_goes_away_mid_run_is_told_and_the_run_can_be_repeated(target: str) -> None:
    with Store(target, create=True) as store:
        store.put(incident()[0], "reader 1")
        with Store(target) as other, other.db.begin():
            other.db.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(StoreError, match="repeated"):
            store.put(incident()[1], "reader 1")
    with Store(target) as again:
        assert len(list(again.documents())) == 1
        again.put(incident()[1], "reader 1")
        assert len(list(again.documents())) == 2


def test_a_record_of_version_2_is_brought_up_to_date_in_either_database(target: Path | str) -> None:
    with Store(target, create=True) as store:
        for document in incident():
            store.put(document, "reader 1")
        before = dump(store)
        with writing(store.db):
            for index in ("event_narrow", "event_days", "article_narrow"):
                store.db.exec_driver_sql(f"DROP INDEX {index}")
            store.db.exec_driver_sql("CREATE INDEX event_date ON event (date)")
            store.db.exec_driver_sql("ALTER TABLE event DROP COLUMN resolution")
            store.db.exec_driver_sql("UPDATE meta SET value = '2'")
            if store.db.dialect.name == "sqlite":
                store.db.exec_driver_sql("PRAGMA user_version = 2")
    with pytest.raises(StoreError, match="brings it up to date"):
        Store(target, read_only=True)
    with Store(target) as store:
        assert sorted(store.db.execute(sa.select(EVENT.c.resolution)).scalars()) == [4, 4, 4, 4]
        names = {i["name"] for i in sa.inspect(store.db).get_indexes("event")}
        assert {"event_narrow", "event_days"} <= names
        assert "event_date" not in names
        store.db.rollback()
        assert dump(store) == before
