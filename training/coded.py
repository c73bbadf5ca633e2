"""Articles coded by hand, for training and measuring: the codes' quotations as places in the text."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.intake import from_text
from dateline.model.article import Article


class Coded(Struct, frozen=True):
    """One coded article: its text and its events as the codes have them (see the coding guide)."""

    doc: str
    article: Article
    events: tuple[dict[str, Any], ...]


def articles(codes: Path, texts: Path) -> Iterator[Coded]:
    """All coded articles of a folder, in the order of their names."""
    for path in sorted(codes.glob("*.json")):
        coded = json.loads(path.read_text(encoding="utf-8"))
        if "doc" not in coded:
            continue
        text = (texts / f"{coded['doc']}.txt").read_text(encoding="utf-8")
        published = dt.date.fromisoformat(coded["published"]) if coded.get("published") else None
        article = from_text(text, url=f"{coded['doc']}.txt", published=published, outlet=coded.get("outlet"))
        yield Coded(coded["doc"], article, tuple(coded["events"]))


def arguments(about: str | None) -> argparse.ArgumentParser:
    """A command that learns from coded articles: `about` is its module's description."""
    ask = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--codes", type=Path, required=True, help="folder of codes, a JSON file an article")
    ask.add_argument("--texts", type=Path, required=True, help="folder of the articles' texts")
    return ask


def trigger_span(text: str, event: dict[str, Any]) -> tuple[int, int] | None:
    """Where the event's trigger stands: its first occurrence from the start of its sentence, as the scorer looks."""
    start = text.find(event["sentence"])
    at = text.find(event["trigger"], start) if start >= 0 else -1
    return (at, at + len(event["trigger"])) if at >= 0 else None
