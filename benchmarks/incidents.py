"""Measures links on incidents that several outlets tell: is each one event, and are others left out of it?

python -m benchmarks.incidents --read DOCUMENTS.jsonl     already read (`dateline read … --format document`)
python -m benchmarks.incidents                            reads the articles first (some minutes)

The articles are those of gold and data/events; which coded events are an incident's says training/incidents.toml. All
are put into one record. Of each incident: how many of its mentions, as read, are in its largest link; over how many
links they are spread; how many mentions of other things are in that link; the tolls by outlet. `main` marks an incident
that at least two articles tell at length, in three mentions or more; the others are mostly referred to in passing.

The shipped weights were fitted on these incidents, too; `python -m training.link … --folds` tells what others get.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks import tasks
from dateline.model import encode
from dateline.model.document import AnnotatedDocument
from dateline.reading.reader import Reader
from dateline.record import reconcile
from dateline.record.store import Store
from training.incidents import Share, coded, shares, summed

FOLDERS = (tasks.SHARED / "gold", tasks.SHARED / "data" / "events" / "codes")


def documents(file: Path | None) -> dict[str, AnnotatedDocument]:
    """The articles as read, by name: from a file, or read now."""
    if file is None:
        with tempfile.TemporaryDirectory() as folder:
            return dict(itertools.chain.from_iterable(_read(name, Path(folder)) for name in ("gold", "events")))
    return dict(_named(file))


def _read(name: str, folder: Path) -> Iterator[tuple[str, AnnotatedDocument]]:
    out = folder / f"{name}.jsonl"
    with out.open("wb") as stream:
        reader = Reader()
        for article in tasks.articles(tasks.by_name(name)):
            stream.write(encode.to_json(reader.read(article)) + b"\n")
    return _named(out)


def _named(file: Path) -> Iterator[tuple[str, AnnotatedDocument]]:
    for line in filter(None, file.read_bytes().split(b"\n")):
        document = encode.document_from_json(line)
        yield Path(document.cite_info.url or "").stem, document


def tolls(store: Store, link: str) -> Iterator[str]:
    """What each outlet says of the dead, in the order of publication."""
    found = reconcile.of_link(store, link)
    for toll in found.tolls if found else ():
        if toll.kind == "killed":
            yield from (f"{day or '?'} {low}-{high} {outlet or '?'}" for day, low, high, outlet in toll.told)


def show(found: Mapping[str, Share], store: Store) -> None:
    """A table, and the tolls."""
    print(f"{'':28} {'articles':>8} {'mentions':>8} {'together':>8} {'share':>6} {'links':>5} {'strangers':>9}")
    for name, s in found.items():
        figures = f"{s.articles:8} {s.mentions:8} {s.together:8} {s.share:6.2f} {s.links:5} {len(s.strangers):9}"
        print(f"{name:28} {figures}{' main' if s.main else ''}")
    print(summed(found))
    for name, s in found.items():
        if s.main:
            print(f"\n{name}: dead, as told\n  " + "\n  ".join(dict.fromkeys(tolls(store, s.link))))


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--read", type=Path)
    read = documents(ask.parse_args().read)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "record.db", create=True) as store:
        for document in read.values():
            store.put(document, "measured")
        links = {e.id: e.link or e.id for d in store.documents() for e in d.events}
        show(shares(read, coded(FOLDERS), links), store)


if __name__ == "__main__":
    main()
