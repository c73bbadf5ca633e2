"""Fits a choice among options with a layer of hidden units (`dateline.reading.ranker.Net`), with torch, seeds fixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import torch
from torch import Tensor, nn

from dateline.reading.ranker import BIAS, OUT
from training import logit
from training.logit import Choice


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How to fit; what holds for all slots was chosen by cross-validated F1 of places and dates. The mean of several
    `nets` is taken, since one may be lucky or not."""

    hidden: int = 16
    decay: float = 0.1
    dropout: float = 0.4
    rounds: int = 10
    rate: float = 3e-3
    batch: int = 64
    rarest: int = 20
    seed: int = 1
    nets: int = 3


class _Network(nn.Module):  # type: ignore[misc]  # torch has no types here
    def __init__(self, features: int, plan: Plan) -> None:
        super().__init__()
        self.own = nn.EmbeddingBag(features, 1, mode="sum")
        self.inner = nn.EmbeddingBag(features, plan.hidden, mode="sum")
        nn.init.zeros_(self.own.weight)
        nn.init.normal_(self.inner.weight, std=0.1)
        self.bias = nn.Parameter(torch.zeros(plan.hidden))
        self.out = nn.Linear(plan.hidden, 1, bias=False)
        self.drop = nn.Dropout(plan.dropout)

    def forward(self, table: _Table) -> Tensor:
        """The score of each option."""
        bags = (table.feature, table.first)
        own = self.own(*bags, per_sample_weights=table.value)[:, 0]
        inner = self.inner(*bags, per_sample_weights=table.value)
        hidden = self.drop(torch.relu(inner + self.bias))
        return torch.add(own, self.out(hidden)[:, 0])


class _Table(msgspec.Struct, frozen=True):
    """The options of some choices: their features and values, where each option's begin, its choice, and whether it is
    right."""

    feature: Tensor
    value: Tensor
    first: Tensor
    owner: Tensor
    right: Tensor
    count: int


def fit(choices: Sequence[Choice], plan: Plan | None = None) -> dict[str, tuple[float, ...]]:
    """The rows of a net that makes the right options likely. Deterministic."""
    plan = plan or Plan()
    torch.set_num_threads(1)
    names = logit.feature_names(choices, plan.rarest)
    networks = [_fitted(choices, names, msgspec.structs.replace(plan, seed=plan.seed + n)) for n in range(plan.nets)]
    return _rows(networks, names)


def _fitted(choices: Sequence[Choice], names: Sequence[str], plan: Plan) -> _Network:
    torch.manual_seed(plan.seed)
    number = {name: n for n, name in enumerate(names)}
    network = _Network(len(names), plan)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    batches = list(_batches(choices, plan))
    for step, batch in enumerate(batches):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * max(0.02, 1.0 - step / len(batches))
        table = _table(batch, number)
        loss = _loss(network(table), table)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return network


def _batches(choices: Sequence[Choice], plan: Plan) -> Iterator[list[Choice]]:
    chance = np.random.default_rng(plan.seed)
    for _ in range(plan.rounds):
        order = chance.permutation(len(choices))
        for at in range(0, len(order), plan.batch):
            yield [choices[n] for n in order[at : at + plan.batch]]


def _table(choices: Sequence[Choice], number: dict[str, int]) -> _Table:
    feature: list[int] = []
    value: list[float] = []
    first, owner, right = [], [], []
    for n, choice in enumerate(choices):
        for options, fits in zip(choice.options, choice.right, strict=True):
            first.append(len(feature))
            owner.append(n)
            right.append(float(fits))
            known = [(number[name], x) for name, x in options.items() if x and name in number]
            feature += [at for at, _ in known]
            value += [x for _, x in known]
    at, start, of = (torch.tensor(numbers, dtype=torch.long) for numbers in (feature, first, owner))
    return _Table(at, torch.tensor(value), start, of, torch.tensor(right), len(choices))


def _loss(score: Tensor, table: _Table) -> Tensor:
    """The mean of -log P(a right option)."""
    nothing = torch.zeros(table.count)
    top = torch.full((table.count,), -1e9).scatter_reduce(0, table.owner, score.detach(), "amax")
    share = torch.exp(score - top[table.owner])
    total = nothing.index_add(0, table.owner, share)
    good = nothing.index_add(0, table.owner, share * table.right)
    return torch.mean(torch.log(total) - torch.log(good.clamp_min(1e-30)))


def _rows(networks: Sequence[_Network], names: Sequence[str]) -> dict[str, tuple[float, ...]]:
    """The mean of the networks as one net: their hidden units side by side."""
    share = 1.0 / len(networks)
    own = torch.stack([n.own.weight[:, 0] for n in networks]).mean(0)
    inner = torch.cat([n.inner.weight for n in networks], 1)
    bias = torch.cat([n.bias for n in networks])
    out = torch.cat([n.out.weight[0] for n in networks]) * share
    table = {name: (mine, *units) for name, mine, units in zip(names, own.tolist(), inner.tolist(), strict=True)}
    table |= {BIAS: (0.0, *bias.tolist()), OUT: (0.0, *out.tolist())}
    return {name: tuple(round(float(x), 4) for x in row) for name, row in table.items()}
