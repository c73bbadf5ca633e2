"""`dateline read`: articles in, the record out."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from dateline.cli import output
from dateline.cli.prepare import prepare
from dateline.cli.progress import Progress
from dateline.cli.spool import Spool
from dateline.intake import IntakeOptions, Refusal, open_sources
from dateline.knowledge.actors import user
from dateline.model.article import Article
from dateline.model.document import AnnotatedDocument
from dateline.reading.batch import read_all
from dateline.reading.reader import Settings, version
from dateline.record.errors import StoreError

if TYPE_CHECKING:
    from dateline.record.store import Store

_EXAMPLES = """\b
Examples:
  dateline read report.txt --published 2022-01-02
  dateline read page.html --explain
  dateline read news/ --into record.db --jobs 4
  curl -s https://example.org/news | dateline read - --format jsonl
"""


class Day(click.ParamType[dt.date]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day, or a usage error that names what was given."""
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day of the form YYYY-MM-DD", param, ctx)


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True)
@output.options
@click.option("--published", type=Day(), help="The articles' publication day, over what they say themselves.")
@click.option("--outlet", help="The articles' outlet, over what they say themselves.")
@click.option("--force", is_flag=True, help="Read texts that are not in English, too.")
@click.option("--into", metavar="RECORD", help="Keep the record here: a SQLite file, or postgresql://… .")
@click.option("--no-text", is_flag=True, help="With --into: keep no text, only offsets, names and numbers.")
@click.option("--actors", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Your own actors (TSV).")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
@click.option("--no-trained", is_flag=True, help="Read by rules alone, without the trained parts.")
@click.option("--stream", is_flag=True, help="Write each article at once: jsonl and document then link within it only.")
def read(inputs: tuple[str, ...], **options: Any) -> None:
    """Read INPUTS: text, HTML or JSON Lines files, folders, addresses (http, https), or - for standard input."""
    shape = {k: options.pop(k) for k in ("format", "explain", "min_confidence")}
    job = Job(**options)
    _check_actors(job.actors)
    counts = Counts()
    prepare()
    try:
        _run(inputs, job, output.Writer(output.Shape(**shape)), counts)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if counts.failed:
        raise click.exceptions.Exit(1)


def _check_actors(file: Path | None) -> None:
    """One line on standard error for a file of actors that is wrong, before anything is read."""
    try:
        if file is not None:
            user.rows(file)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


class Job(Struct, frozen=True):
    """The options of one run, apart from how it is printed."""

    published: dt.date | None
    outlet: str | None
    force: bool
    into: str | None
    no_text: bool
    actors: Path | None
    jobs: int
    no_trained: bool
    stream: bool

    @property
    def settings(self) -> Settings:
        """How to read: links within an article only where nothing links across articles afterwards."""
        linked = self.stream and not self.into
        return Settings(actors_file=self.actors, trained=not self.no_trained, linked=linked)


class Counts:
    """How many inputs failed."""

    failed = 0


def _run(inputs: tuple[str, ...], job: Job, writer: output.Writer, counts: Counts) -> None:
    with contextlib.ExitStack() as stack:
        store = stack.enter_context(_record(job.into, not job.no_text)) if job.into else None
        progress = stack.enter_context(Progress())
        keep = _keeper(stack, job, writer, progress, store)
        articles = _readable(inputs, job, store, counts, progress, version(job.settings))
        for document in read_all(articles, job.settings, job.jobs):
            keep(document)
            progress.step(document.cite_info.url)
    if store:
        click.echo(f"dateline: {progress.done} read into {store.name}", err=True)


def _record(target: str, keep_text: bool) -> Store:
    from dateline.record.store import Store  # the database's library takes a moment: only where it is needed

    return Store(target, create=True, keep_text=keep_text)


def _keeper(
    stack: contextlib.ExitStack, job: Job, writer: output.Writer, progress: Progress, store: Store | None
) -> Callable[[AnnotatedDocument], None]:
    """What becomes of a document: into the record; printed; or held back until links reach across the whole run."""
    if store:
        return functools.partial(store.put, reader=version(job.settings))

    def show(document: AnnotatedDocument) -> None:
        progress.pause_for(functools.partial(writer.write, document))

    return show if job.stream or not writer.has_links else stack.enter_context(Spool(show)).take


def _readable(
    inputs: tuple[str, ...], job: Job, store: Store | None, counts: Counts, progress: Progress, reader: str
) -> Iterator[Article]:
    """The articles that can be read; what cannot is said in one line on standard error and counted."""
    intake = IntakeOptions(published=job.published, outlet=job.outlet, force=job.force)
    for source in open_sources(inputs, intake):
        if isinstance(source, Refusal):
            counts.failed += 1
            hint = " (--force reads it all the same)" if source.kind == "foreign" else ""
            progress.say(f"dateline: {source.name}: {source.cause}{hint}")
        elif not (store and store.has(source.url, source.text, reader)):
            yield source
