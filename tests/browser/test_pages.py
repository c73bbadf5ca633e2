"""What one does on each page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, expect

from benchmarks.served import settled

_HTML = b"""<!doctype html><article><h1>Two men held in Lagos</h1>
<p>Police arrested two men in Lagos on 4 May 2021, a spokesman said on Wednesday.</p>
<p>The men are accused of planning an attack on the harbour of the city, he said.</p></article>"""
Opened = Callable[..., Page]
Ask = Callable[[str], Any]


def event_of(ask: Ask, query: str) -> dict[str, Any]:
    """The first event that fits."""
    row: dict[str, Any] = ask(f"/links?{query}&limit=1")["items"][0]
    return row


def test_overview_shows_map_timeline_list_and_counts(opened: Opened, ask: Ask) -> None:
    page = opened()
    total = ask("/overview")["total"]["events"]
    expect(page.locator(".total strong")).to_have_text(f"{total}")
    expect(page.get_by_role("button", name=re.compile("^Sudan: "))).to_be_visible()
    expect(page.get_by_role("group", name="Timeline of the events").locator("rect").first).to_be_visible()
    expect(page.get_by_role("list", name="Events", exact=True).locator("li")).to_have_count(min(total, 50))
    expect(page.locator(".legend").first).to_contain_text("Violence")


def test_protests_and_violence_never_look_alike(opened: Opened) -> None:
    page = opened()
    look = """(name) => { const p = document.querySelector(`.legend .group-${name} path`);
      return [getComputedStyle(p).fill, p.getAttribute("d")]; }"""
    protest, violence = page.evaluate(look, "protest"), page.evaluate(look, "violence")
    assert protest[0] != violence[0]
    assert protest[1] != violence[1]


def test_filters_are_a_link_and_going_back_undoes_them(opened: Opened, ask: Ask) -> None:
    page = opened()
    whole = page.locator(".total strong").inner_text()
    page.get_by_role("checkbox", name=re.compile("^ASSAULT")).check()
    few = ask("/overview?type=ASSAULT")["total"]["events"]
    expect(page.locator(".total strong")).to_have_text(f"{few}")
    page.get_by_role("searchbox", name="Words", exact=True).fill("market")
    expect(page).to_have_url(re.compile("type=ASSAULT&text=market"))
    fewer = ask("/overview?type=ASSAULT&text=market")["total"]["events"]
    expect(page.locator(".total strong")).to_have_text(f"{fewer}")

    other = opened(f"/{page.url.split('/', 3)[3]}")
    expect(other.locator(".total strong")).to_have_text(f"{fewer}")
    expect(other.get_by_role("checkbox", name=re.compile("^ASSAULT"))).to_be_checked()

    page.go_back()
    expect(page.locator(".total strong")).to_have_text(f"{few}")
    page.go_back()
    expect(page.locator(".total strong")).to_have_text(whole)
    expect(page.get_by_role("checkbox", name=re.compile("^ASSAULT"))).not_to_be_checked()


def test_an_event_from_the_map_to_its_words(opened: Opened, ask: Ask) -> None:
    page = opened("/?type=ASSAULT")
    page.get_by_role("button", name=re.compile("^Sudan: ")).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("country=SDN"))
    row = event_of(ask, "type=ASSAULT&country=SDN&text=car%20bomb")
    page.locator(f'a[href="/event/{row["link"]}"]').click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ASSAULT")
    page.locator(".tellings a").first.click()
    expect(page.locator("mark[data-role~=event]").first).to_be_visible()
    assert "bomb" in " ".join(page.locator("mark[data-role~=event]").all_inner_texts())


def test_brushing_the_timeline_sets_the_days(opened: Opened) -> None:
    page = opened()
    box = page.locator(".brush-surface").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))
    expect(page.get_by_role("list", name="Filters that are set")).to_contain_text("since")


def test_event_page_shows_versions_by_source_and_figures(opened: Opened, ask: Ask) -> None:
    row = next(r for r in ask("/links?sort=-witnesses")["items"] if r["witnesses"] > 1)
    page = opened(f"/event/{row['link']}")
    detail = ask(f"/links/{row['link']}")
    for field in detail["reconciled"]["fields"]:
        for version in field["versions"]:
            expect(page.locator(".fields")).to_contain_text(version["value"])
    for toll in detail["reconciled"]["tolls"]:
        expect(page.get_by_role("img", name=re.compile(f"^{toll['kind']}: "))).to_be_visible()
    expect(page.get_by_role("link", name="Permanent address")).to_have_attribute("href", f"/event/{row['link']}")
    with page.expect_download() as download:
        page.get_by_role("link", name="JSON").click()
    assert download.value.suggested_filename.endswith(".json")


def test_choosing_an_event_lights_up_its_words(opened: Opened, ask: Ask) -> None:
    row = event_of(ask, "type=ASSAULT&text=car%20bomb&source=Gulf")
    page = opened(f"/article/{row['article']}")
    choice = page.locator("button.event-choice").filter(has_text="ASSAULT").first
    choice.click()
    expect(choice).to_have_attribute("aria-expanded", "true")
    for role in ("event", "place", "date", "figure", "source", "cue"):
        expect(page.locator(f"mark[data-role~={role}]").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?event="))
    page.get_by_text("Why", exact=True).click()
    expect(page.locator(".why li").first).to_be_visible()
    expect(page.locator("mark.grey").first).to_have_attribute("title", re.compile("."))
    choice.click()
    expect(page.locator("mark[data-role]")).to_have_count(0)


def test_actors_as_matrix_and_list_and_one_of_them(opened: Opened, ask: Ask) -> None:
    page = opened("/actors?by=actor")
    expect(page.locator(".matrix .cell").first).to_be_visible()
    expect(page.locator("table.dyads tbody tr").first).to_be_visible()
    page.get_by_label("Find an actor").fill("Eastern")
    page.locator(".actor-list").get_by_role("link", name="Eastern Front").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eastern Front")
    expect(page.get_by_role("heading", name="Names and offices")).to_be_visible()
    page.goto("/actors")
    page.locator(".matrix .cell").first.click()
    expect(page).to_have_url(re.compile("dyad=[A-Z]+,[A-Z]+"))


def test_claims_tell_who_says_what(opened: Opened) -> None:
    page = opened("/claims")
    page.get_by_label("Stance").select_option("denies")
    expect(page).to_have_url(re.compile("stance=denies"))
    expect(page.locator(".claim").first).to_contain_text("denies")
    expect(page.locator(".claim .chip").filter(has_text="asserts")).to_have_count(0)
    page.get_by_label("Who says it").fill("Eastern Front")
    expect(page.locator(".claim")).to_have_count(1)


def test_paste_and_read(opened: Opened) -> None:
    page = opened("/read")
    page.get_by_label("Article: its text").fill("Gunmen killed 14 soldiers in Maiduguri on 3 May 2021, the army said.")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("mark[data-role~=event]").first).to_have_text("killed", timeout=60_000)
    expect(page.locator("mark[data-role~=figure]").first).to_have_text("14 soldiers")
    page.get_by_label("Or a file").set_input_files({"name": "a.html", "mimeType": "text/html", "buffer": _HTML})
    expect(page.locator("mark[data-role~=event]").first).to_have_text("arrested", timeout=60_000)


def test_what_cannot_be_read_is_said(opened: Opened) -> None:
    page = opened("/read")
    page.get_by_label("Article: its text").fill("http://127.0.0.1/secret")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("did not work")


def test_search_and_what_is_not_there(opened: Opened) -> None:
    page = opened()
    page.get_by_role("searchbox", name="Search the record").fill("Kassala")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kassala")
    expect(page.locator(".event-row").first).to_be_visible()
    for path in ("/event/none", "/article/none", "/actors/none", "/nothing/here"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    page.goto("/?text=zzzz")
    expect(page.get_by_text("No event fits these filters.")).to_be_visible()
    page.goto("/?since=soon")
    expect(page.get_by_role("alert")).to_be_visible()


def test_charts_and_map_are_saved(opened: Opened) -> None:
    page = opened()
    for chart in ("map", "timeline"):
        group = page.get_by_role("group", name=f"Save the {chart}")
        for kind, begins in (("SVG", b"<svg"), ("PNG", b"\x89PNG"), ("CSV", b"")):
            with page.expect_download() as download:
                group.get_by_role("button", name=kind).click()
            saved = download.value.path().read_bytes()
            assert saved.startswith(begins)
            assert len(saved) > 100


def test_phone_width(opened: Opened, ask: Ask) -> None:
    row = event_of(ask, "type=ASSAULT")
    paths = ["/", f"/event/{row['link']}", f"/article/{row['article']}?event={row['event']}", "/actors",
             f"/actors/{quote('Eastern Front')}", "/claims", "/read", "/search?q=police"]  # fmt: skip
    page = opened(paths[0], viewport={"width": 320, "height": 640})
    for path in paths:
        page.goto(path)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.goto("/")
    page.get_by_text("Filters", exact=True).click()
    expect(page.get_by_role("checkbox", name=re.compile("^ASSAULT"))).to_be_visible()


def test_other_pages_keep_the_filters(opened: Opened) -> None:
    page = opened("/?country=SDN&sort=date")
    page.get_by_role("link", name="Claims").click()
    expect(page).to_have_url(re.compile(r"/claims\?country=SDN$"))
