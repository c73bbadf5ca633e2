"""From annotated data to the shipped weights.

    python -m training.train --shared ../shared --out src/dateline/reading/trained/data

With --fold N it leaves out that fifth of the data, and measures on it.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
import time
from collections.abc import Callable, Iterable
from itertools import chain, starmap

import msgspec
import numpy as np
import torch
from tokenizers import Tokenizer

from dateline.reading.trained import Heads
from training import annotated, codings, measure
from training.batches import Batcher
from training.encoder import unpacked
from training.examples import Example, examples
from training.export import export
from training.folds import fold_of
from training.layout import labels_of
from training.loop import LOSSES, Plan, train
from training.network import Network
from training.resume import resume, resumed_labels

FOLDS = 5
_OF_CLAIMS_DEV = frozenset(
    f"claims_{name}"
    for name in (
        "breitbart_2016_09_26_green_party_candidate_jill_stein",
        "nyt_2016_09_20_examining_the_u_n_s_record_on_ur",
        "usa_today_2016_09_08_lawmaker_urges_retaliation_on_ru",
        "usa_today_2016_09_22_derelict_obama_and_clinton_trump",
        "west_journal_2016_09_12_obama_seeks_more_muslim_refug",
        "west_journal_2016_09_21_chris_christie_calls_hillary",
        "west_journal_2016_09_29_gold_star_mom_corners_obama_o",
    )
)
"""Event articles that also stand in the development part of the attributions: left out, since that measures us."""


def gather(shared: pathlib.Path, cache: pathlib.Path, tasks: list[str]) -> dict[str, list[Example]]:
    """All annotated texts by task."""
    data = shared / "data"
    sources: dict[str, Callable[[], Iterable[annotated.Annotated]]] = {
        "events": lambda: annotated.event_articles(data / "events/codes", data / "events/articles"),
        "codings": lambda: starmap(annotated.event_article, codings.coded_texts(data)),
        "claims": lambda: annotated.claim_articles(data / "claims/polnear_train.jsonl"),
        "roots": lambda: annotated.rooted_sentences(data / "types/PLV_train.tsv"),
        "dev": lambda: annotated.claim_articles(data / "claims/polnear_dev.jsonl"),
    }
    found = {task: examples(sources[task](), cache) for task in tasks}
    coded = chain(found.get("events", ()), found.get("codings", ()))
    for event in (e for example in coded for e in example.events or []):
        if event.when is None:  # its day is not known: neither is the word that tells it
            event.roles.pop("date", None)
    return found


def run(args: argparse.Namespace, plan: Plan) -> None:
    """Trains, exports, and measures on what was left out."""
    random.seed(plan.seed)
    np.random.seed(plan.seed)
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(True)
    begun = time.monotonic()
    cache = args.cache
    found = gather(args.shared, cache / "examples", [*LOSSES, "dev"])
    held = {t: [e for e in x if args.fold is not None and fold_of(e.name) == args.fold] for t, x in found.items()}
    kept = {t: [e for e in x if args.fold is None or fold_of(e.name) != args.fold] for t, x in found.items()}
    kept["events"] = [e for e in kept["events"] if e.name not in _OF_CLAIMS_DEV]
    kept["claims"] = found["claims"][:: args.thin]
    kept["events"] += examples(annotated.further_examples(pathlib.Path(__file__).parent / "data"), cache / "examples")
    tasks = {t: kept[t] for t in LOSSES}
    encoder = unpacked(cache / "encoder")
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    labels = resumed_labels(args.resume) if args.resume else labels_of([*tasks["events"], *tasks["claims"][:200]])
    batcher = Batcher(tokenizer, labels)
    network = Network(encoder, labels, plan.layers, plan.half)
    if args.resume:
        resume(network, args.resume)
    print({t: len(x) for t, x in tasks.items()}, labels.total(), f"{time.monotonic() - begun:.0f} s", flush=True)
    train(network, batcher, {t: batcher.texts(x) for t, x in tasks.items()}, plan)
    torch.save(network.state_dict(), cache / "last.pt")
    export(network, tokenizer, args.out)
    report(args, held, found["dev"])
    print(f"{time.monotonic() - begun:.0f} s in all", flush=True)


def report(args: argparse.Namespace, held: dict[str, list[Example]], dev: list[Example]) -> None:
    """Figures of the exported files on the texts left out."""
    heads = Heads.load(args.out)
    assert heads is not None
    scorers, work = args.shared / "score", args.cache / "scored"
    data = args.shared / "data/events"
    codes = {e.name: data / "codes" / f"{e.name}.json" for e in held["events"]}
    judged = [e for e in held["events"] if codes[e.name].exists()]
    if judged:
        gold = [str(codes[e.name]) for e in judged]
        for least in (0.3, 0.4, 0.5, 0.6):
            lines = [event for e in judged for event in measure.events(e, heads, least)]
            figures = measure.score(scorers / "score.py", [*gold, "--texts", str(data / "articles")], lines, work)
            print(f"events from {least}", json.dumps(figures), flush=True)
    if held["roots"]:
        print("roots", measure.roots(held["roots"], heads, scorers, args.shared / "data/types/PLV_train.tsv", work))
    if args.claims:
        lines = [measure.document(e, heads) for e in dev]
        figures = measure.score(
            scorers / "claims.py", [str(args.shared / "data/claims/polnear_dev.jsonl")], lines, work
        )
        print("claims", json.dumps(figures), flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--shared", type=pathlib.Path, required=True, help="folder with data/ and score/")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="where the weights go")
    parser.add_argument("--cache", type=pathlib.Path, default=pathlib.Path("runs/training"))
    parser.add_argument("--plan", type=pathlib.Path, default=pathlib.Path(__file__).parent / "plan.json")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=JSON", help="change one value of the plan")
    parser.add_argument("--fold", type=int, choices=range(FOLDS), help="leave out this fifth and measure on it")
    parser.add_argument("--resume", type=pathlib.Path, help="go on from the weights in this folder")
    parser.add_argument("--thin", type=int, default=1, help="take every n-th document with attributions only")
    parser.add_argument("--claims", action="store_true", help="measure attributions on the development documents")
    args = parser.parse_args()
    values = json.loads(args.plan.read_text(encoding="utf-8"))
    for change in args.set:
        key, _, value = change.partition("=")
        values[key] = json.loads(value)
    plan = msgspec.convert(values, Plan)
    print(plan, flush=True)
    run(args, plan)


if __name__ == "__main__":
    main()
