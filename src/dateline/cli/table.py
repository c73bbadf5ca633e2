"""Events as a table: rich on a terminal, plain text with one event a line when piped."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dateline.cli.columns import HEADINGS, row
from dateline.model.document import Cite, Event

STYLES = {"who": "cyan", "did what": "bold", "to whom": "magenta", "when": "green", "where": "yellow"}
_PIPED_WIDTH = 4096


def console(file: object = None) -> Console:
    """A console for results. Piped, it neither wraps nor colours."""
    out = Console(file=file, highlight=False)  # type: ignore[arg-type]
    return out if out.is_terminal else Console(file=file, highlight=False, width=_PIPED_WIDTH)  # type: ignore[arg-type]


def show(out: Console, cite: Cite, events: Sequence[Event]) -> None:
    """Prints one article's events under its heading."""
    out.print(f"[bold]{escape(heading(cite))}[/bold]")
    if not events:
        out.print("  no event")
        return
    if out.is_terminal:
        out.print(_table(events))
        return
    for cells in (HEADINGS, *map(row, events)):
        out.file.write("\t".join(_flat(cell) for cell in cells) + "\n")


def heading(cite: Cite) -> str:
    """The article's name, outlet and publication day, and what is unknown of it."""
    published = cite.date or "publication date unknown: relative dates stay unresolved"
    return " · ".join(filter(None, (cite.title or cite.url or "text", cite.publication, published)))


def _table(events: Sequence[Event]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    rows = [row(e) for e in events]
    shown = [n for n, _ in enumerate(HEADINGS) if any(r[n] for r in rows)]
    for n in shown:
        table.add_column(HEADINGS[n], style=STYLES.get(HEADINGS[n]), overflow="fold")
    for cells in rows:
        table.add_row(*(escape(cells[n]) for n in shown))
    return table


def _flat(cell: str) -> str:
    return " ".join(cell.split())
