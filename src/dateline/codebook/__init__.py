"""The codebook (PLOVER) and its crosswalks as data. May import `model` only."""

from dateline.codebook.book import Codebook, EventType, Mode, Quad, Ruling
from dateline.codebook.crosswalks import Crosswalk, Row
from dateline.codebook.loading import crosswalk, crosswalk_names, load, names

__all__ = [
    "Codebook",
    "Crosswalk",
    "EventType",
    "Mode",
    "Quad",
    "Row",
    "Ruling",
    "crosswalk",
    "crosswalk_names",
    "load",
    "names",
]
