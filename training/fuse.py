"""Trains how the two engines are weighed, on articles that the heads given were not trained on.

python -m training.fuse --codes DIR --texts DIR --unseen HEADS=codings [--base FILE] [--out FILE]

With --base the weights of a file stay what they are to each other, and only features that they lack are fitted.
Prints the error of calibration, cross-validated by article; with --out it writes the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.model.weights import parse
from dateline.reading import what
from dateline.reading.fuse import PROPOSE, TAKEN, Pair, allowed, event_type, features, pairs
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker
from dateline.reading.reader import Reader
from dateline.reading.trained import Heads, Scores, words_of
from training import coded, logit, tables
from training.folds import fold_of

PENALTY = 1e-2
"""Chosen by cross-validation on articles that the heads had not seen."""


def learned(reader: Reader, articles: Iterable[coded.Coded]) -> Iterator[logit.Choice]:
    """Each proposed event of the articles, and whether it was coded with that type."""
    assert reader.heads is not None
    for article in articles:
        parsed = reader.parser.parse(article.article)
        scores = allowed(parsed, reader.heads.read(words_of(parsed)), reader.knowledge.events)
        rules = what.find(parsed, reader.knowledge, PROPOSE)
        yield from _of_article(parsed, list(pairs(parsed, rules, scores)), scores, article.events)


def _of_article(
    parsed: Parsed, proposed: list[Pair], scores: Scores, events: tuple[dict[str, Any], ...]
) -> Iterator[logit.Choice]:
    """What meets only an optional event teaches nothing."""
    typed = [(pair, event_type(pair, scores)) for pair in proposed]
    taken = matched(parsed, typed, events)
    for n, (pair, event) in enumerate(typed):
        code = events[taken[n]] if n in taken else None
        right = code is not None and event in types(code)
        if right or code is None or not code.get("optional"):
            yield logit.yes_or_no(features(parsed, pair, event, scores), right)


def matched(parsed: Parsed, typed: list[tuple[Pair, str]], events: tuple[dict[str, Any], ...]) -> dict[int, int]:
    """For proposals with their types the coded event that each meets, one to one, those of the right type first."""
    free = list(range(len(events)))
    taken: dict[int, int] = {}
    for right_type in (True, False):
        for n, (pair, event) in enumerate(typed):
            for g in free if n not in taken else ():
                if _meets(parsed, pair, events[g]) and (event in types(events[g])) == right_type:
                    taken[n] = g
                    free.remove(g)
                    break
    return taken


def types(code: dict[str, Any]) -> set[str]:
    """The types that a coder could give an event."""
    return {code["event"], *code.get("or", [])}


def _meets(parsed: Parsed, pair: Pair, code: dict[str, Any]) -> bool:
    """Whether a proposal's words overlap the coded trigger or other words that a coder could have taken."""
    words = pair.rule.trigger if pair.rule else (pair.word,)
    start = parsed.text.find(code["sentence"])
    for quoted in (code["trigger"], *code.get("also", [])):
        at = parsed.text.find(quoted, start) if start >= 0 else -1
        if at >= 0 and any(parsed.tokens[w].start < at + len(quoted) and at < parsed.tokens[w].end for w in words):
            return True
    return False


def calibration(found: Mapping[str, Sequence[logit.Choice]], folds: int = 4, bins: int = 10) -> float:
    """The expected calibration error of the events taken: the mean gap, over bins of the chance, between the chance and
    the share that is right; each article judged by weights that have not seen it."""
    judged: list[tuple[float, bool]] = []
    for fold in range(folds):
        seen = [c for doc, choices in found.items() if fold_of(doc + "/", folds) != fold for c in choices]
        ranker = Ranker(logit.fit(seen, penalty=PENALTY))
        mine = [c for doc, choices in found.items() if fold_of(doc + "/", folds) == fold for c in choices]
        judged += [(ranker.probability(c.options[0]), c.right[0]) for c in mine]
    taken = [j for j in judged if j[0] >= TAKEN]
    gaps = [sum(chance - right for chance, right in taken if int(chance * bins) == n) for n in range(bins)]
    return sum(map(abs, gaps)) / max(len(taken), 1)


def further(choices: Sequence[logit.Choice], base: dict[str, float]) -> dict[str, float]:
    """`base`, scaled as a whole, with the weights of the features that it lacks."""
    ranker, learned = Ranker(base), []
    for choice in choices:
        told = choice.options[0]
        new = {name: value for name, value in told.items() if name not in base}
        learned.append(logit.yes_or_no(new | {"base": ranker.score(told), "shift": 1.0}, choice.right[0]))
    fitted = logit.fit(learned, penalty=1e-3)
    scale, shift = fitted.pop("base"), fitted.pop("shift", 0.0)
    scaled = {name: round(weight * scale, 4) for name, weight in base.items()}
    return scaled | fitted | {"always": round(scaled.get("always", 0.0) + shift, 4)}


def main() -> None:
    """The command."""
    ask = coded.arguments(__doc__)
    coded.unseen_arguments(ask)
    ask.add_argument("--base", type=Path, help="weights to go on from")
    ask.add_argument("--out", type=Path)
    args = ask.parse_args()
    reader, articles = Reader(), list(coded.articles(args.codes, args.texts))
    found: dict[str, list[logit.Choice]] = {}
    for unseen in coded.unseen(args):
        reader.heads = Heads.load(unseen.heads)
        found |= {a.doc: list(learned(reader, [a])) for a in articles if unseen.holds(a.doc)}
    print(f"calibration error {calibration(found):.3f}")
    if args.out:
        choices = [c for choices in found.values() for c in choices]
        weights = (
            further(choices, parse(args.base.read_text(encoding="utf-8")))
            if args.base
            else logit.fit(choices, penalty=PENALTY)
        )
        tables.write(weights, args.out, "How the lexicon and the trained heads are weighed; made by training/fuse.py.")


if __name__ == "__main__":
    main()
