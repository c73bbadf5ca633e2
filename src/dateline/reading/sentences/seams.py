"""Where two texts were run together without a mark between them: a heading and a lead, a caption and a paragraph."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from dateline.reading.sentences.lexicon import Lexicon, seam_pattern

_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_]{0,30}(?:['’\s,-]|$)|[A-Z]\.[A-Z]\.|[“])")
_DATELINE_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z]{3,40}+[A-Z, .]{0,40}(?:\([A-Z][\w ]+\)\s*)?(?:[—–_]|--| - ))")
_CLOSED = re.compile(r"(?<=[)\]”\d])(?=[A-Z][^\W\d_]{0,30}(?:['’]\w{1,4})?\s)|(?<=[A-Z]{3})(?=[A-Z][a-z]{1,30}\s)")
_BULLET = re.compile(r"\s(?=[•▪◦●■►]\s)")
_WIKI_HEADING = re.compile(r"(?<!=)={2,4} ?[^=\n]{2,80}?(={2,4})(?!=)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")
_QUOTED_HEADING = re.compile(r"(?<![\w'’])[a-zß-ÿ]{3,30}['’](?=[A-Z][a-zß-ÿ]{0,30}\s)")
_WORD_BEFORE = re.compile(r"[^\W\d_]*$")
_NO_WORD = re.compile(r"(?:[@#]|\w/|://)\S*$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_LOWER_BEFORE = re.compile(r"(?<![\w'’-])[^\W\d_]+['’]?s?$")
_NAME_PART = re.compile(r"Ma?c|D[aeiu]|Del|L[ae]|V[ao]n|Fitz|[AE]l|B[ie]n|Abu|Ibn|St")
_REACH = 30


def cuts(text: str, start: int, end: int, lexicon: Lexicon, words: Callable[[], frozenset[str]]) -> Iterator[int]:
    """Positions in [start, end) where a new text begins without a mark before it.

    `words` gives the words of the whole article in lower case: two halves that both stand alone elsewhere in it are
    two words run together, where a name like "WikiLeaks" is one.
    """
    for match in _HUMP.finditer(text, start, end):
        if _two_words(text, start, match.start(), lexicon, words):
            yield match.start()
    for pattern in (_DATELINE_HUMP, _BULLET, _QUOTED_HEADING):
        yield from (m.end() for m in pattern.finditer(text, start, end))
    for pattern in (_WIKI_HEADING, _TAG):
        yield from (at for m in pattern.finditer(text, start, end) for at in m.span())
    for match in _CLOSED.finditer(text, start, end):
        if lexicon.opens(_after(text, match.start())):
            yield match.start()
    for match in seam_pattern().finditer(text, start, end):
        if _ends_a_text(text, start, match, lexicon):
            yield match.end()


def word_set(text: str) -> Callable[[], frozenset[str]]:
    """The words of `text` in lower case, gathered when first asked for."""
    return functools.cache(lambda: frozenset(re.findall(r"[^\W\d_]+", text.lower())))


def _two_words(text: str, start: int, at: int, lexicon: Lexicon, words: Callable[[], frozenset[str]]) -> bool:
    found = _WORD_BEFORE.search(text, max(start, at - _REACH), at)
    before, after = (found.group() if found else ""), _after(text, at)
    if _NAME_PART.fullmatch(before) or before + after in lexicon.humps or len(before) < 2:
        return False
    if _NO_WORD.search(text, max(start, at - _REACH), at):
        return False
    if (
        text[at] == "“"
        or text[at + 1 : at + 2] == "."
        or lexicon.opens(after)
        or (before.islower() and len(before) > 2)
    ):
        return True
    return len(after) > 2 and {before.lower(), after.lower()} <= words()


def _ends_a_text(text: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """A function word cannot end a text, nor a verb that announces words."""
    found = _LOWER_BEFORE.search(text, max(start, match.start() - _REACH), match.start())
    if found is None:
        return text[match.start() - 1] in ')”"'
    word = found.group()
    if lexicon.opens(word) or word.lower() in lexicon.speech or len(word) < 3:
        return False
    return word.islower() or _after(text, match.end()) in ("The", "He", "She", "They", "This", "But", "It")


def _after(text: str, at: int) -> str:
    found = _WORD_AFTER.match(text, at)
    return found.group() if found else ""
