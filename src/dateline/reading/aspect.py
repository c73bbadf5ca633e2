"""Aspect of verbs: whether one tells of what happened, has gone on up to now, or would happen."""

from __future__ import annotations

from typing import Literal

from dateline.reading.parsed import Parsed, Token

Aspect = Literal["perfect", "past perfect", "modal", "going on", "simple", "none"]
_HELPERS: tuple[tuple[Aspect, frozenset[str]], ...] = (
    ("perfect", frozenset({"have", "has", "'ve", "’ve"})),
    ("past perfect", frozenset({"had", "'d", "’d"})),
    ("modal", frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "'ll", "’ll"})),
)


def aspect(parsed: Parsed, token: Token) -> Aspect:
    """Of a verb by its auxiliaries: perfect ("has fired"), past perfect, modal, going on, or simple; "none" of other
    words."""
    if token.pos not in ("VERB", "AUX"):
        return "none"
    helpers = {t.lower for t in parsed.all_children(token.i, "aux")}
    for name, words in _HELPERS:
        if helpers & words:
            return name
    return "going on" if token.tag == "VBG" else "simple"
