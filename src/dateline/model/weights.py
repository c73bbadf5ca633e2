"""Weights by the names of features, as data files hold them: a feature and its weight a line, `#` comments skipped."""

from __future__ import annotations

import math
from collections.abc import Mapping


def parse(text: str) -> dict[str, float]:
    """The weights that a file's text holds."""
    pairs = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in pairs}


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum; a feature without a weight counts nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """For a yes-or-no question: the logistic of the weighted sum."""
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, score(features, weights)))))
