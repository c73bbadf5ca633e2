"""What speaks for one of the places of a name: named features, weighed by `ranking.tsv`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dateline.knowledge.places.names import fold
from dateline.knowledge.places.spot import COUNTRY, TOWN, Spot
from dateline.reading.where.context import Context
from dateline.reading.where.frames import holds
from dateline.reading.where.near import Support

if TYPE_CHECKING:
    from dateline.reading.where.resolve import Name


RENOWNED = "known by the bare name"


def own(spot: Spot, name: Name, context: Context) -> list[str]:
    """Features of the place itself and of the words beside the name."""
    top = max(s.population for s in name.spots)
    rank = sum(s.population > spot.population for s in name.spots)
    found = [
        f"size={_half_decades(spot.population)}",
        f"short of the largest={_half_decades(top) - _half_decades(spot.population)}",
        f"rank={min(rank, 4)}",
        f"level={spot.level}",
        f"level={spot.level} match={spot.match}",
        f"match={spot.match} size={_half_decades(spot.population) // 2}",
        f"code={spot.feature}",
    ]
    words = {context.parsed.text[d.proposal.start : d.proposal.end].lower() for d in name.mentions}
    if spot.level == TOWN and spot.match < 2 and _is_renowned(spot, words, context):
        found.append(RENOWNED)
    if spot.name.lower() in words:
        found.append(f"spelt so level={spot.level}")
    if name.units:
        found.append("in its container" if any(holds(u, spot) for u in name.units) else "not in its container")
    found += _cues(spot, name, context)
    if spot.cc in context.adjectives:
        found.append("country's adjective in the article")
    return found


def _is_renowned(spot: Spot, words: set[str], context: Context) -> bool:
    known = context.words.renowned
    return any(known.get(fold(word)) == spot.cc for word in words)


def company(h: Support, spot: Spot) -> list[str]:
    """Features of what the other names of the article do for the place; nothing is near a whole country."""
    if not h.names:
        return ["no other names"]
    share = f"country share={round(4 * h.country / h.names)}"
    if spot.level == COUNTRY:
        return [f"a country: {share}", f"a country: country names={_steps(h.country)}"]
    size = f"size={_half_decades(spot.population) // 2}"
    return [
        f"near={_steps(h.near)}",
        f"near={_steps(h.near)} {size}",
        f"near={_steps(h.near)} level={spot.level}",
        share,
        f"{share} {size}",
        f"country names={_steps(h.country)}",
        f"province names={_steps(h.province)}",
        f"province names={_steps(h.province)} level={spot.level}",
        f"state named={round(2 * h.state)}",
        f"holder named={round(2 * h.holder)}",
    ]


def _cues(spot: Spot, name: Name, context: Context) -> list[str]:
    """ "the city of X" is a town, "X State" is none; a name in a dateline's capitals is mostly a town."""
    found = set()
    for d in name.mentions:
        p = d.proposal
        unit = context.before(p.first - 1) if p.first > 1 else None
        of = context.before(p.first)
        word = unit.lower if unit and of and of.lower == "of" and "unit" in context.classes(unit.i) else None
        after = context.after(p.last)
        if word is None and after is not None and "unit" in context.classes(after.i) and after.text.islower():
            word = after.lower
        if word in ("city", "town", "village", "municipality", "suburb", "capital"):
            found.add(f"cue=town level={spot.level}")
        elif word is not None:
            found.add(f"cue=unit level={spot.level}")
        if context.tokens[p.first].text.isupper() and len(context.tokens[p.first].text) > 3:
            found.add(f"capitals level={spot.level}")
    return sorted(found)


def _half_decades(number: int) -> int:
    return int(2 * math.log10(number + 1))


def _steps(value: float) -> str:
    for limit in (0.05, 0.2, 0.5, 1.0, 2.0, 4.0):
        if value < limit:
            return f"<{limit}"
    return "4+"
