"""Finds codebooks and crosswalks by file name: data/<name>.yaml and data/<name>_to_<target>.tsv, loaded once."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import msgspec
import yaml

from dateline.codebook.book import Codebook, EventType, Mode, Quad
from dateline.codebook.crosswalks import Crosswalk, Row

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATA = resources.files("dateline.codebook").joinpath("data")


def names() -> tuple[str, ...]:
    """The codebooks that are there."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in _DATA.iterdir() if f.name.endswith(".yaml")))


def crosswalk_names(source: str = "plover") -> tuple[str, ...]:
    """The codebooks to which a crosswalk leads from `source`."""
    files = (f.name for f in _DATA.iterdir() if f.name.endswith(".tsv"))
    head = f"{source}_to_"
    return tuple(sorted(f.removesuffix(".tsv").removeprefix(head) for f in files if f.startswith(head)))


@functools.cache
def load(name: str = "plover") -> Codebook:
    """The codebook data/<name>.yaml. Raises LookupError where there is none of that name."""
    raw = yaml.load(_text(f"{name}.yaml"), Loader=_LOADER)
    raw["quads"] = {code: Quad(code=code, **q) for code, q in raw["quads"].items()}
    raw["events"] = {n: _event(n, e) for n, e in raw["events"].items()}
    return msgspec.convert(raw, Codebook)


@functools.cache
def crosswalk(target: str, source: str = "plover") -> Crosswalk:
    """The crosswalk data/<source>_to_<target>.tsv. Raises LookupError where there is none of that name."""
    file = f"{source}_to_{target}.tsv"
    return Crosswalk(source, target, tuple(Row(**row) for row in rows(_text(file))))


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table of text by its heading, all cells there; `#` comments and blank lines skipped."""
    header, *lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [dict(zip(header, line, strict=True)) for line in lines]


def _event(name: str, raw: dict[str, Any]) -> EventType:
    modes = {m: Mode(name=m, meaning=meaning, scale=scale) for m, (scale, meaning) in raw["modes"].items()}
    return EventType(
        name=name,
        definition=raw["definition"],
        quad=raw["quad"],
        scale=raw["score"],
        recipient_required=raw["recipient"] == "required",
        modes=modes,
    )


def _text(file: str) -> str:
    path = _DATA.joinpath(file)
    if not path.is_file():
        raise LookupError(f"no codebook data {file}")
    return path.read_text(encoding="utf-8")
