"""The publication day, and what told it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.intake import IntakeOptions, from_text, open_sources
from dateline.intake.published.address import day_in
from dateline.model.article import Article

BODY = "Militants attacked a police station in Baidoa on Monday and killed six officers, officials said."


def published(text: str) -> str | None:
    day = from_text(text).published
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Published: 2 January 2022\n{BODY}", "2022-01-02"),
        (f"Six die in raid\nSunday, January 2, 2022 at 5:30 p.m. GMT\n\n{BODY}", "2022-01-02"),
        (f"Last updated on 12.11.2021 | 14:00\n{BODY}", "2021-11-12"),
        (f"2022-01-02\n{BODY}", "2022-01-02"),
        (f"Six die in raid\n\nBy Amina Warsame, The Gulf Courier, 2 January 2022\n\n{BODY}", "2022-01-02"),
        (f"BAIDOA, Jan. 2, 2022 (AP) — {BODY}", "2022-01-02"),
        (f"BAIDOA, Jan. 2 (AP) — {BODY}\n\n© 2022 The Gulf Wire. All rights reserved.", "2022-01-02"),
        (f"Six die in raid\n02/01/2022\n{BODY} It was the worst since 25/12/2021.", "2022-01-02"),
        (f"Six die in raid\n02/01/2022\n{BODY} It was the worst since 12/25/2021.", "2022-02-01"),
        (f"Six die in raid\n13/01/2022\n{BODY}", "2022-01-13"),
        (f"Troops - Gulf Wire, 1920, 03.01.2022\n{BODY}\nRuins - Gulf Wire, 1920, 14.03.2018\n{BODY}", "2022-01-03"),
    ],
)
def test_told_by_the_page(text: str, day: str) -> None:
    assert published(text) == day


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} The war began on 4 May 2011.",
        f"BAIDOA, Jan. 2 (AP) — {BODY}",
        f"Six die in raid\n02/01/2022\n{BODY}",
        f"{BODY}\n4 May 2011\n{BODY} It was not the first.\n5 May 2011\n{BODY} It was not the last.",
        f"Published: 31 February 2022\n{BODY}",
        f"Published: 2 January 2922\n{BODY}",
        f"Troops - Gulf Wire, 1920, 03.01.2012\n{BODY}",
    ],
)
def test_unknown_stays_null_with_a_reason(text: str) -> None:
    article = from_text(text)
    assert article.published is None
    assert article.published_why


def test_the_user_knows_best() -> None:
    day = dt.date(2020, 5, 4)
    article = from_text(f"Published: 2 January 2022\n{BODY}", published=day)
    assert article.published == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2022/01/02/six-die", dt.date(2022, 1, 2)),
        ("https://example.org/world/2022/jan/02/six-die", dt.date(2022, 1, 2)),
        ("https://example.org/six-die-2022-01-02.html", dt.date(2022, 1, 2)),
        ("https://example.org/20220102/six-die", dt.date(2022, 1, 2)),
        ("https://example.org/2022/13/45/six-die", None),
        ("https://example.org/article/20223", None),
        ("news/2022/01/02.txt", None),
    ],
)
def test_told_by_the_address(url: str, day: dt.date | None) -> None:
    assert day_in(url) == day


@pytest.mark.parametrize(
    ("head", "day", "why"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-01-02T23:30:00-05:00"}]}</script>',
            "2022-01-02",
            "JSON-LD",
        ),
        ('<meta property="article:published_time" content="2022-01-02T08:00:00Z">', "2022-01-02", "metadata"),
        ('<script type="application/ld+json">{broken</script>', None, "neither"),
        ('<meta property="article:published_time" content="soon">', None, "neither"),
    ],
)
def test_told_by_metadata(tmp_path: Path, head: str, day: str | None, why: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head>{head}</head><body><p>{BODY}</p></body></html>")
    (found,) = open_sources([str(path)], IntakeOptions())
    assert isinstance(found, Article)
    assert (found.published.isoformat() if found.published else None) == day
    assert why in (found.published_why or "")
