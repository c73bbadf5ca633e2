"""A bar chart as SVG, without a library."""

from __future__ import annotations

import html
from collections.abc import Sequence

_ROW, _LABEL, _BAR, _HEAD = 22, 130, 460, 40
"""Pixels: the height of a row, the room for labels, the longest bar, the heading."""


def bars(title: str, counts: Sequence[tuple[str, int]]) -> str:
    """One horizontal bar for each (label, count), to scale, with its count beside it."""
    most = max((n for _, n in counts), default=1) or 1
    width, height = _LABEL + _BAR + 70, _HEAD + _ROW * len(counts) + 10
    name = html.escape(title)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" role="img" aria-label="{name}"'
        f' font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="10" y="24" font-size="15">{name}</text>'
    )
    rows = (_bar(label, n, n / most, _HEAD + _ROW * row) for row, (label, n) in enumerate(counts))
    return head + "".join(rows) + "</svg>"


def _bar(label: str, count: int, share: float, top: int) -> str:
    length = round(_BAR * share, 1)
    return (
        f'<text x="{_LABEL - 8}" y="{top + 14}" text-anchor="end">{html.escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{top + 3}" width="{length}" height="{_ROW - 7}" fill="#4878a8"/>'
        f'<text x="{_LABEL + length + 5}" y="{top + 14}">{count}</text>'
    )
