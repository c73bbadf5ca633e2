"""An article that means harm runs nothing and hides nothing."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, Route, expect
from tests.browser.conftest import PAYLOADS, hostile_text

from benchmarks.served import settled

Opened = Callable[..., Page]
FOREIGN = (
    "script, iframe, object, embed, base, meta, style, link, form:not([class]), img, video, marquee, template, x-page"
)
# What would show that something ran, or came in that is not the page's own.
FOUND = """(foreign) => ({
  ran: globalThis.ran ?? null,
  mains: document.querySelectorAll("main").length,
  elements: [...document.querySelectorAll(foreign.split(", ").map((s) => `main ${s}`).join())].map((e) => e.outerHTML),
  handlers: [...document.querySelectorAll("main *")].flatMap((e) => e.getAttributeNames()).filter((n) => /^on/.test(n)),
  links: [...document.links].map((a) => a.protocol).filter((p) => !/^https?:$/.test(p)),
  broken: globalThis.broken,
  globals: Object.keys(globalThis).sort(),
})"""


def check(page: Page, globals_before: list[str]) -> None:
    """Nothing ran and nothing came in that is not the page's own."""
    clean: dict[str, Any] = {"ran": None, "mains": 1, "elements": [], "handlers": [], "links": [], "broken": []}
    assert page.evaluate(FOUND, FOREIGN) == clean | {"globals": globals_before}


def told(page: Page) -> str:
    """All that can be read in the text but what the page itself adds to it, without white space."""
    page.evaluate("""document.querySelectorAll('.tag').forEach((t) => { t.style.display = 'none'; });
      document.querySelectorAll('.block').forEach((b) => { b.style.contentVisibility = 'visible'; });""")
    return "".join(str(page.locator(".article-text").inner_text()).split())


def test_at_least_forty() -> None:
    assert len({p["text"] for p in PAYLOADS}) >= 40


def test_a_kept_article(opened: Opened, ask: Callable[[str], Any]) -> None:
    article = ask("/links?text=Baidoa&source=script&limit=1")["items"][0]["article"]
    page = opened("/claims")
    before = page.evaluate("Object.keys(globalThis).sort()")
    page.goto(f"/article/{article}")
    expect(page.locator(".article-text")).to_contain_text("Item 0")
    text = told(page)
    for payload in PAYLOADS:
        for shown in payload["shown"]:
            assert "".join(shown.split()) in text, payload["name"]
    check(page, before)
    for choice in page.locator("button.event-choice").all()[:6]:
        choice.click()
    page.wait_for_timeout(200)
    check(page, before)
    harm = "/?text=%3Cscript%3Eran%3D1%3C/script%3E&source=%22%3E%3Cimg%20src=x%3E"
    for path in ("/", "/actors", "/claims", "/search?q=script", harm):
        page.goto(path)
        settled(page)
        check(page, before)


def test_a_pasted_article(opened: Opened) -> None:
    page = opened("/read")
    before = page.evaluate("Object.keys(globalThis).sort()")
    page.get_by_label("Article: its text").fill(hostile_text(PAYLOADS[::4]))
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".article-text")).to_contain_text("Item 0", timeout=60_000)
    check(page, before)


def test_every_field_of_every_answer(opened: Opened, ask: Callable[[str], Any]) -> None:
    """The server's answers, with a payload for each text they hold."""
    row = next(r for r in ask("/links?sort=-witnesses")["items"] if r["witnesses"] > 1)
    page = opened("/read")
    before = page.evaluate("Object.keys(globalThis).sort()")
    payloads = itertools.cycle([p["text"] for p in PAYLOADS])
    page.route("**/api/**", partial(_poison, payloads))
    for path in (
        "/",
        f"/event/{row['link']}",
        "/actors",
        "/actors?by=actor",
        f"/actors/{quote('Eastern Front')}",
        "/claims",
        "/search?q=police",
    ):
        page.goto(path)
        settled(page)
        check(page, before)
        expect(page.locator("header .brand")).to_be_visible()
        assert page.locator("main").inner_text().count("globalThis.ran=1") > 0
    page.unroute_all()


KEPT = {"date", "enddate", "published", "start", "first_told", "unit", "next", "type", "first", "last"}


def _poison(payloads: Iterator[str], route: Route) -> None:
    answer = route.fetch()
    if answer.headers.get("content-type", "").startswith("application/json"):
        route.fulfill(response=answer, body=json.dumps(_poisoned(answer.json(), payloads)))
    else:
        route.fulfill(response=answer)


def _poisoned(value: Any, payloads: Iterator[str]) -> Any:
    if isinstance(value, dict):
        return {k: v if k in KEPT else _poisoned(v, payloads) for k, v in value.items()}
    if isinstance(value, list):
        return [_poisoned(v, payloads) for v in value]
    return next(payloads) if isinstance(value, str) else value
