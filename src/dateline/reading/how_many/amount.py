"""The number itself: digits, number words, scales, vague words, bounds and ranges, as low and high."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.knowledge.numbers import Effect, NumberWords, Phrase, Word
from dateline.reading.parsed import Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\+)?\Z")
_GLUED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,3})\Z")
_SPAN = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})[-–—](\d{1,3}(?:,\d{3})+|\d{1,9})\Z")
_DASHES = frozenset({"-", "–", "—"})
_JOINS = frozenset({"to", "or", "and"}) | _DASHES
_HIGHEST = 10**16


class Amount(Struct, frozen=True):
    """A number of the text: its tokens [first, last] with the words that bound it, [core, last] without.

    `low` and `high` are inclusive, null where open. `rule` says how it was read; `vague` that no number stands there,
    `scaled` that a scale word does, `money` that a sign or word of money does.
    """

    low: int | None
    high: int | None
    first: int
    core: int
    last: int
    rule: str
    vague: bool = False
    scaled: bool = False
    money: bool = False


class Scanner:
    """Reads the amounts of a sentence, left to right; what one has taken is not read again."""

    def __init__(self, tokens: Sequence[Token], words: NumberWords) -> None:
        self.tokens = tokens
        self.words = words
        self.lower = tuple(t.lower for t in tokens)

    def amounts(self) -> Iterator[Amount]:
        """The amounts, by positions in the sentence."""
        i, free = 0, 0
        while i < len(self.lower):
            found = self._amount(i)
            if found is None:
                i += 1
                continue
            yield from (self._bounded(a, free) for a in found)
            i = free = found[-1].last + 1

    def _amount(self, i: int) -> tuple[Amount, ...] | None:
        """The amount that begins at `i`, or the two of "from A to B"."""
        one = self._vague(i) or self._written(i) or self._number(i)
        return None if one is None else tuple(self._paid(a) for a in self._ranged(self._paid(one)))

    def _vague(self, i: int) -> Amount | None:
        phrase = longest(self.words.vague, self.lower, i, self.words.longest)
        bound = longest(self.words.before, self.lower, i, self.words.longest)
        if phrase is None or (bound is not None and len(bound) > len(phrase)):
            return None
        low, high = self.words.vague[phrase]
        return Amount(low, high, i, i, i + len(phrase) - 1, "vague words", vague=True)

    def _written(self, i: int) -> Amount | None:
        """One token that holds a range: "20-30"."""
        match = _SPAN.match(self.lower[i])
        if match is None:
            return None
        low, high = (int(g.replace(",", "")) for g in match.groups())
        return Amount(low, high, i, i, i, "range") if low < high else None

    def _number(self, i: int) -> Amount | None:
        """Digits or number words with their scales."""
        read = self._digits(i) or self._words(i)
        if read is None:
            return None
        value, last, scaled = read
        if value > _HIGHEST:
            return None
        whole = round(value)
        high = None if self.lower[last].endswith("+") else whole
        return Amount(whole, high, i, i, last, "number", scaled=scaled)

    def _digits(self, i: int) -> tuple[float, int, bool] | None:
        match = _DIGITS.match(self.lower[i])
        if match:
            value, last = float(match[1].replace(",", "") + (match[2] or "")), i
            while last + 1 < len(self.lower) and self._part(last + 1) in {"scale", "letter"}:
                last += 1
                value *= self.words.words[self.lower[last]].value
            return value, last, last > i
        glued = _GLUED.match(self.lower[i])
        scale = self.words.words.get(glued[3]) if glued else None
        if glued and scale and scale.part == "letter":
            return float(glued[1].replace(",", "") + (glued[2] or "")) * scale.value, i, True
        return None

    def _words(self, i: int) -> tuple[float, int, bool] | None:
        """Number words: each scale multiplies what stands before it, thousands and above close a group."""
        total, group, last, at = 0, 0, -1, i
        if self.lower[i] in {"a", "an"} and self._part(i + 1) == "scale":
            group, at = 1, i + 1
        previous: Word | None = None
        while at < len(self.lower):
            word = self.words.words.get(self.lower[at])
            if word is None:
                if not self._inside(at, last):
                    break
            elif not _follows(previous, word):
                break
            else:
                total, group = _with(word, total, group)
                previous, last = word, at
            at += 1
        if previous is None or (previous.part == "scale" and group == 0 and total == 0):
            return None
        return float(total + group), last, previous.part == "scale"

    def _inside(self, at: int, last: int) -> bool:
        """A hyphen or "and" between two number words: "twenty-one", "two hundred and six"."""
        if last != at - 1 or at + 1 >= len(self.lower):
            return False
        before, after = self.words.words.get(self.lower[last]), self.words.words.get(self.lower[at + 1])
        if before is None or after is None:
            return False
        if self.lower[at] == "and":
            return before.part == "scale" and before.value != 12 and after.part in {"digit", "teen", "ten"}
        return self.lower[at] == "-" and _follows(before, after)

    def _part(self, i: int) -> str:
        word = self.words.words.get(self.lower[i]) if i < len(self.lower) else None
        return word.part if word else ""

    def _ranged(self, one: Amount) -> tuple[Amount, ...]:
        """The amount with the second number of a range, if one follows."""
        join, at = one.last + 1, one.last + 2
        if at < len(self.lower) and self.lower[at] in self.words.currency_before:
            at += 1
        if at >= len(self.lower) or self.lower[join] not in _JOINS or one.vague:
            return (one,)
        two = self._number(at)
        if two is None or two.low is None or one.low is None:
            return (one,)
        opener = self.lower[one.first - 1] if one.first else ""
        if opener == "from" and self.lower[join] == "to" and not self._ranging(one.first - 2):
            return (replace(one, rule="from"), replace(two, rule="to"))
        if self.lower[join] == "and" and opener != "between":
            return (one,)
        if self.lower[join] == "or" and two.low > one.low + 5:
            return (one,)
        low = self._like(one, two)
        if low >= two.low:
            return (one,)
        first = one.first - 1 if opener in {"between", "from"} else one.first
        return (Amount(low, two.high, first, one.core, two.last, "range", scaled=two.scaled, money=one.money),)

    def _ranging(self, i: int) -> bool:
        """Whether "from A to B" is a range: "anywhere from", "ranging from"."""
        return i >= 0 and self.lower[i] in self.words.lists["ranging"]

    def _paid(self, amount: Amount) -> Amount:
        """The amount with the sign of money before it or the word behind it: "$5 million", "two million US dollars"."""
        first = amount.first
        while first > 0 and self.lower[first - 1] in self.words.currency_before:
            first -= 1
        if first < amount.first and self.lower[first - 1 : first] == ("us",):
            first -= 1
        last = amount.last
        for at in range(last + 1, min(last + 4, len(self.lower))):
            if self.lower[at] in self.words.currency_after and not self._weighs(at, amount):
                last = at
                break
            if self.tokens[at].pos not in {"ADJ", "PROPN"} and self.lower[at] != "of":
                break
        money = amount.money or first < amount.first or last > amount.last
        return replace(amount, first=first, last=last, money=money)

    def _weighs(self, at: int, amount: Amount) -> bool:
        """Pounds are a weight where they are few and of no country."""
        named = at > amount.last + 1
        return self.lower[at] in {"pound", "pounds"} and not (amount.scaled or named or amount.vague)

    def _like(self, one: Amount, two: Amount) -> int:
        """The first number, with the scale that only the second names: "2 to 3 million"."""
        low = one.low or 0
        scale = self.words.words.get(self.lower[two.last])
        if scale and scale.part == "scale" and not one.scaled and low * scale.value <= (two.low or 0):
            return low * scale.value
        return low

    def _bounded(self, amount: Amount, free: int) -> Amount:
        """The amount with the words around it that bound it. Those nearest the number are read first."""
        while True:
            before = self._before(amount.first, free)
            if before is None:
                break
            amount = _apply(replace(amount, first=amount.first - len(before)), self.words.before[before])
        after = longest(self.words.after, self.lower, amount.last + 1, self.words.longest)
        if after:
            amount = _apply(replace(amount, last=amount.last + len(after)), self.words.after[after])
        return amount

    def _before(self, i: int, free: int) -> Phrase | None:
        for length in range(min(self.words.longest, i - free), 0, -1):
            phrase = self.lower[i - length : i]
            if phrase in self.words.before:
                return phrase
        return None


def longest(
    table: dict[Phrase, tuple[int, int | None]] | dict[Phrase, Effect], lower: Phrase, i: int, most: int
) -> Phrase | None:
    """The longest phrase of a table that begins at position `i`."""
    for length in range(min(most, len(lower) - i), 0, -1):
        if (phrase := lower[i : i + length]) in table:
            return phrase
    return None


def _follows(previous: Word | None, word: Word) -> bool:
    """Whether a number word may stand behind another: twenty one, two hundred, but not one two."""
    if word.part == "letter":
        return False
    if previous is None:
        return True
    if word.part == "scale":
        return True
    if previous.part == "ten":
        return word.part == "digit" and word.value > 0
    return previous.part == "scale" and previous.value != 12


def _with(word: Word, total: int, group: int) -> tuple[int, int]:
    if word.part != "scale":
        return total, group + word.value
    if word.value >= 1000:
        return total + group * word.value, 0
    return total, group * word.value


def _apply(amount: Amount, effect: Effect) -> Amount:
    low, high = amount.low, amount.high
    if effect == "least":
        return replace(amount, high=None, rule="at least")
    if effect == "more":
        return replace(amount, low=None if low is None else low + (not amount.vague), high=None, rule="more than")
    if effect == "most":
        return replace(amount, low=None, rule="at most")
    if effect == "fewer":
        return replace(amount, low=None, high=None if high is None else high - 1, rule="fewer than")
    if effect == "nearly" and low is not None and low == high and low > 1:
        return replace(amount, low=min(-(-low * 9 // 10), low - 1), high=low - 1, rule="nearly")
    return amount
