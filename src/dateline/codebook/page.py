"""The page docs/codebook.md, written out of the data: `python -m dateline.codebook.page > docs/codebook.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from dateline.codebook.book import Codebook, EventType
from dateline.codebook.crosswalks import Crosswalk
from dateline.codebook.loading import crosswalk, crosswalk_names, load

_INTRO = """# The codebook

dateline codes in PLOVER, the Political Language Ontology for Verifiable Event Records of the Open Event Data Alliance
(manual: draft 2.0, CC BY-SA 4.0, <https://github.com/openeventdata/PLOVER>). Names and scores are
PLOVER's; the wording is ours. The data lie in `src/dateline/codebook/data/`.
This page is written out of them by `python -m dateline.codebook.page`.

An event has a *type* (what was done), *modes* (how), *contexts* (what it was about) and, from the type, a *quad code*.
`event_scale` runs from -10 (conflict) to +10 (cooperation): the score of the mode, of several modes the one furthest
from zero, or that of the type where no mode is known.
"""

_ADD = """## Adding one

A codebook is one file `data/<name>.yaml`, a crosswalk one file `data/<from>_to_<to>.tsv`; both are found by name.
`tests/codebook` checks every file: each mode has a score, each type a quad, each crosswalk covers all of them.

```python
from dateline import codebook

plover = codebook.load()
plover.event("ASSAULT").modes["drone"].scale      # -9.5
plover.quad("CONSULT")                            # "1"
codebook.crosswalk("cameo").one("PROTEST", "demo")   # 141, with what is lost
```
"""


def page() -> str:
    """The page as Markdown."""
    book = load()
    parts = [_INTRO, *_types(book), *_names(book), *_rulings(book)]
    for target in crosswalk_names(book.name):
        parts.append(_lossy(crosswalk(target, book.name)))
    return "\n".join([*parts, _ADD])


def _types(book: Codebook) -> Iterator[str]:
    for quad in book.quads.values():
        yield f"## Quad {quad.code}: {quad.name}\n"
        for event in book.events.values():
            if event.quad == quad.code:
                yield _type(event)


def _type(event: EventType) -> str:
    needs = " Needs a recipient." if event.recipient_required else ""
    lines = [f"**{event.name}** ({event.scale:+g}). {event.definition}{needs}"]
    lines += [f"- `{m.name}` ({m.scale:+g}): {m.meaning}" for m in event.modes.values()]
    return "\n".join(lines) + "\n"


def _names(book: Codebook) -> Iterator[str]:
    for title, entries in (
        ("Contexts", book.contexts),
        ("Sectors", book.sectors),
        ("Codes beside countries", book.codes),
    ):
        yield f"## {title}\n"
        yield "\n".join(f"- `{name}`: {meaning}" for name, meaning in entries.items()) + "\n"


def _rulings(book: Codebook) -> Iterator[str]:
    yield "## Rulings\n"
    yield "\n".join(f"- {r.text} ({r.source})" for r in book.rulings) + "\n"


def _lossy(walk: Crosswalk) -> str:
    lines = [f"## To {walk.target.upper()}: what is lost\n", "| type, mode | when | code | lost |", "|---|---|---|---|"]
    lines += [
        f"| {f'{r.event} {r.mode}'.strip()} | {r.when} | {f'{r.code} {r.name}'.strip() or 'none'} | {r.lossy} |"
        for r in walk.rows
        if r.lossy
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
