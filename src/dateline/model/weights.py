"""Weights by the names of features, as data files hold them: a feature and its weight, or several, a line, `#` comments
skipped."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray


def rows(text: str) -> dict[str, NDArray[np.float64]]:
    """The weights that a file's text holds, all of a line; each line holds as many."""
    lines = [line.partition("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not lines:
        return {}
    numbers = np.array([float(number) for _, _, rest in lines for number in rest.split("\t")])
    return dict(zip((feature for feature, _, _ in lines), numbers.reshape(len(lines), -1), strict=True))


def parse(text: str) -> dict[str, float]:
    """The weights of a file with one a line."""
    return {feature: float(weight) for feature, (weight,) in rows(text).items()}


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum; a feature without a weight counts nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def logistic(score: float) -> float:
    """The chance that a score, as log odds, stands for."""
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, score))))


def log_odds(chance: float) -> float:
    """The log odds of a chance, which is taken to be neither under .01 nor over .99."""
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1.0 - bounded))


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """For a yes-or-no question: the logistic of the weighted sum."""
    return logistic(score(features, weights))
