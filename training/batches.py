"""Windows of examples as tensors with their targets."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.reading.trained.features import FEATURES, Vocabulary, can_be_party
from dateline.reading.trained.labels import EVENT_ROLES, WHENS, WHERES, Labels
from dateline.reading.trained.windows import LIMIT, Unit, frame, pack, units
from dateline.reading.trained.words import Words
from training.examples import ClaimTarget, EventTarget, Example, Party

IGNORED = -100
Grid = npt.NDArray[np.int64]


@dataclass
class Text:
    """An example with its units, cut once, and the features of its pairs, computed when first asked for."""

    example: Example
    units: list[Unit]
    pairs: dict[tuple[int, bool], dict[int, tuple[int, ...]]] = field(default_factory=dict)


@dataclass
class Window:
    """Consecutive units of a text."""

    text: Text
    units: list[Unit]


@dataclass
class Batch:
    """The tensors of some windows. `place[w]` gives for each window the row of each of its words."""

    windows: list[Window]
    pieces: Tensor
    mask: Tensor
    words: Tensor
    place: list[dict[int, int]]


class Batcher:
    """Makes batches; holds what all of them need."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels) -> None:
        self.tokenizer, self.labels = tokenizer, labels
        self.vocabulary = Vocabulary(labels.names)
        self.begin, self.end = frame(tokenizer)
        self.type_number = {name: n for n, name in enumerate(labels.types, 1)}

    def texts(self, examples: Sequence[Example]) -> list[Text]:
        """Cuts the texts into units."""
        return [Text(e, units(e.words, self.tokenizer)) for e in examples]

    def windows(self, texts: Sequence[Text], chance: random.Random) -> list[Window]:
        """All windows of all texts, cut at other places each time."""
        return [Window(t, w) for t in texts for w in pack(t.units, LIMIT, chance.randrange(LIMIT // 2))]

    def batches(self, texts: Sequence[Text], size: int, chance: random.Random) -> Iterator[Batch]:
        """One round over the texts: windows of like length together, in random order."""
        found = self.windows(texts, chance)
        chance.shuffle(found)
        found = [w for at in range(0, len(found), size * 20) for w in sorted(found[at : at + size * 20], key=_length)]
        groups = [found[at : at + size] for at in range(0, len(found), size)]
        chance.shuffle(groups)
        for group in groups:
            yield self.batch(group)

    def batch(self, windows: list[Window]) -> Batch:
        """The tensors of some windows."""
        length = max(map(_length, windows)) + 2
        pieces = np.zeros((len(windows), length), dtype=np.int64)
        mask = np.zeros_like(pieces)
        words: list[int] = []
        place: list[dict[int, int]] = []
        for number, window in enumerate(windows):
            line, rows = [self.begin], {}
            for unit in window.units:
                for offset, at in enumerate(unit.at):
                    rows[unit.first + offset] = len(words)
                    words.append(number * length + len(line) + at)
                line += unit.pieces
            line.append(self.end)
            pieces[number, : len(line)] = line
            mask[number, : len(line)] = 1
            place.append(rows)
        return Batch(windows, torch.from_numpy(pieces), torch.from_numpy(mask), torch.tensor(words), place)

    def pairs(self, text: Text, anchor: int, others: Sequence[int], loose: bool = False) -> Grid:
        """The features of the pairs of `anchor` with `others`, remembered."""
        known = text.pairs.setdefault((anchor, loose), {})
        new = [w for w in others if w not in known]
        known.update(zip(new, self.vocabulary.pairs(text.example.words, anchor, new, loose), strict=True))
        return np.array([known[w] for w in others], dtype=np.int64).reshape(len(others), len(FEATURES))


def _length(window: Window) -> int:
    return sum(len(u.pieces) for u in window.units)


@dataclass
class EventTargets:
    """`types` [rows, types + 1] with weight 0 rows ignored; the rest an entry an event."""

    types: Tensor
    weight: Tensor
    anchors: Tensor
    status: Tensor
    hedged: Tensor
    modes: Tensor
    when: Tensor
    where: Tensor
    pointers: Pointers


@dataclass
class Pointers:
    """Which of `others` [anchors, others] fills each role. `allowed` [anchors, roles, others] leaves out padding and
    what is masked; `right` [anchors, roles, parties, others]; `empty` and `trained` [anchors, roles]."""

    others: Tensor
    features: Tensor
    allowed: Tensor
    right: Tensor
    empty: Tensor
    trained: Tensor


def event_targets(batcher: Batcher, batch: Batch) -> EventTargets:
    """What the event heads should say of a batch."""
    labels = batcher.labels
    types = np.zeros((len(batch.words), len(labels.types) + 1), dtype=np.float32)
    types[:, 0] = 1.0
    weight = np.ones(len(batch.words), dtype=np.float32)
    found: list[tuple[Text, dict[int, int], EventTarget]] = []
    for window, rows in zip(batch.windows, batch.place, strict=True):
        for event in window.text.example.events or []:
            for word in event.masked:
                if word in rows:
                    weight[rows[word]] = 0.0
        for event in window.text.example.events or []:
            if event.trigger in rows:
                row = rows[event.trigger]
                if weight[row] != 2.0:
                    types[row], weight[row] = 0.0, 2.0
                for name, share in event.types.items():
                    types[row, batcher.type_number[name]] += share
                found.append((window.text, rows, event))
    weight = np.minimum(weight, 1.0)
    types[:, 0] = np.where(types[:, 1:].sum(1) > 0, np.maximum(0.0, 1.0 - types[:, 1:].sum(1)), 1.0)
    types /= types.sum(1, keepdims=True)
    anchors = [rows[e.trigger] for _, rows, e in found]
    modes = [[float(m in e.modes) for m in labels.modes] for _, _, e in found]
    return EventTargets(
        types=torch.from_numpy(types),
        weight=torch.from_numpy(weight),
        anchors=torch.tensor(anchors, dtype=torch.long),
        status=torch.tensor([labels.statuses.index(e.status) if e.status else IGNORED for _, _, e in found]).long(),
        hedged=torch.tensor([float("nan") if e.hedged is None else float(e.hedged) for _, _, e in found]),
        modes=torch.tensor(modes).view(len(found), len(labels.modes)),
        when=_numbered(WHENS, [e.when for _, _, e in found]),
        where=_numbered(WHERES, [e.where for _, _, e in found]),
        pointers=_pointers(batcher, [(t, r, e.trigger, [e.roles.get(n) for n in EVENT_ROLES]) for t, r, e in found]),
    )


def _numbered(names: Sequence[str], given: Sequence[str | None]) -> Tensor:
    return torch.tensor([IGNORED if name is None else names.index(name) for name in given], dtype=torch.long)


Question = tuple[Text, dict[int, int], int, list[list[Party] | None]]


def _pointers(batcher: Batcher, questions: list[Question]) -> Pointers:
    choices = [_choices(text.example.words, rows, anchor) for text, rows, anchor, _ in questions]
    count, roles = len(questions), len(questions[0][3]) if questions else 1
    longest = max((len(c) for c in choices), default=0) or 1
    parties = max((len(p) for q in questions for p in q[3] if p), default=0) or 1
    others = np.zeros((count, longest), dtype=np.int64)
    features = np.zeros((count, longest, len(FEATURES)), dtype=np.int64)
    allowed = np.zeros((count, roles, longest), dtype=bool)
    right = np.zeros((count, roles, parties, longest), dtype=bool)
    empty = np.zeros((count, roles), dtype=bool)
    trained = np.zeros((count, roles), dtype=bool)
    for n, ((text, rows, anchor, wanted), chosen) in enumerate(zip(questions, choices, strict=True)):
        at = {word: c for c, word in enumerate(chosen)}
        others[n, : len(chosen)] = [rows[w] for w in chosen]
        if chosen:
            features[n, : len(chosen)] = batcher.pairs(text, anchor, chosen)
        allowed[n, :, : len(chosen)] = True
        for r, named in enumerate(wanted):
            if named is None:
                continue
            near = {w for p in named for w in p.near}
            for p, party in enumerate(named):
                right[n, r, p, [at[w] for w in party.near if w in at]] = True
                allowed[n, r, [at[w] for w in party.masked if w in at and w not in near]] = False
            empty[n, r] = not named
            trained[n, r] = not named or bool(right[n, r].any())
    return Pointers(*(torch.from_numpy(a) for a in (others, features, allowed, right, empty, trained)))


def _choices(words: Words, rows: dict[int, int], anchor: int) -> list[int]:
    return [w for w in rows if w != anchor and can_be_party(words, w)]


@dataclass
class ClaimTargets:
    """Cue tags [rows]; of each cue its source, and which words [cues, words] are its content."""

    tags: Tensor
    anchors: Tensor
    source: Pointers
    others: Tensor
    features: Tensor
    inside: Tensor
    present: Tensor


def claim_targets(batcher: Batcher, batch: Batch) -> ClaimTargets:
    """What the attribution heads should say of a batch."""
    tags = np.zeros(len(batch.words), dtype=np.int64)
    found: list[tuple[Text, dict[int, int], ClaimTarget]] = []
    for window, rows in zip(batch.windows, batch.place, strict=True):
        for claim in window.text.example.claims or []:
            inside = [rows[w] for w in claim.cue if w in rows]
            tags[inside[:1]], tags[inside[1:]] = 1, 2
            if claim.head in rows:
                found.append((window.text, rows, claim))
    longest = max((len(rows) for _, rows, _ in found), default=1)
    others = np.zeros((len(found), longest), dtype=np.int64)
    features = np.zeros((len(found), longest, len(FEATURES)), dtype=np.int64)
    inside_ = np.zeros((len(found), longest), dtype=np.float32)
    present = np.zeros((len(found), longest), dtype=np.float32)
    for n, (text, rows, claim) in enumerate(found):
        content = set(claim.content)
        others[n, : len(rows)] = list(rows.values())
        features[n, : len(rows)] = batcher.pairs(text, claim.head, list(rows), loose=True)
        inside_[n, : len(rows)] = [w in content for w in rows]
        present[n, : len(rows)] = 1.0
    questions: list[Question] = [(t, r, c.head, [c.source]) for t, r, c in found]
    return ClaimTargets(
        tags=torch.from_numpy(tags),
        anchors=torch.tensor([rows[c.head] for _, rows, c in found], dtype=torch.long),
        source=_pointers(batcher, questions),
        others=torch.from_numpy(others),
        features=torch.from_numpy(features),
        inside=torch.from_numpy(inside_),
        present=torch.from_numpy(present),
    )


def root_pointers(batcher: Batcher, batch: Batch, anchors: list[int]) -> Pointers:
    """Which words are actor and recipient of the trigger word `anchors[w]` of each window, by the party's words."""
    questions: list[Question] = []
    for window, rows, anchor in zip(batch.windows, batch.place, anchors, strict=True):
        named = window.text.example.root_roles
        wanted: list[list[Party] | None] = [
            [Party(named[r], [])] if named.get(r) else None for r in ("actor", "recipient")
        ]
        questions.append((window.text, rows, anchor, [*wanted, *([None] * (len(EVENT_ROLES) - 2))]))
    return _pointers(batcher, questions)
