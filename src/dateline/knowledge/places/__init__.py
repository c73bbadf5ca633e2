"""Places: the gazetteer (GeoNames, airports, our own additions) and the words around names of places."""

from __future__ import annotations

import functools

from dateline.knowledge.places import weights
from dateline.knowledge.places.build import Progress
from dateline.knowledge.places.gazetteer import Gazetteer, open_gazetteer
from dateline.knowledge.places.spot import Spot
from dateline.knowledge.places.store import gazetteer_path
from dateline.knowledge.places.words import Words

__all__ = ["Gazetteer", "Places", "Progress", "Spot", "open_gazetteer"]


class Places:
    """All that is known of places; the gazetteer is opened (and at the very first use built) when first asked for."""

    def __init__(self) -> None:
        self.words = Words()
        self.progress: Progress | None = None
        """Told the steps where the gazetteer has to be built: set it before the first look."""

    @property
    def is_ready(self) -> bool:
        """Whether the gazetteer is built: False means that the first look takes some ten seconds."""
        return gazetteer_path().exists()

    @functools.cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        return open_gazetteer(self.progress)

    @functools.cached_property
    def detection(self) -> dict[str, float]:
        """Weights: is a name, where it stands, meant as a place?"""
        return weights.load("detection")

    @functools.cached_property
    def ranking(self) -> dict[str, float]:
        """Weights: which of the places of that name is meant?"""
        return weights.load("ranking")
