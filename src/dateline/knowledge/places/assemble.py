"""Brings the sources of the gazetteer together: which places there are, and which names lead to which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from dateline.knowledge.places import own, sources
from dateline.knowledge.places.entry import Entry, Known
from dateline.knowledge.places.names import fold_now, is_latin, without_article
from dateline.knowledge.places.shapes import english, middle, shortened, usual
from dateline.knowledge.places.spot import ADMIN1, ADMIN2, COUNTRY, OTHER, TOWN

_CITY_IDS = 100_000
_AIRPORT_IDS = 500_000
_OWN_IDS = 600_000
_SUBDIVISION_IDS = 1_000
_CONTINENT_IDS = 900


class Book:
    """The gazetteer in the making. `names` maps (key, place) to how well the name fits: the least number wins."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.names: dict[tuple[str, int], int] = {}
        self.countries: list[tuple[str, str, int, str, str]] = []
        self.by_geonameid: dict[int, Entry] = {}
        self.chain: dict[int, list[int]] = {}

    def add(self, entry: Entry) -> None:
        """A new place, under its own name."""
        self.entries.append(entry)
        if entry.geonameid is not None and entry.geonameid not in self.by_geonameid:
            self.by_geonameid[entry.geonameid] = entry
        self.call(entry.name, entry.id, 0)

    def call(self, name: str, place: int, match: int) -> None:
        """Lets `name` lead to `place`."""
        key = fold_now(name)
        if len(key) < 2:
            return
        self._lead(key, place, match)
        bare = without_article(key)
        if bare:
            self._lead(bare, place, max(match, 1))

    def _lead(self, key: str, place: int, match: int) -> None:
        at = (key, place)
        if self.names.get(at, 9) > match:
            self.names[at] = match


def steps() -> tuple[tuple[str, Callable[[Book], None]], ...]:
    """The steps in order, each with what to tell the user."""
    return (
        ("countries", _countries),
        ("subdivisions", _subdivisions),
        ("cities and towns", _cities),
        ("points of subdivisions", _points),
        ("airports", _airports),
        ("continents", _continents),
        ("own additions", _own),
    )


def _countries(book: Book) -> None:
    usual_names = own.countries()
    for number, (cc, row) in enumerate(sorted(sources.countries().items()), 1):
        ours = usual_names.get(cc)
        name, lat, lon, aliases = ours or (row.name, None, None, ())
        book.add(Entry(number, name, COUNTRY, "A.PCLI", lat, lon, row.population, cc, geonameid=row.geonameid or None))
        for alias in (row.name, *aliases):
            book.call(alias, number, 0)
        book.countries.append((cc, row.iso3, number, row.capital, row.neighbours))
    ids = {c[0]: c[2] for c in book.countries}
    for cc, names in sources.country_aliases():
        for alias in names:
            if cc in ids and is_latin(alias) and len(alias) > 3:
                book.call(alias, ids[cc], 1)


def _subdivisions(book: Book) -> None:
    for row in sources.subdivisions():
        level = ADMIN1 if row.level < 2 else ADMIN2
        place = _SUBDIVISION_IDS + row.number
        parent = _SUBDIVISION_IDS + row.parent if row.parent else 0
        feature = "A.ADM1" if row.level == 1 else "A.ADM2" if row.level == 2 else "A.ADMD"
        latin = next((n for n in (row.name, *row.aliases) if is_latin(n)), row.name)
        known = {"admin1": parent, "geonameid": row.geonameid}
        book.add(Entry(place, english(latin, row.aliases), level, feature, None, None, 0, row.cc, **known))  # type: ignore[arg-type]
        for alias in (row.name, *row.aliases):
            if is_latin(alias):
                book.call(alias, place, 1)
        for short in shortened(latin, row.cc):
            book.call(short, place, 2)


def _cities(book: Book) -> None:
    chains = sources.city_subdivisions()
    levels = {e.id: e.level for e in book.entries}
    capitals = {c[0]: fold_now(c[3]) for c in book.countries}
    for number, row in enumerate(sources.cities().values()):
        place = _CITY_IDS + number
        own_chain = [_SUBDIVISION_IDS + n for n in chains.get(row.geonameid, ())]
        admin = {levels[n]: n for n in own_chain}
        code = "P.PPLC" if fold_now(row.name) == capitals.get(row.countrycode) and row.population > 5000 else "P.PPL"
        entry = Entry(place, usual(row.name), TOWN, code, row.latitude, row.longitude, row.population, row.countrycode)
        entry.admin1, entry.admin2 = admin.get(ADMIN1, 0), admin.get(ADMIN2, 0)
        entry.geonameid = row.geonameid
        book.add(entry)
        for alias in row.alternatenames:
            if _usable(alias):
                book.call(alias, place, 1)


def _usable(alias: str) -> bool:
    """Not codes ("IEV"), transliterations back from other scripts ("kyyf"), nor two-letter names."""
    return len(alias) > 3 and alias[0].isupper() and is_latin(alias) and not (alias.isupper() and len(alias) < 5)


def _points(book: Book) -> None:
    """A subdivision's point is the middle of its towns, its population theirs together; ours overrule both."""
    towns: dict[int, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        for unit in (entry.admin1, entry.admin2):
            if entry.level == TOWN and unit:
                towns[unit].append(entry)
    for entry in book.entries:
        if entry.level in (ADMIN1, ADMIN2):
            inside = towns.get(entry.id, [])
            entry.population = sum(t.population for t in inside)
            entry.lat, entry.lon = middle([(t.lat, t.lon) for t in inside if t.lat is not None and t.lon is not None])
    for geonameid, lat, lon in own.points():
        unit_ = book.by_geonameid.get(geonameid)
        if unit_ is not None:
            unit_.lat, unit_.lon = lat, lon


def _airports(book: Book) -> None:
    known = {c[0] for c in book.countries}
    for number, row in enumerate(sources.airports()):
        base = any(word in row.name for word in ("Air Base", "Air Force", "Airbase", "Naval", "Army"))
        place, code = _AIRPORT_IDS + number, "S.AIRB" if base else "S.AIRP"
        if row.cc not in known:
            continue
        name = row.name if base or "port" in row.name or "field" in row.name.lower() else f"{row.name} Airport"
        book.add(
            Entry(place, name, OTHER, code, row.lat, row.lon, 20_000 if "International" in name else 1_000, row.cc)
        )
        for alias in _airport_names(name, row.city):
            book.call(alias, place, 2)


def _airport_names(name: str, city: str) -> list[str]:
    if "Air" in name and "Base" in name:
        stem = name.split(" Air")[0]
        return [f"{stem} {kind}" for kind in ("Air Base", "Airbase", "base", "air force base", "military base")]
    names = [f"{city} {kind}" for kind in ("airport", "international airport")] if city else []
    return [*names, name.replace(" International", ""), name.split(" International")[0] + " airport"]


def _continents(book: Book) -> None:
    for number, (name, geonameid, lat, lon) in enumerate(sources.continents()):
        book.add(Entry(_CONTINENT_IDS + number, name, OTHER, "L.CONT", lat, lon, 50_000_000, "", geonameid=geonameid))


def _own(book: Book) -> None:
    known = Known(book.entries, book.names)
    for number, row in enumerate(own.additions()):
        entry = known.same(row)
        if entry is None:
            given = (row.level, row.feature, row.lat, row.lon, row.weight, row.cc)
            entry = Entry(_OWN_IDS + number, row.name, *given)
            book.add(entry)
        else:
            entry.name = row.name
            if entry.level == ADMIN1:
                entry.lat, entry.lon = row.lat, row.lon
            entry.population = max(entry.population, row.weight)
            book.call(row.name, entry.id, 0)
        for alias in row.aliases:
            book.call(alias, entry.id, 0)
