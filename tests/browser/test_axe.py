"""axe-core finds nothing to mend on any page, light or dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from benchmarks.served import ROOT, settled

AXE = ROOT / "page/node_modules/axe-core/axe.min.js"
Opened = Callable[..., Page]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not here: npm --prefix page ci")
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violation(opened: Opened, ask: Callable[[str], Any], width: int) -> None:
    row = next(r for r in ask("/links?sort=-witnesses")["items"] if r["witnesses"] > 1)
    article = f"/article/{row['article']}?event={row['event']}"
    actor = f"/actors/{quote('Eastern Front')}"
    rest = ("/actors", actor, "/claims", "/read", "/search?q=police", "/none")
    paths = ("/?type=ASSAULT,PROTEST", f"/event/{row['link']}", article, *rest)
    page = opened(paths[0], color_scheme="light", viewport={"width": width, "height": 900})
    page.add_init_script(path=AXE)
    found = []
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(path)
        settled(page)
        found += violations(page, path, "{resultTypes: ['violations']}")
        # the schemes differ in nothing but colours
        page.emulate_media(color_scheme="dark")
        found += violations(page, f"{path} (dark)", "{runOnly: ['color-contrast', 'link-in-text-block']}")
    assert not found


def violations(page: Page, where: str, options: str) -> list[tuple[str, str, list[str]]]:
    """What axe finds wrong: where, the rule, and the first elements."""
    found = page.evaluate(f"axe.run({options}).then((r) => r.violations)")
    return [(where, v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found]
