"""The weights of the two small linear models over places: what is a place, and which place is it."""

from __future__ import annotations

from dateline.knowledge.tables import rows


def load(name: str) -> dict[str, float]:
    """Weight by feature, from `data/places/<name>.tsv`; empty where a model has not been trained."""
    return {row["feature"]: float(row["weight"]) for row in rows(f"places/{name}.tsv")}
