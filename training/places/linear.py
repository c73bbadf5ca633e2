"""A logistic regression and a conditional logit over sparse named features. Nothing in them is random."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = Sequence[Sequence[str]]


class Vocabulary:
    """Numbers for the features seen in at least `least` rows."""

    def __init__(self, rows: Iterable[Sequence[str]], least: int) -> None:
        counts = Counter(f for row in rows for f in set(row))
        self.names = sorted(f for f, n in counts.items() if n >= least)
        self.number = {f: n for n, f in enumerate(self.names)}

    def pairs(self, rows: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Row and feature numbers of all features present."""
        at = [(r, self.number[f]) for r, row in enumerate(rows) for f in set(row) if f in self.number]
        both = np.array(at, dtype=np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]


def logistic(rows: Rows, labels: Sequence[float], ridge: float, least: int = 5, rounds: int = 400) -> dict[str, float]:
    """Weights of a ridge logistic regression (Adam, full batch)."""
    vocabulary = Vocabulary(rows, least)
    r, f = vocabulary.pairs(rows)
    y = np.array(labels, dtype=float)

    def gradient(w: NDArray[np.float64]) -> NDArray[np.float64]:
        margin = np.bincount(r, weights=w[f], minlength=len(y))
        error = 1 / (1 + np.exp(-margin)) - y
        return np.bincount(f, weights=error[r], minlength=len(w)) + ridge * w

    return _descend(vocabulary, gradient, rounds)


def choice(
    rows: Rows, groups: Sequence[int], labels: Sequence[float], ridge: float, least: int = 5
) -> dict[str, float]:
    """Weights of a conditional logit: one of each group's rows is chosen; labels sum to 1 within a group."""
    vocabulary = Vocabulary(rows, least)
    r, f = vocabulary.pairs(rows)
    y, g = np.array(labels, dtype=float), np.array(groups, dtype=np.int64)
    size = int(g.max()) + 1

    def gradient(w: NDArray[np.float64]) -> NDArray[np.float64]:
        margin = np.bincount(r, weights=w[f], minlength=len(y))
        top = np.full(size, -np.inf)
        np.maximum.at(top, g, margin)
        e = np.exp(margin - top[g])
        p = e / np.bincount(g, weights=e, minlength=size)[g]
        return np.bincount(f, weights=(p - y)[r], minlength=len(w)) + ridge * w

    return _descend(vocabulary, gradient, 400)


def _descend(vocabulary: Vocabulary, gradient, rounds: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    w = np.zeros(len(vocabulary.names))
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, rounds + 1):
        g = gradient(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        rate = 0.1 * (1 - 0.9 * step / rounds)
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(x), 3) for name, x in zip(vocabulary.names, w, strict=True) if abs(x) >= 0.02}
