"""By what means: the mode of an act of violence that its own words do not tell, from the words of its sentence or from
the same word told before."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed

_MEANS = ("suicide-attack", "drone", "explosives", "aerial", "heavy-weapons", "firearms", "primitive")
"""Modes told by the tools named, the more telling first; each has a class of words, `means_` and the mode."""


def with_means(parsed: Parsed, found: Candidate, before: dict[str, tuple[str, ...]], events: Events) -> Candidate:
    """The candidate with a mode where its sentence names the means, or the event was told before with its means.

    `before` keeps the modes of each event word of the article; it is updated.
    """
    if found.event != "ASSAULT":
        return found
    lemma = parsed.tokens[found.trigger[0]].lemma
    mode = found.mode or _named(parsed, found, events) or before.get(lemma, ())
    if _is_targeted(parsed, found, events) and not set(mode).intersection(_INDISCRIMINATE):
        mode = tuple(dict.fromkeys((*mode, "targeted")))
    if mode and parsed.tokens[found.trigger[0]].pos == "NOUN":
        before[lemma] = mode
    return found if mode == found.mode else replace(found, mode=mode)


_INDISCRIMINATE = frozenset({"abduct", "suicide-attack", "explosives", "beat", "sexual", "torture", "crowd-control"})


def _is_targeted(parsed: Parsed, found: Candidate, events: Events) -> bool:
    """Whether one person, by name, was killed."""
    named = [p for p in found.recipients if parsed.tokens[p.head].ent == "PERSON"]
    return len(named) == 1 == len(found.recipients) and any(
        events.is_a(parsed.tokens[i].lemma, "killing") for i in found.trigger
    )


def _named(parsed: Parsed, found: Candidate, events: Events) -> tuple[str, ...]:
    sentence = parsed.sentences[parsed.tokens[found.trigger[0]].sent]
    lemmas = {t.lemma for t in parsed.sentence_tokens(sentence)}
    mode = next((m for m in _MEANS if not lemmas.isdisjoint(events.classes[f"means_{m}"])), None)
    if mode is None:
        return ()
    return (mode, "explosives") if mode == "suicide-attack" else (mode,)
