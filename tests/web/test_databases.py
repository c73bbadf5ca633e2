"""The same answers from SQLite and PostgreSQL; never written to; others may write meanwhile."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.linking.stories import incident
from tests.web.conftest import HERE

from dateline.model.document import AnnotatedDocument
from dateline.model.mentions import Attribution, Entity
from dateline.record.browsing import View
from dateline.record.store import Store, StoreError
from dateline.web.app import create_app


def said(document: AnnotatedDocument, source: str, stance: str) -> AnnotatedDocument:
    """The document with somebody quoted for its first event."""
    claim = Attribution(source=Entity(entity_text=source, identifier_text=source), stance=stance)
    return replace(document, events=(replace(document.events[0], attribution=(claim,)), *document.events[1:]))


def rivals() -> list[AnnotatedDocument]:
    """The invented incidents: one told by three outlets, of whom two quote somebody."""
    one, two, three, four = incident()
    return [said(one, "the Police", "asserts"), said(two, "the Ministry", "denies"), three, four]


@pytest.fixture
def incidents(target: Path | str) -> Iterator[TestClient]:
    """Asks the record of the incidents, in either database."""
    with Store(target, create=True) as store:
        for document in rivals():
            store.put(document, "reader 1")
    with TestClient(create_app(target), base_url=HERE) as client:
        yield client


def test_every_question_is_answered(incidents: TestClient) -> None:
    paths = incidents.get("/api/openapi.json").json()["paths"]
    plain = [p for p, operations in paths.items() if "get" in operations and "{" not in p]
    assert len(plain) > 10
    for path in plain:
        answer = incidents.get(path, params={"q": "rebels"} if path == "/api/search" else {})
        assert answer.status_code == 200, (path, answer.text)
    found = incidents.get("/api/overview", params={"country": "ALB", "min_witnesses": 3, "text": "consulate"}).json()
    assert found["total"] == {"events": 1, "mentions": 3, "articles": 3}
    assert found["list"]["items"][0]["witnesses"] == 3


def test_rival_claims_answer_each_other(incidents: TestClient) -> None:
    found = {c["source"]: c for c in incidents.get("/api/claims").json()["items"]}
    police = {(a["source"], a["relation"]) for a in found["the Police"]["answers"]}
    assert police == {("the Ministry", "disputes"), (None, "tells otherwise")}
    assert found["the Ministry"]["link"] == found["the Police"]["link"]
    assert found["the Police"]["outlet"] == "Harbour Wire"


def test_what_people_set_by_hand_is_shown(target: Path | str) -> None:
    with Store(target, create=True) as store:
        for document in rivals():
            store.put(document, "reader 1")
        event = rivals()[3].events[0].id
        store.decide(event, "hedged", True, "ana")
    with TestClient(create_app(target), base_url=HERE) as client:
        assert client.get(f"/api/links/{event}").json()["row"]["hedged"] is True


def test_the_database_itself_refuses_to_be_written(incidents: TestClient, target: Path | str) -> None:
    with Store(target, read_only=True) as store:
        with pytest.raises(StoreError):
            store.put(incident()[0], "reader 2")
        with pytest.raises(sa.exc.DBAPIError), store.db.begin():
            store.db.exec_driver_sql("DELETE FROM event")


def test_what_another_process_writes_is_seen(target: Path | str) -> None:
    first, *rest = rivals()
    with Store(target, create=True) as store:
        store.put(first, "reader 1")
        with TestClient(create_app(target), base_url=HERE) as client:
            before = client.get("/api/links")
            for document in rest:
                store.put(document, "reader 1")
            until = threading.Event()
            for _ in range(100):
                after = client.get("/api/links", headers={"If-None-Match": before.headers["etag"]})
                if after.status_code == 200 and after.json()["total"] == 2:
                    break
                until.wait(0.05)
            assert (before.json()["total"], after.json()["total"]) == (1, 2)


def test_cursors_hold_while_events_come_in(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Store(path, create=True) as store:
        for document in rivals()[1:]:
            store.put(document, "reader 1")
        with TestClient(create_app(path), base_url=HERE) as client:
            page = client.get("/api/events", params={"limit": 2, "sort": "published"}).json()
            store.put(rivals()[0], "reader 1")  # published before all others
            query = {"limit": 2, "sort": "published", "cursor": page["next"]}
            seen = [e["id"] for e in page["items"]] + [
                e["id"] for e in client.get("/api/events", params=query).json()["items"]
            ]
            assert seen == [d.events[0].id for d in rivals()[1:]]


def bytes_of(path: Path) -> str:
    """A hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_serving_changes_no_byte_even_where_the_folder_cannot_be_written(record: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(record, copy)
    before = bytes_of(copy)
    with TestClient(create_app(copy), base_url=HERE) as client:
        for path in ("overview", "links?text=police", "claims", "actors", "articles", "dyads", "export/sqlite"):
            assert client.get(f"/api/{path}").status_code == 200
    assert bytes_of(copy) == before


def test_older_foreign_and_missing_records_are_one_line(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with Store(old, create=True):
        pass
    with sqlite3.connect(old) as db:
        db.execute("PRAGMA user_version = 2")
    db.close()
    before = bytes_of(old)
    with pytest.raises(StoreError, match="brings it up to date"):
        View(old)
    assert bytes_of(old) == before
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE cats (name)")
    db.close()
    with pytest.raises(StoreError, match="another program"):
        View(foreign)
    with pytest.raises(StoreError, match="no such record"):
        View(tmp_path / "missing.db")


def test_many_may_ask_at_once_while_a_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Store(path, create=True) as store:
        store.put(rivals()[0], "reader 1")
    code = (
        "import sys; from benchmarks.invented import articles; from dateline.record.store import Store\n"
        "with Store(sys.argv[1]) as store:\n    for d in articles(150): store.put(d, 'reader 1')"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, str(path)])
    failed: list[str] = []
    with TestClient(create_app(path), base_url=HERE) as client:

        def ask() -> None:
            while writer.poll() is None:
                for name in ("overview", "claims", "actors", "articles"):
                    answer = client.get(f"/api/{name}")
                    if answer.status_code != 200:
                        failed.append(answer.text)

        askers = [threading.Thread(target=ask) for _ in range(4)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
    assert writer.returncode == 0
    assert failed == []
