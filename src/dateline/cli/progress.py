"""A progress bar on standard error, only on a terminal and only when the work is long."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

_PATIENCE = 2.0
"""Seconds of work before the bar appears."""


class Progress:
    """Counts articles; shows them once the work has lasted a while."""

    def __init__(self) -> None:
        self.done = 0
        self._began = time.monotonic()
        self._console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Bar(*columns, console=self._console, transient=True)
        self._task = self._bar.add_task("reading", total=None)
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hide()

    def step(self, name: str | None) -> None:
        """One article more is done."""
        self.done += 1
        if not self._shown and self._console.is_terminal and time.monotonic() - self._began > _PATIENCE:
            self._bar.start()
            self._shown = True
        self._bar.update(self._task, completed=self.done, description=f"reading {name or ''}"[:60])

    def say(self, line: str) -> None:
        """A line on standard error that leaves the bar whole."""
        self.pause_for(lambda: click.echo(line, err=True))

    def pause_for(self, action: Callable[[], None]) -> None:
        """Hides the bar while something else is printed."""
        self._hide()
        action()

    def _hide(self) -> None:
        if self._shown:
            self._bar.stop()
            self._shown = False
