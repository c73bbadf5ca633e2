"""Who: every phrase of the article that names an actor, and which actor it is."""

from dateline.reading.who.asking import all_at, at, find
from dateline.reading.who.office import as_of

__all__ = ["all_at", "as_of", "at", "find"]
