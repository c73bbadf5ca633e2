"""Trains how likely two mentions are one event: `linking/data/same.tsv`.

    python -m training.link --gold ECB.jsonl --read DOCUMENTS.jsonl --codes DIR --coded DOCUMENTS.jsonl \
        [--folds 7 --linked LINKED.jsonl] [--out src/dateline/linking/data/same.tsv]

The gold clusters reach across articles (`shared/score/linking.py` describes the form), the codes (`same_as`) within
one; DOCUMENTS are both sets as `dateline read --format document` read them. With --folds it links each topic by
weights that never saw it and writes the documents, for the scorer; with --out it writes the weights of all.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from dateline.linking import Linker, same, sketch, words
from dateline.linking.features import Features, features
from dateline.model import encode
from dateline.model.document import AnnotatedDocument, Event
from training import coded, tables

PRIOR_STRENGTH = 20.0
"""How many examples the hand-written prior is worth, about."""
MOST = 300.0
"""No topic counts more than this many pairs."""
_FREE = frozenset({"bias", "across"})


class Example(Struct, frozen=True):
    """A pair to learn from; `group` is what it is left out with."""

    group: str
    features: Features
    same: bool


def by_name(file: Path) -> dict[str, AnnotatedDocument]:
    """The documents of a JSON Lines file by the names of their files, without ending."""
    read = [encode.document_from_json(line) for line in file.read_bytes().split(b"\n") if line]
    return {Path(d.cite_info.url or "").stem: d for d in read}


def from_clusters(gold: Iterable[dict[str, Any]], read: Mapping[str, AnnotatedDocument]) -> Iterator[Example]:
    """Pairs of events of one topic whose clusters are known."""
    by_topic = collections.defaultdict(list)
    for entry in gold:
        if entry["doc"] in read:
            by_topic[entry["topic"]].append((sketch(read[entry["doc"]]), clusters(entry, read[entry["doc"]])))
    for topic, articles in by_topic.items():
        for number, (one, known) in enumerate(articles):
            for two, others in articles[number:]:
                yield from _labelled(f"topic {topic}", same.pairs(one, two), known | others)


def clusters(entry: dict[str, Any], document: AnnotatedDocument) -> dict[str, frozenset[Any]]:
    """The gold clusters of each event: of the mentions whose words it overlaps most."""
    found: dict[str, frozenset[Any]] = {}
    for mention in entry["mentions"]:
        best = max(document.events, key=lambda e: (_shared(mention, e), e.confidence), default=None)
        if best is not None and _shared(mention, best):
            found[best.id] = found.get(best.id, frozenset()) | {mention["cluster"]}
    return found


def _shared(mention: dict[str, Any], event: Event) -> float:
    overlaps = (
        (min(mention["end"], s.end) - max(mention["start"], s.start))
        / (max(mention["end"], s.end) - min(mention["start"], s.start))
        for s in event.event_text
    )
    return max(0.0, max(overlaps, default=0.0))


def from_codes(codes: Path, read: Mapping[str, AnnotatedDocument]) -> Iterator[Example]:
    """Pairs of events of one hand-coded article."""
    for path in sorted(codes.glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        document = read.get(entry.get("doc", ""))
        if document is None:
            continue
        article = sketch(document)
        yield from _labelled(f"article {entry['doc']}", same.pairs(article, article), _coded(entry, document))


def _coded(entry: dict[str, Any], document: AnnotatedDocument) -> dict[str, frozenset[Any]]:
    first: dict[str, str] = {}
    mentions = []
    for code in entry["events"]:
        first[code["id"]] = first.get(code.get("same_as") or "", code["id"])
        span = coded.trigger_span(document.text, code)
        if span:
            mentions.append({"start": span[0], "end": span[1], "cluster": first[code["id"]]})
    return clusters({"mentions": mentions}, document)


def _labelled(group: str, pairs: Any, known: Mapping[str, frozenset[Any]]) -> Iterator[Example]:
    for one, two, alike in pairs:
        if one.event.id in known and two.event.id in known:
            answer = bool(known[one.event.id] & known[two.event.id])
            yield Example(group, features(one, two, alike), answer)


def fit(examples: Sequence[Example], prior: Mapping[str, float]) -> dict[str, float]:
    """Weights by logistic regression, drawn towards the prior; evidence that the prior holds for one side never ends
    up on the other."""
    names = sorted({n for e in examples for n in e.features} | set(prior))
    number = {n: i for i, n in enumerate(names)}
    rows = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            rows[row, number[name]] = value
    start = np.array([prior.get(n, 0.0) for n in names])
    answers = np.array([e.same for e in examples], dtype=float)
    found = _descend(rows, answers, _shares(examples), start, [n in _FREE for n in names])
    return {n: round(float(w), 3) for n, w in zip(names, found, strict=True) if abs(w) >= 0.005}


def _shares(examples: Sequence[Example]) -> npt.NDArray[np.float64]:
    counts = collections.Counter(e.group for e in examples)
    return np.array([min(1.0, MOST / counts[e.group]) for e in examples])


def _descend(
    rows: npt.NDArray[np.float64],
    answers: npt.NDArray[np.float64],
    shares: npt.NDArray[np.float64],
    start: npt.NDArray[np.float64],
    free: Sequence[bool],
) -> npt.NDArray[np.float64]:
    low = np.where((start > 0) & ~np.array(free), 0.0, -np.inf)
    high = np.where((start < 0) & ~np.array(free), 0.0, np.inf)
    weights, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, 801):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (shares * (chance - answers)) + PRIOR_STRENGTH * (weights - start)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.clip(weights, low, high)
    return weights


def linked(read: Iterable[AnnotatedDocument], weights: Mapping[str, float]) -> dict[str, str]:
    """The links of documents with these weights."""
    whole = Linker(weights)
    for document in read:
        whole.add(sketch(document))
    return whole.links()


def cross_validate(
    gold: list[dict[str, Any]], read: Mapping[str, AnnotatedDocument], coded_pairs: list[Example], folds: int
) -> Iterator[tuple[AnnotatedDocument, dict[str, str]]]:
    """The documents with links by weights that were fitted without their topics."""
    topics = sorted({e["topic"] for e in gold}, key=int)
    learned = list(from_clusters(gold, read))
    for fold in range(folds):
        held = {f"topic {t}" for t in topics[fold::folds]}
        weights = fit([*coded_pairs, *(e for e in learned if e.group not in held)], words.table("prior.tsv"))
        links = linked(read.values(), weights)
        for entry in gold:
            if f"topic {entry['topic']}" in held and entry["doc"] in read:
                yield read[entry["doc"]], {e: f"{fold} {link}" for e, link in links.items()}


def relinked(document: AnnotatedDocument, links: Mapping[str, str]) -> AnnotatedDocument:
    """The document with its events' links replaced."""
    return replace(document, events=tuple(replace(e, link=links[e.id]) for e in document.events))


def write(weights: Mapping[str, float], out: Path) -> None:
    """The weights as a data file."""
    tables.write(weights, out, "How features weigh for two mentions being one event; made by training/link.py.")


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "read", "codes", "coded"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    ask.add_argument("--folds", type=int, default=0)
    ask.add_argument("--linked", type=Path, help="with --folds: write the documents so linked here, to be scored")
    ask.add_argument("--out", type=Path)
    args = ask.parse_args()
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    read = by_name(args.read)
    coded_pairs = list(from_codes(args.codes, by_name(args.coded)))
    if args.folds:
        whole = cross_validate(gold, read, coded_pairs, args.folds)
        args.linked.write_bytes(b"".join(encode.to_json(relinked(d, links)) + b"\n" for d, links in whole))
    if args.out:
        write(fit([*coded_pairs, *from_clusters(gold, read)], words.table("prior.tsv")), args.out)


if __name__ == "__main__":
    main()
