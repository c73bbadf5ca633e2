"""Which actor, recipient, date, place, figure and source belongs to which event."""

from dateline.reading.attach.assemble import Attacher

__all__ = ["Attacher"]
