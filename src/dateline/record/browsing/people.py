"""The actors of a record: how often each acts and is acted upon, by what words, with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import sqlalchemy as sa
from msgspec import Struct

from dateline.model.document import Event
from dateline.model.mentions import Entity
from dateline.record import rows
from dateline.record.ask import Filters
from dateline.record.browsing import listing, tallies
from dateline.record.browsing.choosing import Chosen
from dateline.record.browsing.columns import Columns, Sort, Truth, Whole
from dateline.record.browsing.pages import Asked, BadCursor, Page, packed, unpacked
from dateline.record.browsing.sides import Sides, parted
from dateline.record.browsing.view import View
from dateline.record.counts import Count
from dateline.record.tables import EVENT

_LOOKED_AT = 400
"""Mentions of an actor of which the words are looked at."""
_WITH = 50
"""Other actors that are listed beside one."""


class Known(Struct, frozen=True, kw_only=True):
    """An actor and its events: `as_actor` and `as_recipient` may both count one event."""

    name: str
    code: str | None
    sector: tuple[str, ...]
    id: str | None
    events: int
    as_actor: int
    as_recipient: int


class Fellow(Struct, frozen=True, kw_only=True):
    """Another actor: in so many events the one did something to it, in so many it did something to the one."""

    name: str
    code: str | None
    did: int
    suffered: int


class Person(Struct, frozen=True, kw_only=True, rename={"others": "with"}):
    """An actor, the words that name it in the record, its events by type, and with whom it has to do."""

    name: str
    code: str | None
    sector: tuple[str, ...]
    id: str | None
    aliases: tuple[str, ...]
    as_actor: tuple[Count, ...]
    as_recipient: tuple[Count, ...]
    others: tuple[Fellow, ...]
    list: Page[listing.Row]


class Wanted(Struct, frozen=True):
    """Which actors: `q` part of the name, `country` the code, `sector` a PLOVER sector."""

    q: str | None = None
    country: str | None = None
    sector: str | None = None


def page(view: View, wanted: Wanted, asked: Asked | None = None) -> Page[Known]:
    """The actors of the record, those of most events first."""
    asked = asked or Asked()
    chosen = view.chosen()
    with view.looking() as db:
        sides = chosen.sides(db)
        found = _matching(sides, wanted)
        events = _events(chosen.columns, sides)
        order = np.lexsort((found, -events[found]))
        found = found[order]
        total = len(found)
        if asked.cursor is not None:
            found = found[_after(sides, events[found], found, asked.cursor)]
        some = found[: asked.limit].tolist()
        last = packed(int(events[some[-1]]), sides.who.values[some[-1]]) if len(found) > asked.limit else None
        known = tuple(_known(db, chosen.columns, sides, some))
    return Page(known, last, total)


def _after(sides: Sides, events: Whole, names: Whole, cursor: str) -> Truth:
    count, name = unpacked(cursor, 2)
    if not isinstance(count, int | float) or not isinstance(name, str):
        raise BadCursor()
    after: Truth = (events < count) | ((events == count) & (names > sides.who.place_of(name)))
    return after


def _matching(sides: Sides, wanted: Wanted) -> Whole:
    """The codes of the names that fit."""
    fits = np.ones(len(sides.row), np.bool_)
    for column, value in ((sides.code, wanted.country), (sides.sector, wanted.sector)):
        if value is not None:
            fits &= column.codes == column.place_of(value.upper())
    names = np.flatnonzero(np.bincount(sides.who.codes[fits], minlength=1))
    if wanted.q:
        part = wanted.q.casefold()
        names = np.array([n for n in names.tolist() if part in parted(sides.who.values[n])[0]], np.int64)
    return names


def _events(columns: Columns, sides: Sides, which: Truth | None = None) -> Whole:
    """For each name in how many events it stands; of the parties `which` only."""
    which = np.ones(len(sides.row), np.bool_) if which is None else which
    return tallies.events_of(columns.link_of[sides.row[which]], sides.who.codes[which], len(sides.who.values))


def _known(db: sa.Connection, columns: Columns, sides: Sides, names: list[int]) -> Iterator[Known]:
    total, acting, suffering = (_events(columns, sides, w) for w in (None, sides.acts, ~sides.acts))
    spelled = spellings(db, columns, sides, names)
    for name in names:
        entity = spelled[name]
        yield Known(
            name=entity.called, code=entity.code, sector=entity.sector, id=entity.identifier_id,
            events=int(total[name]), as_actor=int(acting[name]), as_recipient=int(suffering[name]),
        )  # fmt: skip


def spellings(db: sa.Connection, columns: Columns, sides: Sides, names: Iterable[int]) -> dict[int, Entity]:
    """An entity of each name: how it is written, its code and its id."""
    wanted = list(names)
    numbers = {n: int(columns.number[sides.row[sides.first[n]]]) for n in wanted}
    read = events(db, numbers.values())
    found = {}
    for n in wanted:
        event, (name, code) = read.get(numbers[n]), parted(sides.who.values[n])
        same = (e for e in (*event.actor, *event.recipient) if _is(e, name, code)) if event else ()
        found[n] = next(iter(same), Entity(entity_text=name, code=code))
    return found


def _is(entity: Entity, name: str, code: str | None) -> bool:
    return entity.code == code and entity.called.casefold() == name


def events(db: sa.Connection, numbers: Iterable[int]) -> dict[int, Event]:
    """Events as read, by their numbers."""
    query = sa.select(EVENT.c.number, EVENT.c.link, EVENT.c.body).where(EVENT.c.number.in_(list(numbers)))
    return {row["number"]: rows.event(dict(row)) for row in db.execute(query).mappings()}


def of(
    view: View, who: tuple[str, str | None], filters: Filters, sort: Sort = "-date", asked: Asked | None = None
) -> Person | None:
    """One actor in the events that fit; None where the record has no such actor.

    `who` is its name, in whatever case, and its code; without a code, all actors of this name are taken together.
    """
    chosen = view.chosen()
    with view.looking() as db:
        sides = chosen.sides(db)
        its = sides.named(*who)
        if not its.any():
            return None
        fits = chosen.fits(db, filters)
        return _person(
            db, chosen, its & fits[sides.row], _most_frequent(sides.who.codes[its]), (sort, asked or Asked())
        )


def _most_frequent(codes: Whole) -> int:
    return int(np.bincount(codes).argmax())


def _person(db: sa.Connection, chosen: Chosen, its: Truth, name: int, how: tuple[Sort, Asked]) -> Person:
    columns, sides = chosen.columns, chosen.sides(db)
    entity = spellings(db, columns, sides, [name])[name]
    mask = np.zeros(len(columns), np.bool_)
    mask[sides.row[its]] = True
    return Person(
        name=entity.called, code=entity.code, sector=entity.sector, id=entity.identifier_id,
        aliases=_aliases(db, columns, sides, its),
        as_actor=_types(columns, sides.row[its & sides.acts]),
        as_recipient=_types(columns, sides.row[its & ~sides.acts]),
        others=_others(db, chosen, its, name),
        list=listing.listed(db, columns, chosen.shown(mask), *how),
    )  # fmt: skip


def _types(columns: Columns, found: Whole) -> tuple[Count, ...]:
    mask = np.zeros(len(columns), np.bool_)
    mask[found] = True
    return tallies.facet(columns, "type", mask, _WITH)


def _aliases(db: sa.Connection, columns: Columns, sides: Sides, its: Truth) -> tuple[str, ...]:
    """The words of the texts, the most used first."""
    found = sides.row[its][:_LOOKED_AT]
    whos = {parted(sides.who.values[n]) for n in set(sides.who.codes[its].tolist())}
    used = Counter(
        e.entity_text
        for event in events(db, columns.number[found].tolist()).values()
        for e in (*event.actor, *event.recipient)
        if (e.called.casefold(), e.code) in whos
    )
    return tuple(words for words, _ in used.most_common())


def _others(db: sa.Connection, chosen: Chosen, its: Truth, name: int) -> tuple[Fellow, ...]:
    columns, sides = chosen.columns, chosen.sides(db)
    actors, recipients = sides.pairs
    size = len(sides.who.values)
    both = []
    for mine, other in ((actors, recipients), (recipients, actors)):
        theirs = other[its[mine] & (sides.who.codes[other] != name)]
        both.append(tallies.events_of(columns.link_of[sides.row[theirs]], sides.who.codes[theirs], size))
    most = np.argsort(-(both[0] + both[1]), kind="stable")[:_WITH]
    names = [n for n in most.tolist() if both[0][n] + both[1][n]]
    spelled = spellings(db, columns, sides, names)
    return tuple(
        Fellow(name=e.called, code=e.code, did=int(both[0][n]), suffered=int(both[1][n])) for n, e in spelled.items()
    )
