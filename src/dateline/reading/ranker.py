"""A linear choice among options by named features: weights are data, so every choice can say what decided it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from importlib import resources

from dateline.model import weights

Features = Mapping[str, float]


class Ranker:
    """Scores options by a weighted sum of their features (a conditional logit model: `training/attach.py`)."""

    def __init__(self, table: Mapping[str, float]) -> None:
        self._weights = table

    @classmethod
    def load(cls, name: str) -> Ranker:
        """The weights `reading/<name>.tsv`."""
        text = resources.files("dateline.reading").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
        return cls(weights.parse(text))

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
        return weights.probability(features, self._weights)

    def reasons(self, features: Features, most: int = 3) -> str:
        """The features that spoke for an option, strongest first."""
        weighed = ((value * self._weights.get(name, 0.0), name) for name, value in features.items())
        telling = sorted((w for w in weighed if w[0] > 0.05), reverse=True)[:most]
        return ", ".join(name for _, name in telling)
