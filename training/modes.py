"""Trains which modes an event has, from the coded events that the lexicon finds with their type.

python -m training.modes --codes DIR --texts DIR [--out src/dateline/reading/modes.tsv]

Prints cross-validated figures (five folds, by article); with --out it writes the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.knowledge import Knowledge
from dateline.reading import what
from dateline.reading.candidate import Candidate
from dateline.reading.modes import LEAST, Options, choices
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker
from training import coded, logit, tables
from training.folds import fold_of

PENALTY = 5e-4
HEADS = 0.3
"""What the heads' log odds add: of 0, .3 and .6 the best on the fold that the heads had not seen."""


class Example(Struct, frozen=True):
    """An event found with its coded type: what speaks for each mode, and the coded modes."""

    doc: str
    options: Options
    modes: frozenset[str]


def examples(articles: Iterable[coded.Coded]) -> Iterator[Example]:
    """The examples of coded articles, read by the lexicon alone."""
    parser, knowledge = Parser(), Knowledge()
    for article in articles:
        parsed = parser.parse(article.article)
        found = what.find(parsed, knowledge)
        free = list(article.events)
        for candidate, options in zip(found, choices(parsed, found, knowledge.events), strict=True):
            code = next((e for e in free if _is(parsed, candidate, e)), None)
            if code is not None:
                free.remove(code)
                yield Example(article.doc, options, frozenset(code["mode"]))


def _is(parsed: Parsed, found: Candidate, code: dict[str, Any]) -> bool:
    span = coded.trigger_span(parsed.text, code)
    if span is None or found.event not in (code["event"], *code.get("or", [])):
        return False
    return any(parsed.tokens[t].start < span[1] and span[0] < parsed.tokens[t].end for t in found.trigger)


def fit(learned: Iterable[Example]) -> dict[str, float]:
    """The weights, with that of the heads."""
    asked = [(f, mode in e.modes) for e in learned for mode, f in e.options.items()]
    return logit.fit_yes_or_no(asked, penalty=PENALTY, rarest=8) | {"heads": HEADS}


def right(weights: Ranker, asked: Sequence[Example]) -> tuple[int, int, int]:
    """Modes that are right, coded, and given."""
    given = [{m for m, f in e.options.items() if weights.probability(f) >= LEAST} for e in asked]
    hits = sum(len(g & e.modes) for g, e in zip(given, asked, strict=True))
    return hits, sum(len(e.modes) for e in asked), sum(map(len, given))


def main() -> None:
    """The command."""
    ask = coded.arguments(__doc__)
    ask.add_argument("--out", type=Path)
    args = ask.parse_args()
    known = list(examples(coded.articles(args.codes, args.texts)))
    if args.out:
        about = "What speaks for a mode of an event, and how much; made by training/modes.py."
        tables.write(fit(known), args.out, about)
        return
    folds = [[e for e in known if fold_of(e.doc) == n] for n in range(5)]
    sums = [0, 0, 0]
    for n, fold in enumerate(folds):
        weights = Ranker(fit(e for m, other in enumerate(folds) if m != n for e in other))
        sums = [a + b for a, b in zip(sums, right(weights, fold), strict=True)]
    hits, coded_, given = sums
    print(f"modes P {hits / given:.3f} R {hits / coded_:.3f} F1 {2 * hits / (coded_ + given):.3f}")


if __name__ == "__main__":
    main()
