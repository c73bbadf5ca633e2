"""Annotated texts as the network trains on them: the same by word numbers of the parsed text."""

from __future__ import annotations

import datetime as dt
import hashlib
import pathlib
from collections.abc import Iterable, Sequence

import msgspec

from dateline.intake import from_text
from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.mentions import When
from dateline.reading import when
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed, Token
from dateline.reading.trained.words import Words, words_of
from training.annotated import Annotated, ClaimNote, EventNote, Offsets
from training.likeness import same_days

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
_RECENT = 3
"""Days before publication that are the last days."""
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
    when: str | None = None
    where: str | None = None


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
    tools: tuple[Parser, Knowledge] | None = None
    found = []
    for note in annotated:
        key = hashlib.sha256(msgspec.json.encode(note) + _code()).hexdigest()[:24]
        path = cache / f"{key}.json"
        if not path.exists():
            tools = tools or (Parser(), Knowledge())
            path.write_bytes(msgspec.json.encode(_align(note, *tools)))
        found.append(msgspec.json.decode(path.read_bytes(), type=Example))
    return found


def _code() -> bytes:
    return pathlib.Path(__file__).read_bytes()


def _align(note: Annotated, parser: Parser, knowledge: Knowledge) -> Example:
    parsed = parser.parse(_article(note))
    dates = when.find(parsed, knowledge) if note.events else ()
    events = None if note.events is None else [t for e in note.events if (t := _event(e, parsed, dates)) is not None]
    claims = None if note.claims is None else [c for n in note.claims if (c := _claim(n, parsed)) is not None]
    root = None if note.root is None else ROOTS.get(note.root, [note.root])
    roles = {"actor": _named(note.root_source, parsed), "recipient": _named(note.root_target, parsed)}
    return Example(note.name, words_of(parsed), events, claims, root, roles if root else {})


def _article(note: Annotated) -> Article:
    """As it is read: events are not looked for in furniture, attributions here may be anywhere."""
    if note.events is None:
        return Article(text=note.text)
    return from_text(note.text, published=dt.date.fromisoformat(note.published) if note.published else None)


def _event(note: EventNote, parsed: Parsed, dates: Sequence[When]) -> EventTarget | None:
    head = parsed.head_in(*note.trigger)
    if head is None:
        return None
    weak = {t.i for span in [note.trigger, *note.also] for t in parsed.tokens_in(*span)} - {head.i}
    share = 0.6 if note.optional else 1.0
    types = {note.event: share if not note.others else share * 0.7}
    for other in note.others:
        types[other] = types.get(other, 0.0) + share * 0.3 / len(note.others)
    named = [d for d in dates if d.date and note.date and same_days(note.date, (d.date, d.enddate or d.date))]
    roles = _roles(note, parsed, head.i)
    roles["date"] = _nearest_date(named, parsed, head.i)
    return EventTarget(
        head.i,
        sorted(weak),
        types,
        note.mode,
        note.status,
        note.hedged,
        roles,
        when=_when(note, parsed, [p for d in named if (p := parsed.head_in(d.start, d.end)) is not None], head.sent),
        where=_where(note, parsed, head.sent),
    )


def _nearest_date(named: Sequence[When], parsed: Parsed, trigger: int) -> list[Party]:
    """The time expression nearest to the trigger of those that say its day; the others are neither right nor wrong."""
    heads = [head.i for d in named if (head := parsed.head_in(d.start, d.end)) is not None]
    if not heads:
        return []
    near = min(heads, key=lambda i: abs(i - trigger))
    return [Party([near], sorted({*heads} - {near}))]


def _when(note: EventNote, parsed: Parsed, named: Sequence[Token], sentence: int) -> str | None:
    """One of `WHENS`."""
    if note.date is None:
        return "unknown" if note.no_date else None
    if any(token.sent == sentence for token in named):
        return "named"
    published = parsed.article.published
    if published is None:
        return "elsewhere"
    days = (published - dt.date.fromisoformat(note.date[0][:10])).days
    return "recent" if 0 <= days <= _RECENT and note.date[1] <= published.isoformat() else "elsewhere"


def _where(note: EventNote, parsed: Parsed, sentence: int) -> str | None:
    """One of `WHERES`."""
    if note.place is None:
        return "unknown" if note.no_place else "elsewhere"
    head = parsed.head_in(*note.place)
    return "named" if head is not None and head.sent == sentence else "elsewhere"


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
