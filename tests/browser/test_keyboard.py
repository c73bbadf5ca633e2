"""Everything without a pointer."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Opened = Callable[..., Page]


def tab_to(page: Page, selector: str, most: int = 120) -> None:
    """Press Tab until the focus is on what is looked for."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{most} tabs do not lead to {selector}")


def test_skip_link_leads_to_the_content(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_from_filter_to_words_by_keys_alone(opened: Opened) -> None:
    page = opened()
    tab_to(page, ".type-group input[type=checkbox]")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("type="))
    tab_to(page, ".event-row > a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/event/"))
    tab_to(page, ".tellings a")
    page.keyboard.press("Enter")
    expect(page.locator("mark[data-role~=event]").first).to_be_visible()
    tab_to(page, "button.event-choice")
    before = page.url
    page.keyboard.press("ArrowDown")
    expect(page).not_to_have_url(before)


def test_map_is_one_stop_with_arrows_inside(opened: Opened) -> None:
    page = opened()
    expect(page.get_by_role("button", name=re.compile("^Sudan: "))).to_be_visible()
    tab_to(page, ".map svg [role=button]")
    first = page.evaluate("document.activeElement.dataset.key")
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert page.locator(".map svg [role=button][tabindex='0']").count() == 1
    page.keyboard.press("+")
    expect(page.locator(".map svg > g").first).not_to_have_attribute("transform", "translate(0,0) scale(1)")
    page.keyboard.press("0")
    assert first
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.map svg *')")


def test_timeline_handles_move_by_arrows(opened: Opened) -> None:
    page = opened()
    page.get_by_role("slider", name="Since").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("since="))
    expect(page.get_by_role("slider", name="Since")).to_be_focused()
    page.keyboard.press("Home")
    expect(page).not_to_have_url(re.compile("since="))


def test_counts_are_told_to_screen_readers(opened: Opened) -> None:
    page = opened()
    page.get_by_role("checkbox", name=re.compile("^PROTEST")).check()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ events? of \d+$"))


def test_theme_is_chosen_and_kept(opened: Opened) -> None:
    page = opened()
    light = page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    page.get_by_label("Theme").select_option("dark")
    assert page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor") != light
    page.reload()
    expect(page.get_by_label("Theme")).to_have_value("dark")
