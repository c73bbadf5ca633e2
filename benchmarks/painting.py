"""Measures how quickly a filter is painted: `python -m benchmarks.painting record.db`, the list as one sees it.

From the click on a filter to the frame that shows its list, in chromium, over filters of every kind; `--events N`
makes an invented record of so many events where there is none at the path.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.browser import fill
from benchmarks.served import PENDING, browsing, missing, serving, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUERIES = (
    "type=ASSAULT", "type=ASSAULT,PROTEST", "country=AFG", "country=SDN,SOM", "status=occurred", "hedged=true",
    "since=2020-01-01", "since=2020-01-01&until=2020-12-31", "text=bridge", "type=PROTEST&country=FRA", "dyad=IRN,USA",
    "source=Outlet 7", "min_witnesses=2", "sort=-witnesses", "type=AID&since=2018-01-01", "",
)  # fmt: skip
ELSEWHERE = "type=CONSULT"
# A filter is an address: going to it by a link does what a click on the filter does.
PAINTED = """(query) => new Promise((done) => {
  const link = document.createElement("a");
  link.href = query ? `/?${query}` : "/";
  document.querySelector("main").append(link);
  const list = document.querySelector(".events");
  const before = list.dataset.query;
  const began = performance.now();
  link.click();
  link.remove();
  const look = () => {
    if (document.querySelector(".events").dataset.query === before) requestAnimationFrame(look);
    else after.port1.postMessage(0); // this frame is painted before the message arrives
  };
  const after = new MessageChannel();
  after.port2.onmessage = () => done(performance.now() - began);
  look();
})"""


def main() -> None:
    """Print the time of each filter, and the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if why := missing():
        raise SystemExit(why)
    if not asked.record.exists():
        fill(asked.record, asked.events)
    with serving(asked.record) as address, browsing() as browser:
        page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
        page.add_init_script(PENDING)
        page.goto("/")
        settled(page)
        page.wait_for_timeout(1000)
        measured = {query: [painted(page, query) for _ in range(asked.rounds)] for query in QUERIES}
    for query, times in measured.items():
        print(f"{statistics.median(times):7.0f} ms  {query or 'no filter'}")
    print(f"{statistics.median(t for times in measured.values() for t in times):7.0f} ms  median")


def painted(page: Page, query: str) -> float:
    """From another view to this one, in milliseconds."""
    page.evaluate(PAINTED, ELSEWHERE)
    settled(page)
    took: float = page.evaluate(PAINTED, query)
    return took


if __name__ == "__main__":
    main()
