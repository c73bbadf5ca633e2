"""A record, the server that shows it, and a browser that tells what it asked for and what went wrong in it."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from benchmarks import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
PAYLOADS: list[dict[str, Any]] = json.loads((HERE / "hostile.json").read_text())
# What the page's policy had to stop.
WATCH = """
globalThis.broken = [];
document.addEventListener("securitypolicyviolation", (e) => broken.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests need a browser and the built page."""
    why = served.missing()
    for item in items if why else ():
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=str(why)))


def hostile_text(payloads: Sequence[dict[str, Any]] = PAYLOADS) -> str:
    """An article with each payload in a paragraph of its own, amid news."""
    paragraphs = [f"Item {i}: {p['text']} ." for i, p in enumerate(payloads)]
    news = "BAIDOA, Somalia - Gunmen killed three police officers in Baidoa on Monday, the army said."
    return "\n\n".join((news, *paragraphs, "The governor of Bay arrested two soldiers on Tuesday."))


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a few reports, and one that means harm."""
    folder = tmp_path_factory.mktemp("record")
    harm = {"text": hostile_text(), "title": f"Report {PAYLOADS[3]['text']}", "outlet": PAYLOADS[0]["text"],
            "url": "javascript:globalThis.ran=1", "published": "2021-06-21"}  # fmt: skip
    (folder / "harm.jsonl").write_text(json.dumps(harm))
    served.read_into(folder / "record.db", served.REPORTS, folder / "harm.jsonl")
    return folder / "record.db"


@pytest.fixture(scope="session")
def server(record: Path) -> Iterator[str]:
    """The address of the record's page."""
    with served.serving(record) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run."""
    with served.browsing() as browser:
        yield browser


@pytest.fixture
def opened(chromium: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens pages of the record; whatever they asked of another server, or broke, fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def look(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and f"{parts.scheme}://{parts.netloc}" != server:
            wrong.append(f"asked for {url}")

    def open_page(path: str = "/", **options: Any) -> Page:
        context = chromium.new_context(base_url=server, reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.add_init_script(WATCH + served.PENDING)
        page = context.new_page()
        page.on("request", lambda r: look(r.url))
        page.on("pageerror", lambda e: wrong.append(f"error {e}"))
        page.on("dialog", lambda d: wrong.append(f"dialog {d.message}"))
        page.goto(path)
        served.settled(page)
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            wrong.extend(page.evaluate("globalThis.broken"))
        context.close()
    assert not wrong


@pytest.fixture(scope="session")
def ask(server: str) -> Callable[[str], Any]:
    """The server's own answer at a path of the API."""

    def answer(path: str) -> Any:
        with urllib.request.urlopen(f"{server}/api{path}", timeout=20) as found:
            return json.load(found)

    return answer
