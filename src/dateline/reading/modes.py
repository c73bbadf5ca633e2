"""By what means, in which form: the modes of events, from the words around each and from what the article tells
elsewhere of the same happening."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from dateline.knowledge import Knowledge
from dateline.knowledge.events import Events
from dateline.model.weights import log_odds
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Features, load_ranker
from dateline.reading.trained import Scores

LEAST = 0.4
"""From this chance on an event has a mode: under one half, where F1 is highest."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_UP = 3
"""How many words above an event tell of its modes, with what hangs on them."""
Weighed = dict[str, float]
Options = dict[str, Weighed]
"""The features of each mode that an event could have, by mode."""


class Modes:
    """Holds the words that speak for modes and what each counts, loaded once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._events, self._weights = knowledge.events, load_ranker("modes")

    def given(self, parsed: Parsed, found: Sequence[Candidate], scores: Scores | None) -> tuple[Candidate, ...]:
        """The candidates, each with the modes that are likely; those they came with are taken for the lexicon's."""
        heard = {e.word: e.modes for e in scores.events} if scores else {}
        return tuple(
            replace(c, mode=tuple(m for m, f in options.items() if self._chance(m, f, _of(c, heard)) >= LEAST))
            for c, options in zip(found, choices(parsed, found, self._events), strict=True)
        )

    def _chance(self, mode: str, features: Features, heard: Mapping[str, float]) -> float:
        return self._weights.probability({**features, **_heard(mode, heard)})


def _of(found: Candidate, heard: Mapping[int, Mapping[str, float]]) -> Mapping[str, float]:
    """What the heads say of the modes at the event's words."""
    return next((heard[t] for t in found.trigger if t in heard), {})


def choices(parsed: Parsed, found: Sequence[Candidate], events: Events) -> Iterator[Options]:
    """For each candidate its options, in the order of modes.tsv; the candidates' own modes are the lexicon's."""
    cues = [_cues(parsed, c, events) for c in found]
    plain = [_plain(c, own) for c, own in zip(found, cues, strict=True)]
    for n, candidate in enumerate(found):
        names = dict.fromkeys(cue.mode for cue in events.modes.get(candidate.event, ()))
        around = _Around(parsed, found, plain, n)
        options: Options = {}
        for mode in names:
            options[mode] = _local(parsed, candidate, mode, cues[n], plain[n], events) | around.features(mode)
        yield options


def _heard(mode: str, chances: Mapping[str, float]) -> Weighed:
    if mode not in chances:
        return {}
    return {"heads": log_odds(chances[mode])}


def _cues(parsed: Parsed, found: Candidate, events: Events) -> dict[str, str]:
    """For each mode that words speak for, the nearest zone where they stand, or the party that does."""
    zones = _zones(parsed, found)
    near: dict[str, str] = {}
    for zone, words in zones.items():
        for cue in events.modes.get(found.event, ()):
            if cue.mode not in near and zone in cue.zones and not words.isdisjoint(cue.words):
                near[cue.mode] = zone
    return near


def _zones(parsed: Parsed, found: Candidate) -> dict[str, set[str]]:
    """The lemmas and words of each zone, the nearest zone first."""
    head = parsed.tokens[found.trigger[0]]
    subjects = {i for s in parsed.all_children(head.i) if s.dep in _SUBJECTS for i in parsed.subtree(s.i)}
    below = set(parsed.subtree(head.i)) - subjects - set(found.trigger)
    above = set(itertools.islice((a.i for a in parsed.ancestors(head.i)), _UP))
    sentence = parsed.sentences[head.sent]
    tokens = {
        "word": found.trigger,
        "actor": [p.head for p in found.actors],
        "recipient": [p.head for p in found.recipients],
        "subject": subjects,
        "below": below,
        "above": above.union(*(parsed.children[a] for a in above)),
        "sentence": range(sentence.first, sentence.last),
    }
    return {name: _forms(parsed, numbers) for name, numbers in tokens.items()}


def _forms(parsed: Parsed, numbers: Collection[int]) -> set[str]:
    return {form for i in numbers for form in (parsed.tokens[i].lemma, parsed.tokens[i].lower)}


def _plain(found: Candidate, cues: Mapping[str, str]) -> frozenset[str]:
    """The modes that the event's own words tell."""
    return frozenset(found.mode) | {m for m, zone in cues.items() if zone in ("word", "below")}


def _local(
    parsed: Parsed, found: Candidate, mode: str, cues: Mapping[str, str], plain: frozenset[str], events: Events
) -> Weighed:
    """What the event's own sentence says of a mode."""
    kind, zone = f"{found.event}/{mode}", cues.get(mode, "nowhere")
    said = "says" if mode in found.mode else "says another" if found.mode else "says none"
    token = parsed.tokens[found.trigger[0]]
    entry = _of_word(token.lemma, found.event, events)
    features = {
        kind: 1.0,
        f"lexicon {said}": 1.0,
        f"{kind}: lexicon {said}": 1.0,
        f"{found.event}: lexicon {said}": 1.0,
        f"cue {zone}": 1.0,
        f"{found.event}: cue {zone}": 1.0,
        f"{kind}: cue {zone}": 1.0,
        "words tell another": float(bool(plain - {mode})),
        "word can mean it": float(mode in entry),
        "word always means it": float(entry == {mode}),
        f"{found.event}: all cues": float(len(cues)),
        f"{kind}: {token.pos}": 1.0,
    }
    features.update({f"{kind} with {other}": 1.0 for other in plain if other != mode})
    return features | _victims(parsed, found, kind, events)


def _of_word(lemma: str, event: str, events: Events) -> set[str]:
    entries = (row for pos in "vna" for row in events.entries.get((pos, lemma), ()) if row.event == event)
    return {mode for row in entries for mode in (row.mode or ("",))}


def _victims(parsed: Parsed, found: Candidate, kind: str, events: Events) -> Weighed:
    """Whom it was done to: one person by name, several, nobody named."""
    named = [p for p in found.recipients if parsed.tokens[p.head].ent == "PERSON"]
    fatal = any(events.is_a(parsed.tokens[t].lemma, "killing") for t in found.trigger)
    return {
        f"{kind}: killing": float(fatal),
        f"{kind}: one named killed": float(fatal and len(named) == 1 == len(found.recipients)),
        f"{kind}: one named": float(len(named) == 1 == len(found.recipients)),
        f"{kind}: recipients": float(bool(found.recipients)),
        f"{kind}: actors": float(bool(found.actors)),
    }


class _Around:
    """What the article's other events of the same type tell of a mode, seen from one of them."""

    def __init__(self, parsed: Parsed, found: Sequence[Candidate], plain: Sequence[frozenset[str]], at: int) -> None:
        here = found[at]
        self._kind = here.event
        self._silent = "" if plain[at] else ", own words silent"
        others = [n for n, c in enumerate(found) if n != at and c.event == here.event]
        self._told = [plain[n] for n in others if plain[n]]
        lemma = parsed.tokens[here.trigger[0]].lemma
        self._alike = [plain[n] for n in others if parsed.tokens[found[n].trigger[0]].lemma == lemma]
        victims = {parsed.tokens[p.head].lemma for p in here.recipients}
        self._same_victims = [
            plain[n] for n in others if victims & {parsed.tokens[p.head].lemma for p in found[n].recipients}
        ]
        near = sorted(others, key=lambda n: abs(found[n].trigger[0] - here.trigger[0]))
        self._nearest = next((plain[n] for n in near if plain[n]), frozenset())
        self._first = next((plain[n] for n in others if n < at and plain[n]), frozenset())
        self._pointing = any(k.lower in _POINTING for k in parsed.all_children(here.trigger[0], "det"))

    def features(self, mode: str) -> Weighed:
        """Shares and signs, apart for an event whose own words tell no mode."""
        return {
            f"share of the article{self._silent}": _share(self._told, mode),
            f"{self._kind}/{mode}: share of the article{self._silent}": _share(self._told, mode),
            f"first has it{self._silent}": float(mode in self._first),
            f"pointing, first has it{self._silent}": float(mode in self._first and self._pointing),
            f"{self._kind}: first has it{self._silent}": float(mode in self._first),
            f"{self._kind}: nearest has it{self._silent}": float(mode in self._nearest),
            f"nearest has it{self._silent}": float(mode in self._nearest),
            f"same word has it{self._silent}": _share(self._alike, mode),
            f"same recipients have it{self._silent}": _share(self._same_victims, mode),
        }


def _share(told: Sequence[frozenset[str]], mode: str) -> float:
    return sum(mode in t for t in told) / len(told) if told else 0.0
