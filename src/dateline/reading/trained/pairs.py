"""How well words fill the roles of an anchor (a trigger or a cue): the product of their vectors plus the weights of
what is known of the pair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.reading.trained.features import FEATURES, Vocabulary
from dateline.reading.trained.labels import Labels
from dateline.reading.trained.scores import Array
from dateline.reading.trained.words import Words


def softmax(values: Array) -> Array:
    """Over the last axis."""
    shifted = np.exp(values - values.max(-1, keepdims=True)) if values.size else values
    found: Array = shifted / shifted.sum(-1, keepdims=True) if values.size else values
    return found


def sigmoid(values: Array) -> Array:
    """Chances from log odds."""
    found: Array = (1.0 / (1.0 + np.exp(-values.clip(-30.0, 30.0)))).astype(np.float32)
    return found


class Rows:
    """The head values of one window: `values` [words, columns], `at` the row of each word, in text order."""

    def __init__(self, numbers: Sequence[int], values: Array) -> None:
        self.at = {word: row for row, word in enumerate(numbers)}
        self.values = values

    def of(self, word: int) -> Array:
        """The row of a word."""
        found: Array = self.values[self.at[word]]
        return found


class Pairs:
    """Scores pairs of words from their rows of head values."""

    def __init__(self, labels: Labels, tables: dict[str, list[list[float]]]) -> None:
        self.labels = labels
        self.columns = labels.columns()
        self.vocabulary = Vocabulary(labels.names)
        self._tables = [np.array(tables[f], dtype=np.float32) for f in FEATURES]

    def scores(
        self, words: Words, rows: Rows, anchor: int, others: Sequence[int], roles: slice, loose: bool = False
    ) -> Array:
        """[others, roles] log odds before they are compared with nobody."""
        width, count = self.labels.width, roles.stop - roles.start
        here = slice(roles.start * width, roles.stop * width)
        values = rows.values[[rows.at[w] for w in others]]
        query = rows.of(anchor)[self.columns["query"]][here].reshape(count, width)
        key = values[:, self.columns["key"]][:, here].reshape(len(others), count, width)
        score = np.einsum("rd,ord->or", query, key) / width**0.5
        score += values[:, self.columns["bias"]][:, roles]
        features = np.array(self.vocabulary.pairs(words, anchor, others, loose), dtype=np.int64)
        for number, table in enumerate(self._tables):
            score += table[features[:, number]][:, roles]
        found: Array = score.astype(np.float32)
        return found

    def nobody(self, rows: Rows, anchor: int, roles: slice) -> Array:
        """[roles] log odds of no word at all."""
        found: Array = rows.of(anchor)[self.columns["nobody"]][roles]
        return found
