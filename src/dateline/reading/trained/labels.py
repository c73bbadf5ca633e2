"""The labels of the trained heads, and which columns of the network's output are whose."""

from __future__ import annotations

from msgspec import Struct

EVENT_ROLES = ("actor", "recipient", "place", "figure", "source", "date")
CLAIM_ROLES = ("claim source", "claim content")
CUE_TAGS = ("outside", "begins", "goes on")
WHENS = ("named", "recent", "elsewhere", "unknown")
"""Where the day of an event is told: by words of its sentence; nowhere, but it is news of the last days; elsewhere."""
WHERES = ("named", "elsewhere", "unknown")
"""Where the place of an event is told: by words of its sentence, elsewhere in the article, nowhere."""


class Labels(Struct, frozen=True):
    """What training wrote down beside the weights. `width` is the length of the vectors that are compared for a role,
    `names` the values of the pair features that have a weight of their own."""

    types: list[str]
    statuses: list[str]
    modes: list[str]
    roles: list[str]
    width: int
    names: dict[str, list[str]]
    whens: list[str] = []
    wheres: list[str] = []

    def columns(self) -> dict[str, slice]:
        """The columns of the network's output for one word."""
        roles = len(self.roles)
        sizes = {
            "type": len(self.types) + 1,
            "cue": len(CUE_TAGS),
            "status": len(self.statuses),
            "hedged": 1,
            "mode": len(self.modes),
            "when": len(self.whens),
            "where": len(self.wheres),
            "bias": roles,
            "nobody": roles,
            "query": roles * self.width,
            "key": roles * self.width,
        }
        found, at = {}, 0
        for name, size in sizes.items():
            found[name] = slice(at, at + size)
            at += size
        return found

    def total(self) -> int:
        """The number of columns."""
        return int(self.columns()["key"].stop)
