"""The words that show who says something: verbs and nouns by frame, adverbs, phrases, stances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dateline.knowledge.tables import rows


class Cue(Struct, frozen=True):
    """A word as cue in one frame: the stance it shows, and how surely: strong, fair or weak (see verbs.tsv)."""

    stance: str
    strength: str


class Phrase(Struct, frozen=True):
    """A phrase that names a source: its words in lower case ("*": the source), where the source stands, the stance."""

    words: tuple[str, ...]
    source: str
    stance: str


class Act(Struct, frozen=True):
    """What one says of a deed as one's own ("claim responsibility for"): behind which prepositions the deed stands."""

    prepositions: frozenset[str]
    stance: str


class Stance(Struct, frozen=True):
    """`kind` is report, act or attitude; `negated` the stance where the cue is negated."""

    kind: str
    negated: str


class Cues(Struct, frozen=True):
    """Verbs, nouns and adjectives by lemma and frame; adverbs by word; phrases; acts by verb and noun; stances.
    `addressing` are the verbs whose object is told something ("told reporters"), by lemma."""

    verbs: Mapping[str, Mapping[str, Cue]]
    nouns: Mapping[str, Mapping[str, Cue]]
    adjectives: Mapping[str, Mapping[str, Cue]]
    adverbs: Mapping[str, str]
    phrases: tuple[Phrase, ...]
    acts: Mapping[tuple[str, str], Act]
    addressing: frozenset[str]
    stances: Mapping[str, Stance]

    def is_report(self, stance: str) -> bool:
        """Whether a source with this stance says that something is or is not so (rather than wants or feels it)."""
        known = self.stances.get(stance)
        return known is not None and known.kind == "report"


_TELLING = "sayto"
"""The class of verbs that tell somebody something."""


def load() -> Cues:
    """Reads the tables of `data/cues`."""
    classes = {row["class"]: tuple(row["frames"].split()) for row in rows("cues/frames.tsv")}
    return Cues(
        verbs=_by_frame(rows("cues/verbs.tsv"), classes),
        nouns=_by_frame(rows("cues/nouns.tsv"), classes),
        adjectives=_by_frame(rows("cues/adjectives.tsv"), classes),
        adverbs={row["words"]: row["stance"] for row in rows("cues/adverbs.tsv")},
        phrases=tuple(
            Phrase(tuple(row["words"].split()), row["source"], row["stance"]) for row in rows("cues/phrases.tsv")
        ),
        acts={
            (row["verb"], row["noun"]): Act(frozenset(row["prepositions"].split()), row["stance"])
            for row in rows("cues/acts.tsv")
        },
        addressing=frozenset(row["lemma"] for row in rows("cues/verbs.tsv") if _TELLING in row["frames"].split()),
        stances={row["stance"]: Stance(row["kind"], row["negated"]) for row in rows("cues/stances.tsv")},
    )


def _by_frame(table: Iterable[dict[str, str]], classes: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, Cue]]:
    """By lemma and frame; the first row that has the frame counts. "p:" is short for "passive:"."""
    found: dict[str, dict[str, Cue]] = {}
    for row in table:
        own = found.setdefault(row["lemma"], {})
        cue = Cue(row["stance"], row.get("strength") or "strong")
        for word in row["frames"].split():
            for frame in classes.get(word, (word,)):
                own.setdefault(_long(frame), cue)
    return found


def _long(frame: str) -> str:
    return "passive:" + frame.removeprefix("p:") if frame.startswith("p:") else frame
