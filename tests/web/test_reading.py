"""Reading what is handed in: in a process of its own, within limits, from public addresses only."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HERE

from dateline.intake import IntakeOptions, Refusal, guarded, open_address
from dateline.web.app import create_app
from dateline.web.desk import Desk, Limits

TEXT = "BAGHDAD - Gunmen killed three police officers in Mosul on 4 May 2014, officials said."


@pytest.fixture(scope="module")
def reading(record: Path) -> Iterator[TestClient]:
    """Asks a server that reads."""
    with TestClient(create_app(record, desk=Desk(Limits(seconds=20))), base_url=HERE) as client:
        yield client


def read(client: TestClient, **handed: Any) -> tuple[int, Any]:
    """The status and the answer."""
    answer = client.post("/api/read", json=handed)
    return answer.status_code, answer.json()


def test_a_text_is_read_and_not_kept(reading: TestClient) -> None:
    before = reading.get("/api/meta").json()["articles"]
    status, found = read(reading, text=TEXT, published="2014-05-05")
    assert (status, found["id"]) == (200, None)
    event = found["document"]["events"][0]
    assert (event["event"][0], event["date"], event["size"][0]["low"]) == ("ASSAULT", "2014-05-04", 3)
    assert {m["label"] for m in found["marks"][event["id"]]} >= {
        "event",
        "actor",
        "recipient",
        "date",
        "place",
        "figure",
    }
    assert found["why"][event["id"]]
    assert reading.get("/api/meta").json()["articles"] == before


def test_a_page_is_read(reading: TestClient) -> None:
    page = resources.files("dateline").joinpath("examples", "protest_page.html").read_text(encoding="utf-8")
    status, found = read(reading, html=page)
    assert status == 200
    assert found["document"]["events"]
    assert found["document"]["cite_info"]["title"]


@pytest.mark.parametrize(
    ("handed", "status", "code", "says"),
    [
        ({"text": "   "}, 400, "unreadable", "is empty"),
        ({"text": "Le président a annoncé hier que les troupes seront retirées du pays."}, 400, "foreign", "French"),
        ({"html": "<html><body></body></html>"}, 400, "unreadable", "no article"),
        ({"text": "x" * 1_000_001}, 413, "large", "1,000,000"),
        ({}, 422, "invalid", "one of"),
        ({"text": "a", "html": "b"}, 422, "invalid", "one of"),
        ({"text": "a", "published": "yesterday"}, 422, "invalid", "published"),
        ({"url": "file:///etc/passwd"}, 422, "invalid", "no address"),
        ({"url": "/etc/passwd"}, 422, "invalid", "no address"),
        ({"url": "http://127.0.0.1:8765/api/meta"}, 403, "private_address", "not a public address"),
        ({"url": "http://localhost/"}, 403, "private_address", "not a public address"),
        ({"url": "http://[::1]/"}, 403, "private_address", "not a public address"),
        ({"url": "http://2130706433/"}, 403, "private_address", "not a public address"),
        ({"url": "http://169.254.169.254/latest/meta-data"}, 403, "private_address", "not a public address"),
    ],
)  # fmt: skip
def test_what_is_not_read_and_why(
    reading: TestClient, handed: dict[str, str], status: int, code: str, says: str
) -> None:
    found, answer = read(reading, **handed)
    assert (found, answer["error"]["code"]) == (status, code)
    assert says in answer["error"]["message"]
    assert "--force" not in answer["error"]["message"]


def test_one_at_a_time_others_are_answered_meanwhile_and_what_takes_too_long_is_ended(record: Path) -> None:
    desk = Desk(Limits(seconds=4))
    with TestClient(create_app(record, desk=desk), base_url=HERE) as client, ThreadPoolExecutor() as pool:
        assert read(client, text=TEXT)[0] == 200
        slow = pool.submit(read, client, text="Gunmen killed two soldiers and " * 30_000)
        time.sleep(0.5)
        began = time.monotonic()
        assert client.get("/api/overview").status_code == 200
        busy, answer = read(client, text=TEXT)
        assert (busy, answer["error"]["code"]) == (429, "busy")
        assert time.monotonic() - began < 3
        status, answer = slow.result()
        assert (status, answer["error"]["code"]) == (400, "too_slow")
        assert read(client, text=TEXT)[0] == 200


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1%eth0", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_these_addresses_are_not_public(address: str) -> None:
    assert not guarded.is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_these_are(address: str) -> None:
    assert guarded.is_public(address)


class Page(http.server.BaseHTTPRequestHandler):
    """An article, a redirect to a private network, and a page without end."""

    def do_GET(self) -> None:
        if self.path == "/inward":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/secret")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(TEXT.encode() * (100_000 if self.path == "/endless" else 1))

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site on loopback, which for once counts as public; other addresses are judged as always."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    judged = guarded.is_public
    monkeypatch.setattr(guarded, "is_public", lambda address: address == "127.0.0.1" or judged(address))
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_that_is_public_is_fetched_within_limits(site: str) -> None:
    options = IntakeOptions(public_only=True, most_bytes=100_000, timeout=5)
    found = open_address(site, options)
    assert not isinstance(found, Refusal)
    assert found.text == TEXT
    endless = open_address(f"{site}/endless", options)
    assert isinstance(endless, Refusal)
    assert endless.kind == "large"


def test_a_redirect_into_a_private_network_is_refused(site: str) -> None:
    found = open_address(f"{site}/inward", IntakeOptions(public_only=True, timeout=5))
    assert isinstance(found, Refusal)
    assert (found.kind, "10.0.0.1" in found.cause) == ("private", True)


def test_a_name_of_which_one_address_is_private_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: both)
    found = open_address("http://two-faced.example/", IntakeOptions(public_only=True, timeout=5))
    assert isinstance(found, Refusal)
    assert found.kind == "private"


def test_the_command_line_may_read_from_this_machine(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "is_public", lambda _: False)
    assert not isinstance(open_address(site, IntakeOptions()), Refusal)
    assert isinstance(open_address("/etc/passwd", IntakeOptions()), Refusal)
