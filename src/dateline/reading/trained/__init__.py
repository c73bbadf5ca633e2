"""The trained part of reading: small heads on one shared encoder. Leave it out and the rules still read."""

from __future__ import annotations

from dateline.reading.trained.heads import Heads, Thresholds
from dateline.reading.trained.scores import ClaimScores, EventScores, Filler, Role, Scores
from dateline.reading.trained.words import Words, words_of

__all__ = ["ClaimScores", "EventScores", "Filler", "Heads", "Role", "Scores", "Thresholds", "Words", "words_of"]
