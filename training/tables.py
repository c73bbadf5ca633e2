"""What training leaves behind: tables of weights as reading loads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write(weights: Mapping[str, float], out: Path, about: str) -> None:
    """One weight a line, by name; `about` says in the first line what they weigh and which script made them."""
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name}\t{weight}\n" for name, weight in sorted(weights.items()))
    out.write_text(f"# {about}\n{lines}", encoding="utf-8")
