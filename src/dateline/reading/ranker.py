"""A choice among options by named features: weights are data, a line a feature, so that each can be looked up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dateline.model import weights

Features = Mapping[str, float]
Rows = Mapping[str, Sequence[float] | NDArray[np.float64]]
"""Of each feature its own weight, and what it adds to each hidden unit."""
BIAS, OUT = "(bias)", "(out)"
"""The rows of a net that hold what its hidden units begin with, and what each of them adds to the score."""


class Ranker:
    """Scores options by a weighted sum of their features (a conditional logit model: `training/logit.py`)."""

    def __init__(self, table: Mapping[str, float]) -> None:
        self.table: Mapping[str, float] | Rows = table
        self._weights = table

    def score(self, features: Features) -> float:
        """The weighted sum; a feature without a weight counts nothing."""
        return weights.score(features, self._weights)

    def best(self, options: Sequence[Features], none: int, least: float) -> tuple[int, float]:
        """The number of the likeliest option and its probability. The option `none` (that there is no answer) is
        taken only where no other has a probability of `least`: half the F1 that can be reached, where F1 is highest."""
        scores = [self.score(o) for o in options]
        top = max(scores)
        chances = [math.exp(s - top) for s in scores]
        total = sum(chances)
        best = max((n for n in range(len(options)) if n != none), key=chances.__getitem__, default=none)
        chosen = best if chances[best] / total >= least else none
        return chosen, chances[chosen] / total

    def probability(self, features: Features) -> float:
        """For a yes-or-no choice: the logistic of the score."""
        return weights.logistic(self.score(features))


class Net(Ranker):
    """Scores by a weighted sum and a layer of hidden units, each the positive part of another weighted sum: what a
    feature says may hang on the others (`training/net.py`)."""

    def __init__(self, rows: Rows) -> None:
        super().__init__({})
        self.table = rows
        self._number = {name: n for n, name in enumerate(rows)}
        self._rows = np.array(list(rows.values()), dtype=np.float64)

    def score(self, features: Features) -> float:
        """The sum of both; a feature without weights counts nothing."""
        known = [(self._number[name], value) for name, value in features.items() if value and name in self._number]
        sums = self._rows[self._number[BIAS]]
        if known:
            numbers, values = zip(*known, strict=True)
            sums = sums + np.array(values) @ self._rows[list(numbers)]
        return float(sums[0] + np.maximum(sums[1:], 0.0) @ self._rows[self._number[OUT], 1:])


class Second(Ranker):
    """Weighs the score of a first ranker, as the feature "base", with what that one was not fitted on."""

    def __init__(self, first: Ranker, table: Mapping[str, float]) -> None:
        super().__init__(table)
        self._first = first

    def score(self, features: Features) -> float:
        """The weighted sum of both; the first score alone where nothing else is known."""
        base = self._first.score(features)
        known = any(name in self._weights for name in features)
        return super().score({**features, "base": base}) if known else base


def load_ranker(name: str) -> Ranker:
    """The weights `reading/<name>.tsv`: a net where a line holds several numbers."""
    rows = weights.rows(_text(name))
    return Net(rows) if OUT in rows else Ranker({feature: float(row[0]) for feature, row in rows.items()})


def load_weights(name: str) -> dict[str, float]:
    """The weights `reading/<name>.tsv`, one a line."""
    return weights.parse(_text(name))


def _text(name: str) -> str:
    return resources.files("dateline.reading").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
