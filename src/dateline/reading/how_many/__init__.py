"""How many: every number of people or things that a text tells, with bounds, and what became of those counted."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge import Knowledge
from dateline.knowledge.numbers import NumberWords, load
from dateline.model.mentions import Figure
from dateline.reading.how_many.amount import Amount, Scanner
from dateline.reading.how_many.extent import extent, numeral
from dateline.reading.how_many.kind import Judge, Verdict
from dateline.reading.how_many.refusal import refused
from dateline.reading.parsed import Parsed, Sentence

__all__ = ["find"]

_PEOPLE = frozenset({"killed", "injured", "arrested", "abducted", "displaced"})


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[Figure, ...]:
    """The figures of the article's prose, in text order. `why` names how the number was read and what told its kind."""
    words = load()
    judge = Judge(parsed, words)
    return tuple(figure for sentence in parsed.prose() for figure in _figures(parsed, sentence, judge, words))


def _figures(parsed: Parsed, sentence: Sentence, judge: Judge, words: NumberWords) -> Iterator[Figure]:
    tokens = parsed.sentence_tokens(sentence)
    for amount in Scanner(tokens, words).amounts():
        if refused(tokens, amount, words) is None:
            figure = _figure(parsed, sentence, amount, judge)
            if figure is not None:
                yield figure


def _figure(parsed: Parsed, sentence: Sentence, amount: Amount, judge: Judge) -> Figure | None:
    """The figure, or None where the number counts nobody: "one" and "both" must tell of people harmed or held."""
    tokens = parsed.sentence_tokens(sentence)
    found = extent(parsed, tokens, amount)
    if amount.money:
        verdict = Verdict("money", "money")
    else:
        verdict = judge.judge(found.counted, numeral(parsed, tokens, amount))
    if _pronoun(amount, tokens[amount.core].lower) and verdict.kind not in _PEOPLE:
        return None
    start = tokens[amount.first].start
    end = max(found.last.end, tokens[amount.last].end)
    return Figure(
        kind=verdict.kind,
        low=amount.low,
        high=amount.high,
        text=parsed.text[start:end],
        start=start,
        end=end,
        of=parsed.text[found.of.start : found.last.end] if found.of and found.of.start < found.last.end else None,
        why=f"{amount.rule}; {verdict.rule}",
    )


def _pronoun(amount: Amount, word: str) -> bool:
    return (amount.low == 1 == amount.high) or word == "both"
