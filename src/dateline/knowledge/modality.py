"""The words that tell whether an event took place, and those that cast doubt on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from msgspec import Struct

from dateline.knowledge.tables import rows
from dateline.model.document import Status


class Embedding(Struct, frozen=True):
    """A word above an event: the ways down to the event it counts for, and the event's status then."""

    paths: frozenset[str]
    status: Status
    pos: str


class Modality(Struct, frozen=True):
    """`embedding` by lemma; `marks` by kind and word; `hedges` by place and word (for "above": lemma);
    `carried` by event type: words that make the event and so do not tell its status."""

    embedding: Mapping[str, tuple[Embedding, ...]]
    marks: Mapping[str, Mapping[str, Status]]
    hedges: Mapping[str, frozenset[str]]
    carried: Mapping[str, frozenset[str]]


def load() -> Modality:
    """Reads the tables of `data/modality`."""
    embedding: dict[str, tuple[Embedding, ...]] = {}
    for row in rows("modality/embedding.tsv"):
        entry = Embedding(frozenset(row["path"].split()), _status(row["status"]), row["needs"])
        embedding[row["lemma"]] = (*embedding.get(row["lemma"], ()), entry)
    marks: dict[str, dict[str, Status]] = {}
    for row in rows("modality/marks.tsv"):
        marks.setdefault(row["kind"], {})[row["word"]] = _status(row["status"])
    hedges: dict[str, set[str]] = {}
    for row in rows("modality/hedges.tsv"):
        hedges.setdefault(row["where"], set()).add(row["word"])
    carried = {row["event"]: frozenset(row["words"].split()) for row in rows("modality/carried.tsv")}
    return Modality(embedding, marks, {where: frozenset(words) for where, words in hedges.items()}, carried)


def _status(name: str) -> Status:
    """Raises ValueError for a name that is no status."""
    for known in get_args(Status):
        if known == name:
            return known  # type: ignore[no-any-return]
    raise ValueError(f"no status: {name}")
