"""Trains how likely two mentions are one event: `linking/data/here.tsv` within an article, `across.tsv` between two.

    python -m training.link --gold ECB.jsonl --read DOCUMENTS.jsonl --codes DIR [DIR …] --coded DOCUMENTS.jsonl \
        [--folds 7 --linked LINKED.jsonl] [--out src/dateline/linking/data]

The gold clusters reach across articles (`shared/score/linking.py` describes the form), the codes within one
(`same_as`) and, for the incidents of incidents.toml, across; DOCUMENTS are both sets as read by `dateline read
--format document`. With --folds it links topics and incidents by weights that never saw them, writes the topics'
documents for the scorer and tells the incidents' shares; with --out it writes the weights of all.
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

from dateline.linking import ArticleSketch, Linker, features, keys, words
from dateline.linking.features import Features
from dateline.linking.gather import gather
from dateline.linking.same import ACROSS, HERE, pairs
from dateline.linking.sketch import mentions
from dateline.model import encode
from dateline.model.document import AnnotatedDocument, Event
from training import incidents, tables

PRIOR_STRENGTH = 5.0
"""How many examples the hand-written prior is worth, about."""
MOST = 300.0
"""No topic, article or incident counts more than this many pairs."""
_FREE = frozenset({"bias"})
Known = Mapping[str, frozenset[str]]
"""The names of what each event tells; two events are one where they share a name."""


class Read(Struct, frozen=True):
    """An article as read, what is known of its events, and the groups it is left out with."""

    document: AnnotatedDocument
    sketch: ArticleSketch
    known: Known
    groups: frozenset[str]
    incidents: frozenset[str] = frozenset()


class Example(Struct, frozen=True):
    """A pair to learn from; left out with any of `groups`, of which the first bounds how much it counts."""

    groups: tuple[str, ...]
    features: Features
    same: bool


def by_name(file: Path) -> dict[str, AnnotatedDocument]:
    """The documents of a JSON Lines file by the names of their files, without ending."""
    read = [encode.document_from_json(line) for line in file.read_bytes().split(b"\n") if line]
    return {Path(d.cite_info.url or "").stem: d for d in read}


def of_topics(gold: Iterable[dict[str, Any]], read: Mapping[str, AnnotatedDocument]) -> list[Read]:
    """The articles whose clusters are known, each with its topic."""
    return [
        Read(d, mentions(d), clusters(entry, d), frozenset({f"topic {entry['topic']}"}))
        for entry in gold
        if (d := read.get(entry["doc"])) is not None
    ]


def clusters(entry: dict[str, Any], document: AnnotatedDocument) -> dict[str, frozenset[str]]:
    """The gold clusters of each event: of the mentions whose words it overlaps most."""
    found: dict[str, frozenset[str]] = {}
    for mention in entry["mentions"]:
        best = max(document.events, key=lambda e: (_shared(mention, e), e.confidence), default=None)
        if best is not None and _shared(mention, best):
            found[best.id] = found.get(best.id, frozenset()) | {f"cluster {mention['cluster']}"}
    return found


def _shared(mention: dict[str, Any], event: Event) -> float:
    overlaps = (
        (min(mention["end"], s.end) - max(mention["start"], s.start))
        / (max(mention["end"], s.end) - min(mention["start"], s.start))
        for s in event.event_text
    )
    return max(0.0, max(overlaps, default=0.0))


def of_codes(codes: Mapping[str, list[dict[str, Any]]], read: Mapping[str, AnnotatedDocument]) -> list[Read]:
    """The hand-coded articles, each with the incidents it tells."""
    found = []
    for doc, events in codes.items():
        if doc in read:
            those = incidents.matched(read[doc], doc, events)
            known = {m.event.id: frozenset(filter(None, (m.chain, m.incident))) for m in those}
            told = frozenset(m.incident for m in those if m.incident)
            found.append(Read(read[doc], mentions(read[doc]), known, told or frozenset({f"article {doc}"}), told))
    return found


def within(articles: Iterable[Read]) -> Iterator[Example]:
    """Pairs of mentions of one article."""
    for a in articles:
        groups = tuple(sorted(a.groups))
        for one, two in pairs(a.sketch, a.sketch):
            if one.event.id in a.known and two.event.id in a.known:
                same = bool(a.known[one.event.id] & a.known[two.event.id])
                yield Example(groups, features.here(one, two), same)


def between(articles: Sequence[Read]) -> Iterator[Example]:
    """Pairs of events of two articles that linking compares: of one topic, or where one of them tells an incident."""
    held = [keys.held(a.sketch) for a in articles]
    for number, a in enumerate(articles):
        several, enough = keys.asked(a.sketch)
        for b, there in zip(articles[number + 1 :], held[number + 1 :], strict=True):
            known = a.groups & b.groups or a.incidents or b.incidents
            if known and keys.near(((k, "") for k in there & (several | enough)), enough):
                yield from _between(a, b)


def _between(a: Read, b: Read) -> Iterator[Example]:
    groups = tuple(sorted(a.groups & b.groups)) or tuple(sorted(a.groups | b.groups))
    alike = features.likeness(a.sketch, b.sketch)
    for one, two in pairs(a.sketch, b.sketch):
        left, right = _mostly(one.event.members, a.known), _mostly(two.event.members, b.known)
        told = (left | right) & (a.incidents | b.incidents)
        if left and right and (told or not (a.incidents or b.incidents)):
            yield Example(groups, features.across(one, two, alike), bool(left & right))


def _mostly(members: Iterable[str], known: Known) -> frozenset[str]:
    """The names that most of the known ones among these mentions have."""
    those = [known[m] for m in members if m in known]
    counts = collections.Counter(name for names in those for name in names)
    return frozenset(name for name, n in counts.items() if 2 * n >= len(those))


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
    counts = collections.Counter(e.groups[0] for e in examples)
    return np.array([min(1.0, MOST / counts[e.groups[0]]) for e in examples])


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


class Weights(Struct, frozen=True):
    """Both tables."""

    here: dict[str, float]
    across: dict[str, float]


def learn(articles: Sequence[Read], without: frozenset[str] = frozenset()) -> Weights:
    """The weights of articles, but for those that belong to a group of `without`."""
    prior = words.table("prior.tsv")
    left = [a for a in articles if not a.groups & without]
    here = fit(list(within(left)), prior)
    return Weights(here, fit(list(between([gathered(a, here) for a in left])), prior))


def gathered(article: Read, here: Mapping[str, float]) -> Read:
    """The article with its mentions gathered into events."""
    return replace(article, sketch=gather(article.sketch, here))


def linked(articles: Iterable[Read], weights: Weights) -> dict[str, str]:
    """The links of all articles together with these weights."""
    whole = Linker(weights.across)
    for article in articles:
        whole.add(gather(article.sketch, weights.here))
    return whole.links()


def cross_validate(
    topics: Sequence[Read], coded: Sequence[Read], codes: Mapping[str, list[dict[str, Any]]], folds: int
) -> tuple[list[AnnotatedDocument], dict[str, incidents.Share]]:
    """The topics' documents and the incidents' shares, linked by weights that were fitted without them."""
    names = sorted({g for a in topics for g in a.groups}) + sorted({i for a in coded for i in a.incidents})
    read = {Path(a.document.cite_info.url or "").stem: a.document for a in coded}
    documents: list[AnnotatedDocument] = []
    shares: dict[str, incidents.Share] = {}
    for fold in range(folds):
        held = frozenset(names[fold::folds])
        weights = learn([*topics, *coded], held)
        links = {event: f"{fold} {link}" for event, link in linked(topics, weights).items()}
        documents += [relinked(a.document, links) for a in topics if a.groups & held]
        found = incidents.shares(read, codes, linked(coded, weights))
        shares |= {name: share for name, share in found.items() if name in held}
    return documents, shares


def relinked(document: AnnotatedDocument, links: Mapping[str, str]) -> AnnotatedDocument:
    """The document with its events' links replaced."""
    return replace(document, events=tuple(replace(e, link=links[e.id]) for e in document.events))


def write(weights: Weights, out: Path) -> None:
    """The weights as data files."""
    head = "# How features weigh for two mentions being one event, {}; made by training/link.py."
    tables.write(weights.here, out / HERE, head.format("within one article"))
    tables.write(weights.across, out / ACROSS, head.format("between articles"))


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "read", "coded"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    ask.add_argument("--codes", type=Path, nargs="+", required=True)
    ask.add_argument("--folds", type=int, default=0)
    ask.add_argument("--linked", type=Path, help="with --folds: write the topics' documents here, to be scored")
    ask.add_argument("--out", type=Path)
    args = ask.parse_args()
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    codes, read = incidents.coded(args.codes), by_name(args.coded)
    topics, articles = of_topics(gold, by_name(args.read)), of_codes(codes, read)
    if args.folds:
        documents, shares = cross_validate(topics, articles, codes, args.folds)
        args.linked.write_bytes(b"".join(encode.to_json(d) + b"\n" for d in documents))
        for name, share in sorted(shares.items()):
            print(f"{name:28} {share.together:3} of {share.mentions:3}, {len(share.strangers)} strangers")
        print(incidents.summed(shares))
    if args.out:
        write(learn([*topics, *articles]), args.out)


if __name__ == "__main__":
    main()
