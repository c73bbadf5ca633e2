"""What is measured: the articles of each task, the form of the output, and the shared scorer that judges it."""

from __future__ import annotations

import datetime as dt
import functools
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dateline.model import encode
from dateline.model.article import Article
from dateline.reading.reader import Reader, Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Task(Struct, frozen=True):
    """A measurement: `gold` files under shared/, the scorer's file name, and the form it reads. `events`: whether it
    looks at events or attributions; dates and places are found the same without the trained parts, and quicker."""

    name: str
    scorer: str
    gold: tuple[str, ...]
    form: str = "document"
    texts: str | None = None
    events: bool = True


TASKS = (
    Task("gold", "score.py", ("gold/*.json",), "jsonl", "gold/articles"),
    Task("events", "score.py", ("data/events/codes/*.json",), "jsonl", "data/events/articles"),
    Task("types", "event_types.py", ("data/types/PLV_train.tsv",), "jsonl"),
    Task("tbaq", "dates.py", ("data/dates/tbaq.jsonl",), events=False),
    Task("wikiwars", "dates.py", ("data/dates/wikiwars_train.jsonl",), events=False),
    Task("lgl", "places.py", ("data/places/lgl.jsonl",), events=False),
    Task("geovirus", "places.py", ("data/places/geovirus.jsonl",), events=False),
    Task("claims", "claims.py", ("data/claims/polnear_dev.jsonl",)),
)


def by_name(name: str) -> Task:
    """The task of that name. Raises KeyError where there is none."""
    return {task.name: task for task in TASKS}[name]


def gold_files(task: Task) -> list[Path]:
    """The gold files of a task, in the order of their names."""
    return [path for pattern in task.gold for path in sorted(SHARED.glob(pattern))]


def articles(task: Task) -> Iterator[Article]:
    """The articles of a task, as `dateline read` would take them."""
    with tempfile.TemporaryDirectory() as folder:
        if task.texts:
            source = (SHARED / task.texts).parent / "articles.jsonl"
        else:
            scorer = str(SHARED / "score" / task.scorer)
            command = [sys.executable, scorer, *map(str, gold_files(task)), "--write-inputs", folder]
            subprocess.run(command, check=True, capture_output=True)
            source = Path(folder) / "articles.jsonl"
        lines = source.read_text(encoding="utf-8").split("\n")
    for line in filter(None, lines):
        fields = json.loads(line)
        published = dt.date.fromisoformat(fields["published"]) if fields.get("published") else None
        yield Article(
            text=fields["text"], url=fields["url"], publication=fields.get("outlet"), published=published, language="en"
        )


def run(task: Task, reader: Reader, most: int | None = None) -> dict[str, float | None]:
    """Reads a task's articles (the first `most`) and returns the scorer's figures by name."""
    if not task.events:
        reader = _by_rules()
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.jsonl"
        read_into(task, reader, coded, most)
        return judge(task, coded)


@functools.cache
def _by_rules() -> Reader:
    return Reader(Settings(trained=False))


def read_into(task: Task, reader: Reader, out: Path, most: int | None = None) -> None:
    """Reads a task's articles and writes the form its scorer takes."""
    with out.open("wb") as stream:
        for number, article in enumerate(articles(task)):
            if most is not None and number >= most:
                break
            document = reader.read(_as_intake_would(article))
            records: Sequence[object] = [document] if task.form == "document" else document.events
            for record in records:
                stream.write(encode.to_json(record) + b"\n")  # type: ignore[arg-type]


def judge(task: Task, coded: Path, *options: str) -> dict[str, float | None]:
    """The shared scorer's figures for a file of coded articles."""
    where = ["--texts", str(SHARED / task.texts)] if task.texts else []
    command = [sys.executable, str(SHARED / "score" / task.scorer), *map(str, gold_files(task)), *where]
    command += ["--pred", str(coded), "--json", *options]
    scored = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float | None] = json.loads(scored.stdout.splitlines()[-1])
    return figures


def _as_intake_would(article: Article) -> Article:
    """With furniture and the publication day, as the command's intake finds them."""
    from dateline.intake import from_text

    return from_text(
        article.text, published=article.published, outlet=article.publication, title=article.title, url=article.url
    )
