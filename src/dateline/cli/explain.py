"""`--explain`: each event with its sentence, the words of each field marked, and why."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from dateline.cli.columns import row
from dateline.cli.table import heading
from dateline.model import marks, markup
from dateline.model.document import AnnotatedDocument, Event
from dateline.model.reasons import reasons

STYLES = {
    "event": "bold red",
    "actor": "cyan",
    "recipient": "magenta",
    "date": "green",
    "place": "yellow",
    "figure": "blue",
    "source": "bright_black",
    "cue": "bright_black",
}


def show(out: Console, document: AnnotatedDocument) -> None:
    """Prints the events of one article, explained."""
    out.print(Text(heading(document.cite_info), style="bold"))
    for number, event in enumerate(document.events, 1):
        out.print(Text(f"\n{number}. " + " | ".join(filter(None, row(event)))), soft_wrap=True)
        if event.text_info:
            out.print(sentence(document.text, event, colour=out.is_terminal), soft_wrap=True)
        for line in reasons(event):
            out.print(Text(f"     {line}", style="dim"), soft_wrap=True)


def sentence(text: str, event: Event, *, colour: bool) -> Text:
    """The event's sentence, its words marked: by colour, or where there is none by brackets with the field's name."""
    info = event.text_info
    marked = Text("   ")
    if info is None:
        return marked
    for low, high, labels in markup.runs(info.start, info.end, marks.of_event(event)):
        words = text[low:high].replace("\n", " ")
        if labels and not colour:
            words = f"[{words}]({'/'.join(labels)})"
        marked.append(words, style=STYLES.get(labels[0], "") if labels and colour else "")
    return marked
