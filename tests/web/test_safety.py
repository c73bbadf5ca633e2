"""Who may ask, with which headers it is answered, and that hostile texts and requests do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.linking.stories import story
from tests.web.conftest import HERE, NoDesk

from dateline.record.store import Store
from dateline.web.app import create_app
from dateline.web.guard import HEADERS, Line, Rules

TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A built page."""
    folder = tmp_path / "page"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>dateline</title>")
    (folder / "assets" / "app-1a2b.js").write_text("let answer = 42")
    (tmp_path / "secret.txt").write_text("the secret")
    return folder


@pytest.fixture
def guarded(record: Path, page: Path, desk: NoDesk) -> Iterator[TestClient]:
    """Asks a server beyond loopback, without a token."""
    app = create_app(record, rules=Rules(hosts=None, token=TOKEN), desk=desk, page_folder=page)
    with TestClient(app, base_url="http://newsroom.example:8765") as client:
        yield client


def test_the_headers_of_safety_are_on_every_answer(client: TestClient) -> None:
    paths = ("/api/meta", "/api/links/nothing", "/api/links?limit=0", "/", "/api/export/geojson", "/api/openapi.json")
    for path in paths:
        answer = client.get(path)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, path
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_also_on_a_failure_within_and_it_tells_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setattr("dateline.record.browsing.listing.page", broken)
    with TestClient(create_app(record), base_url=HERE, raise_server_exceptions=False) as client:
        answer = client.get("/api/links")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "internal"
    assert "swordfish" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "[::2]"])
def test_other_names_that_lead_here_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/api/meta", headers={"Host": host}).status_code == 421
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:9", "[::1]:8765", "[::1]"])
def test_loopback_has_several_names(client: TestClient, host: str) -> None:
    assert client.get("/api/meta", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_other_sites_pages_may_send_nothing(client: TestClient, origin: str) -> None:
    answer = client.post("/api/read", json={"text": "x"}, headers={"Origin": origin})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "wrong_origin")
    assert client.post("/api/read", json={"text": "x"}, headers={"Origin": HERE}).status_code == 200
    plain = {"Content-Type": "text/plain"}
    assert client.post("/api/read", content='{"text": "x"}', headers=plain).status_code == 422


def test_without_the_token_nothing_is_answered(guarded: TestClient) -> None:
    for path in ("/api/meta", "/", "/assets/app-1a2b.js", "/api/openapi.json", "/?token=wrong", "/event/1?token="):
        answer = guarded.get(path)
        assert answer.status_code == 401, path
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert TOKEN not in answer.text
    assert guarded.get("/api/meta", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get(f"/api/meta?token={TOKEN}").status_code == 401


def test_the_token_as_header_or_once_in_the_address(guarded: TestClient) -> None:
    assert guarded.get("/api/meta", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    welcome = guarded.get(f"/event/1?token={TOKEN}&type=A&x=%22%3E%3Cscript%3E", follow_redirects=False)
    assert welcome.status_code == 200
    cookie = welcome.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert 'content="0;url=/event/1?type=A&amp;x=%22%3E%3Cscript%3E"' in welcome.text
    assert TOKEN not in welcome.text
    assert guarded.get("/api/meta").status_code == 200
    raw = f"//x.y/?token={TOKEN}".encode()
    double = guarded.get(httpx2.URL(scheme="http", host="newsroom.example", port=8765, raw_path=raw))
    assert 'url=/x.y/"' in double.text


def test_too_much_is_not_taken(record: Path, desk: NoDesk) -> None:
    with TestClient(create_app(record, rules=Rules(most_bytes=1000), desk=desk), base_url=HERE) as client:
        assert client.post("/api/read", json={"text": "x" * 900}).status_code == 200
        assert client.post("/api/read", json={"text": "x" * 1000}).status_code == 413

        def trickle() -> Iterator[bytes]:
            for _ in range(100):
                yield b"x" * 100

        answer = client.post("/api/read", content=trickle())
        assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_the_page_its_addresses_and_nothing_else(record: Path, page: Path) -> None:
    with TestClient(create_app(record, page_folder=page), base_url=HERE) as client:
        for path in ("/", "/event/1f0c", "/article/1?event=2", "/actors", "/actors/Abu Sayyaf", "/claims", "/read"):
            assert "<title>dateline" in client.get(path).text
        script = client.get("/assets/app-1a2b.js")
        assert script.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert script.headers["Content-Type"].startswith("text/javascript")
        assert client.get("/assets/other.js").status_code == 404
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//etc/passwd", "/a%00b"):
            assert "the secret" not in client.get(path).text


def test_without_a_built_page_one_line_tells_how_to_build_it(record: Path, tmp_path: Path) -> None:
    with TestClient(create_app(record, page_folder=tmp_path / "none"), base_url=HERE) as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "npm --prefix page ci" in answer.text


def test_the_log_has_a_line_a_request_and_never_the_token(record: Path) -> None:
    lines: list[Line] = []
    rules = Rules(hosts=None, token=TOKEN)
    with TestClient(create_app(record, rules=rules, log=lines.append), base_url=HERE) as client:
        client.get(f"/?token={TOKEN}&type=A")
        client.get("/api/links?text=a%0Ab")
    assert [(n.method, n.path, n.status) for n in lines] == [("GET", "/", 200), ("GET", "/api/links", 200)]
    assert not any(TOKEN in n.query for n in lines)
    assert all(n.bytes > 0 and n.ms >= 0 for n in lines)


HOSTILE = (
    '<script>fetch("http://evil")</script>',
    '"><img src=x onerror=alert(1)>',
    "</title></textarea><svg onload=alert(1)>",
    "\u202egnp exe\u202c \u2066hidden\u2069 \u200b\u200f",
    "раypal аnd Κiev",
    "{{7*7}} ${7*7} %s %n ' OR 1=1 --",
    "\\u003cscript\\u003e \x85 \u2028 \u2029 \ufeff \U000e0041",
    "Z" + "\u0301" * 500,
    "=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_as_they_are(tmp_path: Path, words: str) -> None:
    text = f"Rebels bombed the consulate in Varnok near {words} and left 3 dead."
    document = story(text, url=f"https://example.org/{words}", published="2031-05-06", outlet=words)
    document = replace(document, cite_info=replace(document.cite_info, title=words))
    with Store(tmp_path / "record.db", create=True) as store:
        store.put(document, words)
    with TestClient(create_app(tmp_path / "record.db"), base_url=HERE) as client:
        row = client.get("/api/overview").json()["list"]["items"][0]
        assert row["words"] == text
        assert row["outlets"] == [words]
        article = client.get(f"/api/articles/{row['article']}")
        assert article.json()["document"]["text"] == text
        assert article.headers["Content-Type"] == "application/json"
        assert client.get("/api/articles").json()["items"][0]["title"] == words
        for query in ({"text": words}, {"source": words[:200]}, {"place": words[:200]}, {"party": words[:200]}):
            assert client.get("/api/links", params=query).status_code in (200, 422)


def test_a_line_of_five_megabytes_is_served_and_holds_nobody_up(tmp_path: Path) -> None:
    text = "Rebels bombed the consulate in Varnok and left 3 dead. " + "word " * 1_000_000 + "."
    with Store(tmp_path / "record.db", create=True) as store:
        store.put(story(text, url="a.txt", published="2031-05-06"), "reader 1")
    with TestClient(create_app(tmp_path / "record.db"), base_url=HERE) as client:
        row = client.get("/api/links").json()["items"][0]
        found = client.get(f"/api/articles/{row['article']}").json()
        assert len(found["document"]["text"]) == len(text)
        assert any("furniture" in note for note in found["notes"])
        assert len(client.get("/api/overview").content) < 100_000


def test_a_record_without_texts_says_so_and_shows_none(tmp_path: Path) -> None:
    with Store(tmp_path / "record.db", create=True, keep_text=False) as store:
        store.put(story("Rebels bombed the consulate in Varnok.", url="a.txt", published="2031-05-06"), "reader 1")
    with TestClient(create_app(tmp_path / "record.db"), base_url=HERE) as client:
        row = client.get("/api/links").json()["items"][0]
        found = client.get(f"/api/articles/{row['article']}").json()
        assert (row["words"], found["document"]["text"]) == ("", "")
        assert any("does not keep texts" in note for note in found["notes"])
        assert client.get("/api/meta").json()["texts"] is False
