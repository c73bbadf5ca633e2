"""What training leaves behind: tables of weights as reading loads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.reading.ranker import Rows


def write(weights: Mapping[str, float] | Rows, out: Path, about: str) -> None:
    """One feature a line, by name, with its weight or weights; `about` says in the first line what they weigh and which
    script made them."""
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name}\t{_numbers(weight)}\n" for name, weight in sorted(weights.items()))
    out.write_text(f"# {about}\n{lines}", encoding="utf-8")


def _numbers(weight: float | Iterable[float]) -> str:
    return str(weight) if isinstance(weight, float) else "\t".join(f"{w:g}" for w in weight)
