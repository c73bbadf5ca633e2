"""Fits the linear rankers of `reading/attach`: conditional logit over options, logistic regression over yes and no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

Features = Mapping[str, float]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_STEPS = 300
_RATE = 0.05
_NEWTON = 12


class Choice(Struct, frozen=True):
    """One choice to learn from: the options' features and which of them are right (at least one)."""

    options: tuple[Features, ...]
    right: tuple[bool, ...]


def fit(choices: Sequence[Choice], *, penalty: float = 1e-3, rarest: int = 5) -> dict[str, float]:
    """Weights that make the right options likely. Features seen fewer than `rarest` times get none. Deterministic."""
    if not choices:
        return {}
    names = feature_names(choices, rarest)
    number = {name: n for n, name in enumerate(names)}
    table = _table(choices, number)
    weights = np.zeros(len(names))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = _slope(table, weights, len(choices)) + penalty * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.005}


def yes_or_no(features: Features, answer: bool) -> Choice:
    """A yes-or-no choice: against an option without features, whose score is 0."""
    return Choice((features, {}), (answer, not answer))


def fit_yes_or_no(
    asked: Sequence[tuple[Features, bool]], *, penalty: float = 1e-3, rarest: int = 5
) -> dict[str, float]:
    """The weights of a logistic regression, by Newton's method: exact, where `fit` would need many steps."""
    choices = [Choice((features,), (answer,)) for features, answer in asked]
    names = feature_names(choices, rarest)
    table = _table(choices, {name: n for n, name in enumerate(names)})
    rows, right = np.zeros((len(choices), len(names))), table.right
    rows[table.option, table.feature] = table.value
    weights = np.zeros(len(names))
    for _ in range(_NEWTON):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - right) / len(asked) + penalty * weights
        curve = (rows.T * (chance * (1.0 - chance))) @ rows / len(asked) + penalty * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.005}


def feature_names(choices: Sequence[Choice], rarest: int) -> list[str]:
    """The features that at least `rarest` options have, in order."""
    counts: dict[str, int] = {}
    for choice in choices:
        for features in choice.options:
            for name, value in features.items():
                if value:
                    counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, n in counts.items() if n >= rarest)


class _Table(Struct, frozen=True):
    """All features of all options that are not 0: the option, the feature's number, the value; and of each option the
    choice it belongs to and whether it is right."""

    option: Ints
    feature: Ints
    value: Floats
    owner: Ints
    right: Floats


def _table(choices: Sequence[Choice], number: Mapping[str, int]) -> _Table:
    options = [(n, f, r) for n, c in enumerate(choices) for f, r in zip(c.options, c.right, strict=True)]
    cells = [
        (at, number[name], value)
        for at, (_, features, _) in enumerate(options)
        for name, value in features.items()
        if value and name in number
    ]
    option, feature, value = zip(*cells, strict=True) if cells else ((), (), ())
    return _Table(
        np.array(option, dtype=np.int64),
        np.array(feature, dtype=np.int64),
        np.array(value, dtype=np.float64),
        np.array([n for n, _, _ in options]),
        np.array([float(r) for _, _, r in options]),
    )


def _slope(table: _Table, weights: Floats, count: int) -> Floats:
    """Gradient of the mean of -log P(a right option)."""
    score = np.bincount(table.option, table.value * weights[table.feature], len(table.owner))
    score = np.exp(np.clip(score, -30, 30))
    total = np.bincount(table.owner, score, count)[table.owner]
    good = np.bincount(table.owner, score * table.right, count)[table.owner]
    pull = score / total - np.where(table.right > 0, score / np.maximum(good, 1e-300), 0.0)
    slope: Floats = np.bincount(table.feature, table.value * pull[table.option], len(weights)) / count
    return slope
