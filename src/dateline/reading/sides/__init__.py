"""Which side is who: the actors and recipients of an event, chosen among the words near it."""

from dateline.reading.sides.case import SLOTS, Case
from dateline.reading.sides.choice import Sides

__all__ = ["SLOTS", "Case", "Sides"]
