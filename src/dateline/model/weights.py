"""Weights by the names of features, as data files hold them: a feature and its weight, or several, a line, `#` comments
skipped."""

from __future__ import annotations

import math
from collections.abc import Mapping


def rows(text: str) -> dict[str, tuple[float, ...]]:
    """The weights that a file's text holds, all of a line."""
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: tuple(map(float, numbers)) for feature, *numbers in lines}


def parse(text: str) -> dict[str, float]:
    """The weights of a file with one a line."""
    return {feature: weight for feature, (weight,) in rows(text).items()}


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum; a feature without a weight counts nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def logistic(score: float) -> float:
    """The chance that a score, as log odds, stands for."""
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, score))))


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """For a yes-or-no question: the logistic of the weighted sum."""
    return logistic(score(features, weights))
