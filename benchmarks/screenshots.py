"""Pictures of every page of the record in a browser, for the docs: `python -m benchmarks.screenshots`.

Needs chromium, the built page and the development packages. The record is read from the shipped examples and the
invented reports of tests/browser.
"""

from __future__ import annotations

import json
import tempfile
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from benchmarks.served import PENDING, REPORTS, ROOT, browsing, missing, read_into, serving, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = ROOT / "docs/screenshots"
WIDTHS = {1280: 900, 390: 844}
REPORT = (
    "MAIDUGURI, May 3, 2021 - Gunmen killed at least 14 soldiers near the Nigerian city of Maiduguri on Sunday night, "
    "the army said. Residents put the toll at 20. Hundreds of people protested in the city on Monday."
)


def main() -> None:
    """Write the pictures, each page narrow and wide, the overview also dark."""
    if why := missing():
        raise SystemExit(why)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        read_into(record, REPORTS, ROOT / "src/dateline/examples")
        with serving(record) as address, browsing() as browser:
            for width in WIDTHS:
                for name, path in pages(address).items():
                    picture(browser, address, name, path, width)
            picture(browser, address, "overview-dark", "/", 1280, "dark")


def pages(address: str) -> dict[str, str]:
    """The pages by name."""
    row = next(r for r in _ask(address, "/links?sort=-witnesses")["items"] if r["figures"])
    return {
        "overview": "/",
        "event": f"/event/{row['link']}",
        "article": f"/article/{row['article']}?event={row['event']}",
        "actors": "/actors",
        "actor": f"/actors/{quote('Eastern Front')}",
        "claims": "/claims",
        "read": "/read",
    }


def picture(browser: Browser, address: str, name: str, path: str, width: int, scheme: Any = "light") -> None:
    """One page at one width."""
    size = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(base_url=address, viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    context.add_init_script(PENDING)
    page = context.new_page()
    page.goto(path)
    settled(page)
    if name == "read":
        _paste(page)
    page.wait_for_timeout(300)  # shapes are drawn after the data is there
    page.screenshot(path=FOLDER / f"{name}-{width}.png")
    context.close()


def _paste(page: Page) -> None:
    page.get_by_label("Article: its text").fill(REPORT)
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator("mark[data-role]").first.wait_for(timeout=120_000)
    page.locator(".read-result").scroll_into_view_if_needed()


def _ask(address: str, path: str) -> Any:
    with urllib.request.urlopen(f"{address}/api{path}") as found:
        return json.load(found)


if __name__ == "__main__":
    main()
