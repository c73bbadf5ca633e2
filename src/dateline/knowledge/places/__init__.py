"""Places: the gazetteer (GeoNames, airports, our own additions) and the words around names of places."""

from __future__ import annotations

import functools

from dateline.knowledge.places import weights
from dateline.knowledge.places.gazetteer import Gazetteer, open_gazetteer
from dateline.knowledge.places.spot import Spot
from dateline.knowledge.places.words import Words

__all__ = ["Gazetteer", "Places", "Spot", "open_gazetteer"]


class Places:
    """All that is known of places; the gazetteer is opened (and at the very first use built) when first asked for."""

    def __init__(self) -> None:
        self.words = Words()

    @functools.cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        return open_gazetteer()

    @functools.cached_property
    def detection(self) -> dict[str, float]:
        """Weights: is a name, where it stands, meant as a place?"""
        return weights.load("detection")

    @functools.cached_property
    def ranking(self) -> dict[str, float]:
        """Weights: which of the places of that name is meant?"""
        return weights.load("ranking")
