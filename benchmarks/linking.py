"""Measures links on ECB+, read as one record.

python -m benchmarks.linking --read DOCUMENTS.jsonl     already read (`dateline read … --format document`)
python -m benchmarks.linking                            reads the articles first (some minutes)
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from benchmarks import tasks
from dateline.linking import Linker, sketch
from dateline.model import encode
from dateline.model.document import AnnotatedDocument
from dateline.reading.reader import Reader

TASK = tasks.Task("linking", "linking.py", ("data/linking/ecbplus_odd.jsonl",))


def linked(documents: list[AnnotatedDocument]) -> Iterable[AnnotatedDocument]:
    """The documents with the links of all of them together."""
    linker = Linker()
    for document in documents:
        linker.add(sketch(document))
    links = linker.links()
    for document in documents:
        yield replace(document, events=tuple(replace(e, link=links[e.id]) for e in document.events))


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--read", type=Path)
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        read = args.read or Path(folder) / "read.jsonl"
        if not args.read:
            tasks.read_into(TASK, Reader(), read)
        documents = [encode.document_from_json(line) for line in read.read_bytes().split(b"\n") if line]
        coded = Path(folder) / "linked.jsonl"
        coded.write_bytes(b"".join(encode.to_json(d) + b"\n" for d in linked(documents)))
        for name, value in tasks.judge(TASK, coded).items():
            print(f"{name:40} {'-' if value is None else f'{value:.3f}'}")


if __name__ == "__main__":
    main()
