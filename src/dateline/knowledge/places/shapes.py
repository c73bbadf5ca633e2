"""Small rules of the gazetteer's making: usual spellings, short names of subdivisions, the middle of many points."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_UNIT_WORDS = frozenset(
    [
        "county",
        "parish",
        "borough",
        "province",
        "governorate",
        "oblast",
        "region",
        "district",
        "department",
        "prefecture",
        "state",
        "municipality",
        "canton",
        "territory",
        "voivodeship",
        "regency",
        "division",
        "rayon",
        "raion",
        "kray",
        "krai",
        "commune",
        "okrug",
        "circle",
    ]
)
_RARE_MARKS = frozenset("\u0323\u0331\u0304\u0326\u032e\u0325\u0330\u0306")
_RARE_LETTERS = frozenset("ḨḩḐḑŢţ")
"""Dots, lines and hooks of transliteration (not of any alphabet that English print keeps)."""


def usual(name: str) -> str:
    """The name as English print has it: "Dhī Qār" as "Dhi Qar", "Al Ḩudaydah" as "Al Hudaydah"; "Köln" stays."""
    parts = unicodedata.normalize("NFD", name)
    if not any(c in _RARE_MARKS for c in parts) and not any(c in _RARE_LETTERS for c in name):
        return name
    kept = (c for c in parts if not unicodedata.combining(c))
    return "".join(kept).replace("‘", "").replace("’", "'").strip("' ")


def english(name: str, aliases: Sequence[str]) -> str:
    """A subdivision's usual English name: its stem in an alias of English make ("Basra Governorate"), else its own."""
    for alias in aliases:
        stem, _, unit = alias.rpartition(" ")
        if stem.isascii() and unit in ("Governorate", "Province", "Region", "Oblast") and " " not in stem.strip():
            return f"{stem} Oblast" if unit == "Oblast" else stem
    return usual(name)


def shortened(name: str, cc: str) -> list[str]:
    """A subdivision's name without its unit ("Laurel County", "County Kerry", "State of Bihar")."""
    words = name.split()
    short = []
    if len(words) > 1 and words[-1].lower() in _UNIT_WORDS:
        short.append(" ".join(words[:-1]))
    if len(words) > 1 and words[0].lower() in _UNIT_WORDS:
        rest = words[2:] if words[1].lower() in ("of", "de", "d'") else words[1:]
        short.append(" ".join(rest))
    if cc == "GB" and name.startswith("Greater "):
        short.append(name.removeprefix("Greater "))
    return [s for s in short if s]


def middle(points: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The middle of the box round the points, the outermost twentieth on each side left out; degrees.

    Towns crowd; the middle of the box lies nearer to the middle of the land than their mean does.
    """
    if not points:
        return None, None
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    if lons[-1] - lons[0] > 180:
        lons = sorted(lon % 360 for lon in lons)
    lat, lon = _between(lats), _between(lons)
    return lat, lon - 360 if lon > 180 else lon


def _between(values: Sequence[float]) -> float:
    cut = len(values) // 40
    inside = values[cut : len(values) - cut] if cut else values
    return (inside[0] + inside[-1]) / 2
