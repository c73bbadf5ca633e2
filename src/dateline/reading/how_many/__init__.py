"""How many: every number of people or things that a text tells, with bounds, and what became of those counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.knowledge import Knowledge
from dateline.knowledge.numbers import NumberWords
from dateline.model.mentions import Figure
from dateline.reading.how_many.amount import Amount, Scanner
from dateline.reading.how_many.extent import Extent, extent, numeral
from dateline.reading.how_many.kind import Judge
from dateline.reading.how_many.refusal import refused
from dateline.reading.how_many.verbs import Verdict
from dateline.reading.parsed import Parsed, Sentence, Token

__all__ = ["find"]

_SHARED = frozenset({"killed", "injured", "arrested", "abducted", "displaced", "force"})
_PARTY = frozenset({"nsubj", "nsubjpass", "dobj"})
_FEW = 12
_CROWD = 20
_PEOPLE = frozenset({"killed", "injured", "arrested", "abducted", "displaced"})


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[Figure, ...]:
    """The figures of the article's prose, in text order. `why` names how the number was read and what told its kind."""
    words = knowledge.numbers
    judge = Judge(parsed, words)
    return tuple(figure for sentence in parsed.prose() for figure in _figures(parsed, sentence, judge, words))


def _figures(parsed: Parsed, sentence: Sentence, judge: Judge, words: NumberWords) -> Iterator[Figure]:
    """The figures of a sentence. A number that stands bare shares the kind of the figure before it."""
    tokens = parsed.sentence_tokens(sentence)
    before: Figure | None = None
    for amount in Scanner(tokens, words).amounts():
        if refused(tokens, amount, words) is None:
            figure = _figure(parsed, tokens, amount, judge)
            if figure is not None:
                before = _shared(parsed, tokens, amount, figure, before)
                yield before


def _figure(parsed: Parsed, tokens: Sequence[Token], amount: Amount, judge: Judge) -> Figure | None:
    """The figure, or None where the number counts nobody: "one", "both" and "the two" must tell more than "other"."""
    found = extent(parsed, tokens, amount)
    number = numeral(parsed, tokens, amount)
    verdict = Verdict("money", "money") if amount.money else judge.judge(found.counted, number, _many(amount))
    if _pronoun(amount, tokens[amount.core].lower) and verdict.kind not in _PEOPLE:
        return None
    if tokens[amount.core].lower == "both" and found.of is not None and not judge.people(found.counted):
        return None
    if verdict.kind == "other" and (_known(tokens, amount) or _idle(amount, found)):
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


def _shared(parsed: Parsed, tokens: Sequence[Token], amount: Amount, figure: Figure, before: Figure | None) -> Figure:
    """A number without a noun or a verb of its own is of the kind before: "40 were killed, between 6 and 8 of them"."""
    bare = figure.of is None or figure.of.lower() in {"them", "whom", "these", "those"}
    if figure.kind != "other" or not bare or before is None or before.kind not in _SHARED:
        return figure
    number = numeral(parsed, tokens, amount)
    if number.dep in _PARTY and parsed.tokens[number.head].pos == "VERB":
        return figure
    return replace(figure, kind=before.kind, why=f"{figure.why}; as the figure before")


def _many(amount: Amount) -> bool:
    return (amount.high or amount.low or 0) >= _CROWD


def _pronoun(amount: Amount, word: str) -> bool:
    return (amount.low == 1 == amount.high) or word == "both"


def _idle(amount: Amount, found: Extent) -> bool:
    """A small number that neither bounds nor counts anything: "rose to 6"."""
    return found.of is None and amount.rule == "number" and amount.low is not None and amount.low < 10


def _known(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "The two countries", "these three": a few already spoken of are no news."""
    few = amount.low == amount.high and amount.low is not None and amount.low <= _FEW
    return few and amount.first < amount.core and tokens[amount.first].tag in {"DT", "PRP$"}
