"""Trains how the two engines are weighed, on articles that the shipped heads were not trained on.

python -m training.fuse --codes DIR --texts DIR --fold 0 [--out src/dateline/reading/fuse.tsv]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.reading import what
from dateline.reading.fuse import PROPOSE, Pair, allowed, event_type, features, pairs
from dateline.reading.parsed import Parsed
from dateline.reading.reader import Reader
from dateline.reading.trained import Scores, words_of
from training import coded, logit
from training.folds import fold_of


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


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--codes", type=Path, required=True)
    ask.add_argument("--texts", type=Path, required=True)
    ask.add_argument("--fold", type=int, required=True, help="the fifth that the shipped heads were not trained on")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    held = (a for a in coded.articles(args.codes, args.texts) if fold_of(a.doc) == args.fold)
    weights = logit.fit(list(learned(Reader(), held)), penalty=5e-3)
    head = "# How the lexicon and the trained heads are weighed; made by training/fuse.py.\n"
    lines = "".join(f"{name}\t{weight}\n" for name, weight in sorted(weights.items()))
    args.out.write_text(head + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
