"""Reads the data files of a subject: TSV with a header line, `#` comments and blank lines skipped; YAML."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `knowledge/data/<name>` (TSV) as dictionaries by column; missing trailing cells are "".

    Raises ValueError naming the file and line where a row has more cells than the header.
    """
    return rows_of(_text(name), name)


def rows_of(text: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a TSV text; `name` is what an error calls it."""
    lines = ((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#"))
    header = next(lines, (0, ""))[1].split("\t")
    for n, line in lines:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise ValueError(f"{name}, line {n}: {len(cells)} cells, the header has {len(header)}")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def document(name: str) -> Any:
    """The YAML document `knowledge/data/<name>`."""
    import yaml

    return yaml.load(_text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _text(name: str) -> str:
    return resources.files("dateline.knowledge").joinpath("data", name).read_text(encoding="utf-8")
