"""Trains what is a place and which place it is: `python -m training.places.fit FILE.jsonl … [--write]`.

The files hold one article a line: {"doc", "text", "toponyms": [{"start", "end", "geonameid", "lat", "lon"}]}. Prints
figures cross-validated by document over five folds; --write trains on everything and writes the two weight tables.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dateline.knowledge.places import Places
from dateline.reading.parse import Parser
from dateline.reading.where.detect import THRESHOLD
from dateline.reading.where.near import support
from dateline.reading.where.ranking import RENOWNED, company
from dateline.reading.where.resolve import softmax, total
from training.places import linear
from training.places.examples import Example, examples

FOLDS = 5
RIDGE = 3.0
PRIOR = {"level=country match=0": 1.0}
"""Added to the trained weights: many of the articles are from towns called Lebanon, Mexico or Cuba."""
GIVEN = {RENOWNED: 2.0}
"""In place of trained weights: many are from towns called Athens, Dublin or Geneva."""
_DATA = Path("src/dateline/knowledge/data/places")
_HEADS = {
    "detection": "Weights of the model that decides whether a name is meant as a place (reading/where/features.py).",
    "ranking": "Weights of the two models that choose among the places of a name (reading/where/ranking.py):"
    " 1 alone, 2 with the article's other names.",
}
Weights = dict[str, float]
Scores = list[list[np.ndarray]]


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="train on all articles and write the weights")
    options = parser.parse_args()
    listed = list(examples(options.files, Places(), Parser()))
    cross_validate(listed)
    if options.write:
        detection, ranking = fit(listed)
        write("detection", detection)
        write("ranking", ranking)


def cross_validate(listed: Sequence[Example]) -> None:
    """Prints the figures of each corpus, every article judged by models that never saw it."""
    tallies: dict[str, np.ndarray] = {}
    for fold in range(FOLDS):
        detection, ranking = fit([e for e in listed if fold_of(e.doc) != fold])
        for e in (e for e in listed if fold_of(e.doc) == fold):
            tallies[e.corpus] = tallies.get(e.corpus, np.zeros(5)) + judge(e, detection, ranking)
    for corpus, (hits, want, got, near, located) in tallies.items():
        p, r = hits / got, hits / want
        f1 = 2 * p * r / (p + r)
        print(f"{corpus}: detection P {p:.3f} R {r:.3f} F1 {f1:.3f}; Acc@161km given the names {near / located:.3f}")


def judge(e: Example, detection: Weights, ranking: Weights) -> np.ndarray:
    """Toponyms found, toponyms, proposals taken, located mentions within reach, located mentions."""
    taken: set[int] = set()
    spans = []
    least = np.log(THRESHOLD / (1 - THRESHOLD))
    for p, row in zip(e.proposals, e.rows, strict=True):
        span = range(p.first, p.last + 1)
        if taken.isdisjoint(span) and sum(detection.get(f, 0.0) for f in row) >= least:
            taken.update(span)
            spans.append((p.start, p.end))
    hits = sum(any(s < t.end and t.start < end for s, end in spans) for t in e.toponyms)
    scores = _weigh([e], ranking)[0]
    near = located = 0
    for n, chances in zip(e.names, scores, strict=True):
        located += len(n.right)
        near += n.right.count(int(np.argmax(chances))) if len(chances) else 0
    return np.array([hits, len(e.toponyms), len(spans), near, located], dtype=float)


def fit(listed: Sequence[Example]) -> tuple[Weights, Weights]:
    """Both models; the second ranking model is trained on what the first says of the other names, then on its own."""
    rows = [row for e in listed for row in e.rows]
    detection = linear.logistic(rows, [y for e in listed for y in e.labels], RIDGE)
    first = _choice(listed, "1:", None)
    ranking = first | _choice(listed, "2:", _alone(listed, first))
    ranking |= _choice(listed, "2:", _weigh(listed, ranking, rounds=1))
    for model in ("1:", "2:"):
        ranking |= {model + f: round(ranking.get(model + f, 0.0) + more, 3) for f, more in PRIOR.items()}
        ranking |= {model + f: weight for f, weight in GIVEN.items()}
    return detection, ranking


def _choice(listed: Sequence[Example], prefix: str, scores: Scores | None) -> Weights:
    rows, groups, labels, group = [], [], [], 0
    for number, e in enumerate(listed):
        helps = support([n.name.spots for n in e.names], scores[number]) if scores else []
        at = 0
        for n in e.names:
            right = [i for i in n.right if i >= 0]
            if right and len(n.rows) > 1:
                for i, row in enumerate(n.rows):
                    more = company(helps[at + i], n.name.spots[i]) if scores else []
                    rows.append([prefix + f for f in (*row, *more)])
                    groups.append(group)
                    labels.append(right.count(i) / len(right))
                group += 1
            at += len(n.rows)
    return linear.choice(rows, groups, labels, RIDGE)


def _alone(listed: Sequence[Example], ranking: Weights) -> Scores:
    return [[softmax([total(ranking, "1:", f) for f in n.rows]) for n in e.names] for e in listed]


def _weigh(listed: Sequence[Example], ranking: Weights, rounds: int = 2) -> Scores:
    out = _alone(listed, ranking)
    for _ in range(rounds):
        out = [_again(e, scores, ranking) for e, scores in zip(listed, out, strict=True)]
    return out


def _again(e: Example, scores: list[np.ndarray], ranking: Weights) -> list[np.ndarray]:
    helps = iter(support([n.name.spots for n in e.names], scores))
    return [
        softmax(
            [total(ranking, "2:", [*f, *company(next(helps), s)]) for f, s in zip(n.rows, n.name.spots, strict=True)]
        )
        for n in e.names
    ]


def fold_of(doc: str) -> int:
    """The fold of a document: by its name, so that it never changes."""
    return hashlib.blake2b(doc.encode(), digest_size=2).digest()[0] % FOLDS


def write(name: str, weights: Weights) -> None:
    """One table of `data/places`, sorted by feature."""
    lines = [f"# {_HEADS[name]}", "# Written by training/places/fit.py; not edited by hand.", "feature\tweight"]
    lines += [f"{feature}\t{weight:g}" for feature, weight in sorted(weights.items())]
    (_DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
