"""Articles coded by hand, for training and measuring: the codes' quotations as places in the text."""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.intake import from_text
from dateline.model.article import Article
from training import codings
from training.folds import fold_of


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


def unseen_arguments(ask: argparse.ArgumentParser, required: bool = True) -> None:
    """Adds the heads that something is weighed with, and which articles they were not trained on."""
    about = "heads and what they were not trained on: a fifth of all by its number, or codings (all our own)"
    ask.add_argument("--unseen", action="append", metavar="HEADS=WHAT", required=required, help=about)


class Unseen(Struct, frozen=True):
    """Trained heads, and the articles that they were not trained on: `what` is "codings" or the number of a fold."""

    heads: Path
    what: str

    def holds(self, doc: str) -> bool:
        """Whether an article, by its name, is one of these. Single sentences of our own coding are none."""
        ours, sentences = _ours()
        if doc in sentences:
            return False
        return self.what == str(fold_of(doc)) or (self.what == "codings" and doc in ours)


def unseen(args: argparse.Namespace) -> tuple[Unseen, ...]:
    """What `--unseen` says, one for each pair of heads."""
    given = (text.rpartition("=") for text in args.unseen or ())
    return tuple(Unseen(Path(heads), what) for heads, _, what in given)


def is_article(doc: str) -> bool:
    """Whether a coded text is a whole article, by its name; some of our own codings are of single sentences."""
    return doc not in _ours()[1]


@functools.cache
def _ours() -> tuple[frozenset[str], frozenset[str]]:
    names = {kind: [line["name"] for line in codings.lines(kind)] for kind in ("articles", "invented", "sentences")}
    return frozenset(names["articles"] + names["invented"]), frozenset(names["sentences"])


def trigger_span(text: str, event: dict[str, Any]) -> tuple[int, int] | None:
    """Where the event's trigger stands: its first occurrence from the start of its sentence, as the scorer looks."""
    start = text.find(event["sentence"])
    at = text.find(event["trigger"], start) if start >= 0 else -1
    return (at, at + len(event["trigger"])) if at >= 0 else None
