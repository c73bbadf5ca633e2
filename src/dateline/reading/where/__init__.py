"""Where: every mention of a place in the article, and which place it is.

`propose` lists the stretches of text that could name a place, `detect` decides which do, `resolve` says which place
each one is, `describe` writes the mention.
"""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.model.mentions import Place
from dateline.reading.parsed import Parsed
from dateline.reading.where.context import Context
from dateline.reading.where.describe import describe
from dateline.reading.where.detect import detect
from dateline.reading.where.phrases import described_places
from dateline.reading.where.propose import propose
from dateline.reading.where.resolve import resolve

__all__ = ["find"]


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[Place, ...]:
    """The places that the article names, in text order, furniture included.

    A mention that is a place by its context but not in the gazetteer stays, unresolved. `why` names the evidence,
    and after "role:" what the name does there: place, actor, organisation or modifier (role.py). Adjectives of
    countries ("Georgian forces") are no places; they only help to tell which Georgia is meant.
    """
    context = Context(parsed, knowledge.places)
    named = resolve(detect(propose(context), context), context)
    mentions = [describe(r, context) for r in named]
    mentions += described_places(named, context)
    return tuple(sorted(mentions, key=lambda p: (p.start or 0, p.end or 0)))
