"""From a resolved name to the mention as it goes into the record."""

from __future__ import annotations

from dateline.knowledge.places import Gazetteer
from dateline.knowledge.places.spot import ADMIN1, ADMIN2, COUNTRY, TOWN, Spot
from dateline.model.mentions import Place
from dateline.model.span import Span
from dateline.reading.where.context import Context
from dateline.reading.where.propose import Proposal
from dateline.reading.where.resolve import Resolved
from dateline.reading.where.role import role

_RESOLUTION = {COUNTRY: 1, ADMIN1: 2, ADMIN2: 3, TOWN: 4}
_UNSURE = 0.08
"""Below this probability the best of many places is no answer."""


def describe(resolved: Resolved, context: Context) -> Place:
    """The mention; unresolved where the gazetteer has no such name or none of its places stands out."""
    p = resolved.detected.proposal
    start, part = _part(p, context)
    about = f"role:{role(p, context)} source:{p.source} score:{resolved.detected.score:.2f}"
    if part:
        about += f" part:{part}"
    extracted = {"extracted_place": context.parsed.text[start : p.end], "start": start, "end": p.end}
    if resolved.spot is None:
        return Place(**extracted, why=f"{about} unresolved: not in the gazetteer")  # type: ignore[arg-type]
    if resolved.score < _UNSURE:
        return Place(**extracted, why=f"{about} unresolved: several places, none likelier")  # type: ignore[arg-type]
    about += f" choice:{resolved.score:.2f}" + (" held by the unit that follows" if resolved.held else "")
    return place_of(resolved.spot, context.gazetteer, context.span(start, p.end), why=about)


def place_of(spot: Spot, gazetteer: Gazetteer, words: Span, *, why: str) -> Place:
    """A gazetteer entry as a mention of these words.

    A country or region keeps the gazetteer's point, which stands for the whole; `resolution` says so.
    """
    country = gazetteer.country(spot.cc)
    province = spot if spot.level == ADMIN1 else gazetteer.by_id(spot.admin1) if spot.admin1 else None
    district = spot if spot.level == ADMIN2 else gazetteer.by_id(spot.admin2) if spot.admin2 else None
    feature_class, _, feature_code = spot.feature.partition(".")
    return Place(
        extracted_place=words.text,
        start=words.start,
        end=words.end,
        resolved_place=spot.name,
        geonameid=spot.geonameid,
        lat=spot.lat,
        lon=spot.lon,
        city=spot.name if spot.level == TOWN else None,
        district=district.name if district else None,
        province=province.name if province else None,
        country=country.name if country else None,
        country_code=gazetteer.iso3(spot.cc),
        feature_class=feature_class or None,
        feature_code=feature_code or None,
        resolution=resolution(spot),
        why=why,
    )


def role_of(place: Place) -> str:
    """What the name does where it stands, as `describe` wrote it: place, actor, organisation or modifier (role.py)."""
    why = place.why if isinstance(place.why, str) else ""
    return why.partition("role:")[2].split(" ")[0] or "place"


def resolution(spot: Spot) -> int | None:
    """PLOVER's scale: 1 country, 2 province, 3 district, 4 town, 5 a point in or near one; null for what is larger."""
    if spot.level in _RESOLUTION:
        return _RESOLUTION[spot.level]
    if spot.feature[:1] in ("S", "T", "R", "V") and spot.feature not in ("T.MTS", "T.ISLS", "T.DSRT", "T.PEN"):
        return 5
    return 2 if spot.cc else None


def _part(p: Proposal, context: Context) -> tuple[int, str | None]:
    """Where the mention starts with its word of direction ("southern Iraq"), and that word."""
    before = context.before(p.first)
    if before is None or "direction" not in context.classes(before.i) or before.text[:1].isupper():
        return p.start, None
    return before.start, before.lower
