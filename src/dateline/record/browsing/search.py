"""One word asked of everything: events, actors, places, articles."""

from __future__ import annotations

from msgspec import Struct

from dateline.record.ask import Filters
from dateline.record.browsing import articles, listing, overview, people
from dateline.record.browsing.pages import Asked
from dateline.record.browsing.view import View

_EACH = 8


class Found(Struct, frozen=True, kw_only=True):
    """What was found, a few of each kind."""

    events: tuple[listing.Row, ...]
    actors: tuple[people.Known, ...]
    places: tuple[overview.Spot, ...]
    articles: tuple[articles.Printed, ...]


def of(view: View, q: str) -> Found:
    """What holds the words `q`: sentences of events; or what is named so in part: actors, places, titles."""
    few = Asked(_EACH)
    return Found(
        events=listing.page(view, Filters(text=q), "-date", few).items,
        actors=people.page(view, people.Wanted(q=q), few).items,
        places=_places(view, q),
        articles=articles.page(view, articles.Sought(text=q), few).items,
    )


def _places(view: View, q: str) -> tuple[overview.Spot, ...]:
    chosen = view.chosen()
    with view.looking() as db:
        shown = chosen.shown(chosen.fits(db, Filters(place=q)))
    return overview.places(chosen.columns, shown, _EACH)
