"""Annotated texts as the network trains on them: the same by word numbers of the parsed text."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Iterable

import msgspec

from dateline.model.article import Article
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed
from dateline.reading.trained.words import Words, words_of
from training.annotated import Annotated, ClaimNote, EventNote, Offsets

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
STATUSES = ["occurred", "future", "hypothetical", "negated"]
ROOTS = {"YIELD": ["CONCEDE", "RETREAT"]}
_PRONOUNS = frozenset(
    (
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "his",
        "their",
        "its",
        "our",
        "who",
        "which",
        "that",
    )
)
_DIRECT = {"actor": frozenset(("nsubj", "agent", "poss")), "recipient": frozenset(("dobj", "nsubjpass", "pobj"))}


class Party(msgspec.Struct):
    """One answer to a role: any of the words `near` names it; `masked` words are neither right nor wrong."""

    near: list[int]
    masked: list[int]


class EventTarget(msgspec.Struct):
    """An event by words. A role that is missing from `roles` is not trained; an empty list means nobody."""

    trigger: int
    masked: list[int]
    types: dict[str, float]
    modes: list[str]
    status: str | None
    hedged: bool | None
    roles: dict[str, list[Party]]


class ClaimTarget(msgspec.Struct):
    """An attribution by words: `cue` in order with its syntactic `head`, the source's heads, the content."""

    head: int
    cue: list[int]
    source: list[Party]
    content: list[int]


class Example(msgspec.Struct):
    """A text to train on."""

    name: str
    words: Words
    events: list[EventTarget] | None = None
    claims: list[ClaimTarget] | None = None
    root: list[str] | None = None
    root_roles: dict[str, list[int]] = {}


def examples(annotated: Iterable[Annotated], cache: pathlib.Path) -> list[Example]:
    """Parses and aligns; what was parsed before with the same annotation is taken from `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    parser: Parser | None = None
    found = []
    for note in annotated:
        key = hashlib.sha256(msgspec.json.encode(note) + _code()).hexdigest()[:24]
        path = cache / f"{key}.json"
        if not path.exists():
            parser = parser or Parser()
            path.write_bytes(msgspec.json.encode(_align(note, parser.parse(Article(text=note.text)))))
        found.append(msgspec.json.decode(path.read_bytes(), type=Example))
    return found


def _code() -> bytes:
    return pathlib.Path(__file__).read_bytes()


def _align(note: Annotated, parsed: Parsed) -> Example:
    events = None if note.events is None else [t for e in note.events if (t := _event(e, parsed)) is not None]
    claims = None if note.claims is None else [c for n in note.claims if (c := _claim(n, parsed)) is not None]
    root = None if note.root is None else ROOTS.get(note.root, [note.root])
    roles = {"actor": _named(note.root_source, parsed), "recipient": _named(note.root_target, parsed)}
    return Example(note.name, words_of(parsed), events, claims, root, roles if root else {})


def _event(note: EventNote, parsed: Parsed) -> EventTarget | None:
    head = parsed.head_in(*note.trigger)
    if head is None:
        return None
    weak = {t.i for span in [note.trigger, *note.also] for t in parsed.tokens_in(*span)} - {head.i}
    share = 0.6 if note.optional else 1.0
    types = {note.event: share if not note.others else share * 0.7}
    for other in note.others:
        types[other] = types.get(other, 0.0) + share * 0.3 / len(note.others)
    return EventTarget(head.i, sorted(weak), types, note.mode, note.status, note.hedged, _roles(note, parsed, head.i))


def _roles(note: EventNote, parsed: Parsed, trigger: int) -> dict[str, list[Party]]:
    named: dict[str, list[Offsets] | None] = {
        "actor": note.actors,
        "recipient": note.recipients,
        "place": [note.place] if note.place else [] if note.no_place else None,
        "figure": note.figures,
        "source": note.sources,
    }
    return {
        role: [_party(span, parsed, trigger, role) for span in spans]
        for role, spans in named.items()
        if spans is not None
    }


def _party(span: Offsets, parsed: Parsed, trigger: int, role: str) -> Party:
    """The head of the words nearest to the trigger; where they stand in another sentence, a pronoun that depends on
    the trigger is as good."""
    head = parsed.head_in(*span)
    if head is None:
        return Party([], [])
    near = [head.i]
    masked = {t.i for t in parsed.tokens_in(*span)}
    sentence = parsed.sentences[parsed.tokens[trigger].sent]
    around = parsed.tokens[max(0, sentence.first - 250) : sentence.last + 120]
    masked |= {t.i for t in around if t.lower == head.lower and t.pos in ("PROPN", "NOUN", "ADJ")}
    if head.sent != sentence.number:
        pronouns = [t for t in parsed.sentence_tokens(sentence) if t.lower in _PRONOUNS and t.pos in ("PRON", "DET")]
        masked |= {t.i for t in pronouns}
        near += [t.i for t in pronouns if t.head == trigger and t.dep in _DIRECT.get(role, ())]
    return Party(near, sorted(masked - set(near)))


def _claim(note: ClaimNote, parsed: Parsed) -> ClaimTarget | None:
    if not note.cue:
        return None
    cue = [t for span in note.cue for t in parsed.tokens_in(*span)]
    head = parsed.head_in(min(s for s, _ in note.cue), max(e for _, e in note.cue))
    if not cue or head is None:
        return None
    if head.i not in {t.i for t in cue}:
        head = cue[0]
    source = [_source(span, parsed) for span in note.source]
    content = [t.i for span in note.content for t in parsed.tokens_in(*span)]
    return ClaimTarget(head.i, sorted({t.i for t in cue}), source, sorted(set(content)))


def _source(span: Offsets, parsed: Parsed) -> Party:
    head = parsed.head_in(*span)
    inside = {t.i for t in parsed.tokens_in(*span)}
    return Party([head.i] if head else [], sorted(inside - ({head.i} if head else set())))


def _named(name: str, parsed: Parsed) -> list[int]:
    """The words of a party that is given by name only, where the text has them in one piece."""
    at = parsed.text.find(name) if name else -1
    return [t.i for t in parsed.tokens_in(at, at + len(name))] if at >= 0 else []
