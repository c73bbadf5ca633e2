"""Trains who is named as actor and recipient of an event: first without the trained heads, on the articles that they
were trained on; then how both are weighed together, on the fifth that the heads were not trained on.

python -m training.sides --codes DIR --texts DIR --fold 0 --heads DIR --out src/dateline/reading/sides/data
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.reading import what
from dateline.reading.fuse import PROPOSE, allowed, event_type, pairs
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker
from dateline.reading.reader import Reader
from dateline.reading.sides import SLOTS, Case, Sides
from dateline.reading.sides.case import options
from dateline.reading.sides.choice import both_features
from dateline.reading.sides.evidence import Evidence, Named
from dateline.reading.trained import Heads, Scores, words_of
from training import coded, logit, tables
from training.folds import fold_of
from training.fuse import matched
from training.likeness import same_party

PARSE_RIDGE, PARSE_LEAST, BOTH_PENALTY = 5.0, 15, 5e-3
"""Chosen on the held-out fifth, cross-validated there."""


class Example(Struct, frozen=True):
    """An event that was both proposed and coded."""

    parsed: Parsed
    case: Case
    named: Named
    code: dict[str, Any]


def examples(reader: Reader, sides: Sides, articles: Iterable[coded.Coded]) -> Iterator[Example]:
    """The coded events that the engines propose, with their words and codes."""
    assert reader.heads is not None
    for article in articles:
        parsed = reader.parser.parse(article.article)
        scores = allowed(parsed, reader.heads.read(words_of(parsed)), reader.knowledge.events)
        named = sides.naming(parsed, reader.mentions(parsed, scores))
        for case, code in _cases(reader, parsed, scores, article.events):
            yield Example(parsed, case, named, code)


def _cases(
    reader: Reader, parsed: Parsed, scores: Scores, events: tuple[dict[str, Any], ...]
) -> Iterator[tuple[Case, dict[str, Any]]]:
    rules = what.find(parsed, reader.knowledge, PROPOSE)
    typed = [(pair, event_type(pair, scores)) for pair in pairs(parsed, rules, scores)]
    for n, g in sorted(matched(parsed, typed, events).items()):
        pair, event = typed[n]
        yield Case(event, pair.word, pair.rule, pair.trained), events[g]


def right(example: Example, slot: str, words: Iterable[int]) -> list[bool]:
    """Which words name a coded party, and at the end whether nobody is coded."""
    wanted = example.code.get(f"{slot}s") or []
    fits = [any(same_party(w, e) for w in wanted for e in example.named(word)) for word in words]
    return [*fits, not wanted]


def parse_weights(reader: Reader, found: Iterable[Example]) -> dict[str, float]:
    """Weights of the parse's and the lexicon's evidence."""
    choices = list(_choices(reader, found))
    return logit.fit(choices, penalty=PARSE_RIDGE / max(len(choices), 1), rarest=PARSE_LEAST)


def _choices(reader: Reader, found: Iterable[Example]) -> Iterator[logit.Choice]:
    events = reader.knowledge.events
    for example in found:
        case = Case(example.case.event, example.case.word, example.case.rule)
        evidence = Evidence(example.parsed, case, example.named, events)
        for slot, words in options(example.parsed, case, events).items():
            fits = right(example, slot, words)
            if any(fits):
                rows = [*(evidence.of(slot, w) for w in words), evidence.of_nobody(slot)]
                yield logit.Choice(tuple(dict.fromkeys(row, 1.0) for row in rows), tuple(fits))


def both_weights(sides: Sides, found: Iterable[Example]) -> dict[str, float]:
    """Weights of the chances without the heads and of the heads' chances."""
    choices = []
    for example in found:
        if example.case.trained is None:
            continue
        first = sides.by_parse(example.parsed, example.case, example.named)
        for slot in SLOTS:
            fits = right(example, slot, first[slot].words)
            if any(fits):
                choices.append(logit.Choice(tuple(both_features(example.case, slot, first[slot])), tuple(fits)))
    return logit.fit(choices, penalty=BOTH_PENALTY)


def main() -> None:
    """The command."""
    ask = coded.arguments(__doc__)
    ask.add_argument("--fold", type=int, required=True, help="the fifth that the heads were not trained on")
    ask.add_argument("--heads", type=Path, required=True, help="trained heads that left out that fifth")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    reader, articles = Reader(), list(coded.articles(args.codes, args.texts))
    reader.heads = Heads.load(args.heads)
    untrained = Sides(reader.knowledge, Ranker({}), Ranker({}))
    seen = examples(reader, untrained, (a for a in articles if fold_of(a.doc) != args.fold))
    parse = parse_weights(reader, seen)
    held = examples(reader, untrained, (a for a in articles if fold_of(a.doc) == args.fold))
    both = both_weights(Sides(reader.knowledge, Ranker(parse), Ranker({})), held)
    for name, weights in (("parse", parse), ("both", both)):
        about = "Who is named as a party of an event; made by training/sides.py."
        tables.write(weights, args.out / f"{name}.tsv", about)


if __name__ == "__main__":
    main()
