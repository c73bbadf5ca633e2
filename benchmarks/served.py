"""A record served to a browser, for tests and pictures."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
BUILT = ROOT / "src/dateline/web/page/index.html"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
REPORTS = ROOT / "tests/browser/articles.jsonl"
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
# Counts what the page still waits for; run in every page before its own scripts.
PENDING = """
globalThis.pending = 0;
const ask = fetch;
globalThis.fetch = (...what) => { pending++; return ask(...what).finally(() => setTimeout(() => pending--, 30)); };
"""
_IDLE = """new Promise((done) => {
  const look = () => (pending || document.querySelector("[aria-busy=true]") ? setTimeout(look, 20) : done());
  look();
})"""


def missing() -> str | None:
    """Why no browser can look at the page here; None where one can."""
    if CHROMIUM is None:
        return "no chromium here: apt-get install chromium, or set CHROMIUM"
    if not BUILT.exists():
        return "the page is not built: npm --prefix page ci && npm --prefix page run build"
    return None


def settled(page: Page) -> None:
    """Wait until the page has what it asked for, and shows it."""
    page.locator("main h1").first.wait_for(state="attached")
    page.evaluate(_IDLE)


def read_into(record: Path, *sources: Path) -> None:
    """Read articles into a record."""
    command = [
        sys.executable,
        "-m",
        "dateline",
        "read",
        *(os.path.relpath(s, ROOT) for s in sources),
        "--into",
        str(record),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """Serve a record; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "dateline", "serve", str(record), "--port", str(port), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(address)
            yield address
        finally:
            process.terminate()


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{address}/api/meta", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser that asks for nothing of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()
