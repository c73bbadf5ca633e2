"""Reviewed data files by subject (actors, places, events, cues), one loader each; looked up, never scanned."""

from dateline.knowledge.base import Knowledge

__all__ = ["Knowledge"]
