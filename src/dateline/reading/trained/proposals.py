"""From rows of head values to proposed events and attributions."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dateline.reading.trained.features import can_be_party
from dateline.reading.trained.labels import CLAIM_ROLES, EVENT_ROLES
from dateline.reading.trained.pairs import Pairs, Rows, sigmoid, softmax
from dateline.reading.trained.scores import Array, ClaimScores, EventScores, Filler, Role
from dateline.reading.trained.words import Words

_EVENT = slice(0, len(EVENT_ROLES))
_SOURCE = slice(len(EVENT_ROLES), len(EVENT_ROLES) + 1)
_CONTENT = slice(len(EVENT_ROLES) + 1, len(EVENT_ROLES) + len(CLAIM_ROLES))
_KEPT = 6
"""Fillers kept of a role."""


def events_of(words: Words, rows: Rows, types: Array, pairs: Pairs, least: float) -> Iterator[EventScores]:
    """Each word of a window that names an event with a chance of at least `least`; `types` as in `Scores`."""
    labels, columns = pairs.labels, pairs.columns
    for word in (w for w in rows.at if 1.0 - types[w, 0] >= least):
        row = rows.of(word)
        given = types[word, 1:] / types[word, 1:].sum()
        yield EventScores(
            word=word,
            score=float(1.0 - types[word, 0]),
            types=dict(zip(labels.types, given.tolist(), strict=True)),
            modes=dict(zip(labels.modes, sigmoid(row[columns["mode"]]).tolist(), strict=True)),
            status=dict(zip(labels.statuses, softmax(row[columns["status"]]).tolist(), strict=True)),
            hedged=float(sigmoid(row[columns["hedged"]])[0]),
            roles=dict(zip(EVENT_ROLES, _roles(words, rows, pairs, word, _EVENT), strict=True)),
            when=dict(zip(labels.whens, softmax(row[columns["when"]]).tolist(), strict=True)),
        )


def _roles(words: Words, rows: Rows, pairs: Pairs, anchor: int, roles: slice) -> list[Role]:
    others = [w for w in rows.at if w != anchor and can_be_party(words, w)]
    nobody = pairs.nobody(rows, anchor, roles)[None]
    scores = pairs.scores(words, rows, anchor, others, roles) if others else np.zeros((0, nobody.shape[1]))
    chance = softmax(np.concatenate([scores, nobody]).T.astype(np.float32))
    return [_role(others, line) for line in chance]


def _role(others: list[int], chance: Array) -> Role:
    order = np.argsort(-chance[:-1], kind="stable")[:_KEPT].tolist()
    return Role(tuple(Filler(others[n], float(chance[n])) for n in order), float(chance[-1]))


def claims_of(words: Words, rows: Rows, cues: Array, pairs: Pairs, least: float) -> Iterator[ClaimScores]:
    """Each run of words of a window that is a cue with a chance of at least `least`; `cues` as in `Scores`."""
    for cue in _runs(rows, cues, least):
        anchor = _head(words, cue)
        near = list(rows.at)
        content = sigmoid(pairs.scores(words, rows, anchor, near, _CONTENT, loose=True)[:, 0])
        yield ClaimScores(
            cue=cue,
            score=float(max(1.0 - cues[w, 0] for w in cue)),
            source=_roles(words, rows, pairs, anchor, _SOURCE)[0],
            content=dict(zip(near, content.tolist(), strict=True)),
        )


def _runs(rows: Rows, cues: Array, least: float) -> Iterator[tuple[int, ...]]:
    run: list[int] = []
    for word in (w for w in rows.at if 1.0 - cues[w, 0] >= least):
        if run and not (word == run[-1] + 1 and cues[word, 2] > cues[word, 1]):
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def _head(words: Words, cue: tuple[int, ...]) -> int:
    return next((w for w in cue if words.head[w] == w or words.head[w] not in cue), cue[0])
