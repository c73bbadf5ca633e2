"""What each head is trained for."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from dateline.reading.trained.labels import EVENT_ROLES
from training.batches import IGNORED, Batch, Batcher, Pointers, claim_targets, event_targets, root_pointers
from training.network import Network

EVENT = slice(0, len(EVENT_ROLES))
SOURCE = slice(len(EVENT_ROLES), len(EVENT_ROLES) + 1)
_LITTLE = 1e-5
CONTENT = slice(len(EVENT_ROLES) + 1, len(EVENT_ROLES) + 2)
_EVENTS_A_WINDOW, _CLAIMS_A_WINDOW = 4.0, 3.5
"""Usual numbers, so that each window counts alike."""


def event_loss(network: Network, batcher: Batcher, batch: Batch) -> Tensor:
    """Trigger and type of each word; status, hedging, modes and roles of each annotated event."""
    targets = event_targets(batcher, batch)
    rows = network(batch.pieces, batch.mask, batch.words)
    columns = network.labels.columns()
    scale = _EVENTS_A_WINDOW * len(batch.windows)
    wrong = -(targets.types * functional.log_softmax(rows[:, columns["type"]], -1)).sum(-1)
    loss = (wrong * targets.weight).sum() / scale
    if not len(targets.anchors):
        return loss
    at = rows[targets.anchors]
    status = functional.cross_entropy(at[:, columns["status"]], targets.status, ignore_index=IGNORED, reduction="sum")
    known = ~targets.hedged.isnan()
    hedged = functional.binary_cross_entropy_with_logits(
        at[known][:, columns["hedged"]][:, 0], targets.hedged[known], reduction="sum"
    )
    modes = functional.binary_cross_entropy_with_logits(at[:, columns["mode"]], targets.modes, reduction="sum")
    told = sum(
        functional.cross_entropy(at[:, columns[name]], wanted, ignore_index=IGNORED, reduction="sum")
        for name, wanted in (("when", targets.when), ("where", targets.where))
    )
    roles = _pointer_loss(network, rows, targets.anchors, targets.pointers, EVENT)
    return loss + (status + hedged + modes + told + roles) * 0.5 / scale


def _pointer_loss(network: Network, rows: Tensor, anchors: Tensor, asked: Pointers, roles: slice) -> Tensor:
    """Sum over roles: the share of the chance that each of the named parties gets should be even."""
    score = network.compared(rows, anchors, asked.others, asked.features, roles).transpose(1, 2)
    nobody = rows[anchors][:, network.labels.columns()["nobody"]][:, roles]
    score = torch.cat([score.masked_fill(~asked.allowed, -1e4), nobody[..., None]], -1)
    chance = functional.log_softmax(score, -1)
    party = chance[..., None, :-1].masked_fill(~asked.right, -1e4).logsumexp(-1)
    there = asked.right.any(-1)
    named = -(party * there).sum(-1) / there.sum(-1).clamp(min=1)
    loss = torch.where(asked.empty, -chance[..., -1], named)
    return (loss * asked.trained).sum()


def claim_loss(network: Network, batcher: Batcher, batch: Batch) -> Tensor:
    """Cues, and the source and content of each."""
    targets = claim_targets(batcher, batch)
    rows = network(batch.pieces, batch.mask, batch.words)
    scale = _CLAIMS_A_WINDOW * len(batch.windows)
    loss = functional.cross_entropy(rows[:, network.labels.columns()["cue"]], targets.tags, reduction="sum") / scale
    if not len(targets.anchors):
        return loss
    source = _pointer_loss(network, rows, targets.anchors, targets.source, SOURCE)
    score = network.compared(rows, targets.anchors, targets.others, targets.features, CONTENT)[..., 0]
    wrong = functional.binary_cross_entropy_with_logits(score, targets.inside, reduction="none") * targets.present
    content = wrong.sum() / 15.0
    return loss + (source + content) / scale


def root_loss(network: Network, batcher: Batcher, batch: Batch) -> Tensor:
    """Sentences of which only the type of the main event is known: some word must be its trigger."""
    rows = network(batch.pieces, batch.mask, batch.words)
    types = functional.softmax(rows[:, network.labels.columns()["type"]], -1)
    loss = rows.new_zeros(())
    anchors: list[int] = []
    for window, places in zip(batch.windows, batch.place, strict=True):
        own = types[list(places.values())]
        absent = torch.log1p(-own[:, 1:].clamp(max=0.9999)).sum(0)
        there = -torch.expm1(absent)
        wanted = torch.tensor([batcher.type_number[t] - 1 for t in window.text.example.root or []])
        right = there[wanted].max()
        share = (there[wanted].sum() + _LITTLE) / (there.sum() + _LITTLE)
        loss = loss - (right + _LITTLE).log() - 0.5 * share.log()
        anchors.append(list(places)[int(own[:, wanted + 1].sum(-1).argmax())])
    asked = root_pointers(batcher, batch, anchors)
    places_ = torch.tensor([rows_[a] for rows_, a in zip(batch.place, anchors, strict=True)])
    return (loss + 0.5 * _pointer_loss(network, rows, places_, asked, EVENT)) / len(batch.windows)
