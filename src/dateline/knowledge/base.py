"""All knowledge that reading looks things up in. Loaded on first use, once, and passed in; never global."""

from __future__ import annotations

import functools
from pathlib import Path

from dateline.knowledge.actors import Actors
from dateline.knowledge.calendar import Calendar
from dateline.knowledge.cues import Cues
from dateline.knowledge.cues import load as load_cues
from dateline.knowledge.events import Events
from dateline.knowledge.events import load as load_events
from dateline.knowledge.modality import Modality
from dateline.knowledge.modality import load as load_modality
from dateline.knowledge.numbers import NumberWords
from dateline.knowledge.numbers import load as load_numbers
from dateline.knowledge.places import Places


class Knowledge:
    """One property a subject, each loaded by its own module when first asked for.

    `actors_file`: a user's TSV of actors, whose rows win over ours.
    """

    def __init__(self, *, actors_file: Path | None = None) -> None:
        self._actors_file = actors_file

    @functools.cached_property
    def actors(self) -> Actors:
        """Who is who: states, bodies, groups, persons with terms of office, role nouns."""
        return Actors(self._actors_file)

    @functools.cached_property
    def places(self) -> Places:
        """Places: the gazetteer and the words around names of places."""
        return Places()

    @functools.cached_property
    def calendar(self) -> Calendar:
        """Words, rules and named days of time expressions."""
        return Calendar()

    @functools.cached_property
    def events(self) -> Events:
        """The words of events, with the frames that find their parties."""
        return load_events()

    @functools.cached_property
    def numbers(self) -> NumberWords:
        """Number words, vague words, bounds, units and the words that tell what was counted."""
        return load_numbers()

    @functools.cached_property
    def cues(self) -> Cues:
        """The words that show who says something."""
        return load_cues()

    @functools.cached_property
    def modality(self) -> Modality:
        """The words that tell whether an event took place, and those that cast doubt on it."""
        return load_modality()
