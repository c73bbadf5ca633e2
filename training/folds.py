"""Which part of the data a text belongs to: by its name, so that every script leaves out the same ones."""

from __future__ import annotations

import hashlib


def fold_of(name: str, folds: int = 5) -> int:
    """The number of the fold, 0 to folds - 1."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds
