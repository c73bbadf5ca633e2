"""The training loop: batches of all tasks in random order, one optimiser, seeds fixed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import msgspec
import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from training.batches import Batch, Batcher, Text
from training.losses import claim_loss, event_loss, root_loss
from training.network import Network

Loss = Callable[[Network, Batcher, Batch], Tensor]
LOSSES: dict[str, Loss] = {"events": event_loss, "codings": event_loss, "claims": claim_loss, "roots": root_loss}
"""The tasks: articles of data/events, those coded by ourselves, attributions, sentences with their root's type."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How to train: rounds over each task's texts, learning rates, windows a batch.

    `half` computes in 16 bits: quicker only on a processor made for it. With a `memory` the weights are the running
    mean of about so many of the last steps (Polyak and Juditsky 1992); without, the last.
    """

    rounds: dict[str, int]
    weights: dict[str, float]
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    batch: int = 8
    warmup: float = 0.06
    decay: float = 0.01
    clip: float = 5.0
    seed: int = 1
    threads: int = 2
    layers: int | None = None
    half: bool = False
    memory: int = 0


def train(network: Network, batcher: Batcher, tasks: dict[str, Sequence[Text]], plan: Plan) -> None:
    """Trains in place. The same plan on the same machine gives the same weights."""
    torch.set_num_threads(plan.threads)
    steps = _steps(batcher, tasks, plan)
    optimiser = _optimiser(network, plan)
    mean = _running_mean(network, plan.memory)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: _rate(n / len(steps), plan.warmup))
    network.train()
    begun, lost = time.monotonic(), dict.fromkeys(LOSSES, 0.0)
    for number, (task, batch) in enumerate(steps, 1):
        loss = LOSSES[task](network, batcher, batch) * plan.weights.get(task, 1.0)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip, error_if_nonfinite=True)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        mean.update_parameters(network)
        lost[task] += 0.03 * (float(loss.detach()) - lost[task])
        if number % 100 == 0 or number == len(steps):
            spent = time.monotonic() - begun
            print(f"step {number}/{len(steps)} {spent:.0f} s", {k: round(v, 3) for k, v in lost.items()}, flush=True)
    network.load_state_dict(mean.module.state_dict())


def _running_mean(network: Network, memory: int) -> AveragedModel:
    """The mean of the weights that training went through; with a short memory while it is young."""

    def moved(mean: Tensor, now: Tensor, steps: Tensor | int) -> Tensor:
        share = max(1.0 / (memory + 1), 1.0 / (int(steps) + 1))
        return mean + (now - mean) * share

    return AveragedModel(network, avg_fn=moved)


def _steps(batcher: Batcher, tasks: dict[str, Sequence[Text]], plan: Plan) -> list[tuple[str, Batch]]:
    """All batches in the order they are trained on; each task's rounds spread evenly over the whole."""
    chance = random.Random(plan.seed)
    placed: list[tuple[float, str, Batch]] = []
    for task, texts in tasks.items():
        size = plan.batch * (3 if task == "roots" else 1)
        rounds = plan.rounds.get(task, 0)
        for n in range(rounds):
            found = list(batcher.batches(texts, size, chance))
            placed += [((n + (i + chance.random()) / len(found)) / rounds, task, b) for i, b in enumerate(found)]
    placed.sort(key=lambda p: p[0])
    return [(task, batch) for _, task, batch in placed]


def _optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    tables = list(network.tables.parameters())
    groups = [
        {"params": encoder, "lr": plan.encoder_rate, "weight_decay": plan.decay},
        {"params": list(network.heads.parameters()), "lr": plan.head_rate, "weight_decay": plan.decay},
        {"params": tables, "lr": plan.head_rate * 3, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def _rate(done: float, warmup: float) -> float:
    return done / warmup if done < warmup else max(0.0, (1.0 - done) / (1.0 - warmup))
