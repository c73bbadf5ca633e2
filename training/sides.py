"""Trains who is named as actor and recipient of an event: first without the trained heads, on all coded articles; then
how both are weighed together, on those that the heads were not trained on.

python -m training.sides --codes DIR --texts DIR --unseen HEADS=codings --out src/dateline/reading/sides/data
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
"""Chosen on articles held out, cross-validated there."""
FOLDS = 5


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


def both_weights(reader: Reader, seen: Sequence[Example], held: Sequence[Example]) -> dict[str, float]:
    """Weights of the chances without the heads and of the heads' chances, from the articles `held` that these have not
    seen; the former are those of weights that have not seen the article either."""
    choices: list[logit.Choice] = []
    parts = [[e for e in held if fold_of(e.parsed.article.url or "", FOLDS) == n] for n in range(FOLDS)]
    for mine in parts:
        rest = [e for part in parts if part is not mine for e in part]
        sides = Sides(reader.knowledge, Ranker(parse_weights(reader, [*seen, *rest])), Ranker({}))
        choices += [c for e in mine if e.case.trained is not None for c in _both_choices(sides, e)]
    return logit.fit(choices, penalty=BOTH_PENALTY)


def _both_choices(sides: Sides, example: Example) -> Iterator[logit.Choice]:
    first = sides.by_parse(example.parsed, example.case, example.named)
    for slot in SLOTS:
        fits = right(example, slot, first[slot].words)
        if any(fits):
            yield logit.Choice(tuple(both_features(example.case, slot, first[slot])), tuple(fits))


def main() -> None:
    """The command."""
    ask = coded.arguments(__doc__)
    coded.unseen_arguments(ask)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    reader, articles = Reader(), list(coded.articles(args.codes, args.texts))
    untrained = Sides(reader.knowledge, Ranker({}), Ranker({}))
    held: list[Example] = []
    for unseen in coded.unseen(args):
        reader.heads = Heads.load(unseen.heads)
        held += examples(reader, untrained, (a for a in articles if unseen.holds(a.doc)))
    named = {e.parsed.article.url for e in held}
    seen = list(examples(reader, untrained, (a for a in articles if a.article.url not in named)))
    for name, weights in (
        ("both", both_weights(reader, seen, held)),
        ("parse", parse_weights(reader, [*seen, *held])),
    ):
        about = "Who is named as a party of an event; made by training/sides.py."
        tables.write(weights, args.out / f"{name}.tsv", about)


if __name__ == "__main__":
    main()
