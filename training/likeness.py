"""When a chosen slot is right: the rules by which coded articles are scored."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from dateline.model.mentions import Entity, Figure, Place
from dateline.reading.attach.dates import DateChoice

_EMPTY = re.compile(
    r"the|an?|of|and|in|on|at|to|for|by|with|from|its|his|her|their|s|new|own|several|some|many|two|three|people|former|said"
)


def words(text: str | None) -> set[str]:
    """The telling words of a name: folded, without accents."""
    folded = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("u.s.", "us")
    return {word for word in re.findall(r"[a-z0-9]+", plain) if not _EMPTY.fullmatch(word)}


def same_party(wanted: dict[str, Any], entity: Entity | None) -> bool:
    """A shared word of the names, or the same country and sector."""
    if entity is None:
        return False
    if (words(entity.entity_text) | words(entity.identifier_text)) & (
        words(wanted["text"]) | words(wanted.get("name"))
    ):
        return True
    sector = wanted.get("sector")
    fits = sector in entity.sector if sector else not entity.sector
    return bool(wanted.get("country")) and wanted["country"] == entity.code and fits


def same_date(wanted: list[str] | None, choice: DateChoice) -> bool:
    """Both unknown; or half of their union shared; or both within three days and meeting."""
    if wanted is None or choice.date is None:
        return wanted is None and choice.date is None
    return same_days((wanted[0], wanted[1]), (choice.date, choice.enddate or choice.date))


def same_days(wanted: tuple[str, str], chosen: tuple[str, str]) -> bool:
    """Half of their union shared; or both within three days and meeting."""
    a0, a1, b0, b1 = (dt.date.fromisoformat(day[:10]).toordinal() for day in (*wanted, *chosen))
    shared, union = min(a1, b1) - max(a0, b0) + 1, max(a1, b1) - min(a0, b0) + 1
    return shared > 0 and (shared / union >= 0.5 or (a1 - a0 <= 2 and b1 - b0 <= 2))


def same_place(wanted: dict[str, Any] | None, place: Place | None) -> bool:
    """Both unknown; or the same country and a shared word of the names."""
    if not wanted or place is None:
        return not wanted and place is None
    if wanted.get("country") != place.country_code:
        return False
    names = words(wanted.get("name")) | words(wanted.get("text"))
    return not names or bool(names & (words(place.resolved_place) | words(place.extracted_place)))


def same_figure(wanted: dict[str, Any], figure: Figure) -> bool:
    """The same kind and bounds."""
    return (wanted["kind"], wanted.get("low"), wanted.get("high")) == (figure.kind, figure.low, figure.high)
