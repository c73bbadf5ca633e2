"""(c) What is said: from the cue and its frame to the extent of the content, quotations included."""

from __future__ import annotations

import bisect
import functools

from dateline.reading.parsed import Parsed
from dateline.reading.who_says.frames import SUBJECTS, Frame
from dateline.reading.who_says.quotes import Quote, quotes

_EDGES = " \t\n,;:-–—."
_SPEECH = frozenset({"clause", "small", "bare_inf", "bare", "ing", "passive:clause"})
_CIRCUMSTANCES = frozenset({"in", "at", "on", "to", "with", "for", "from", "by", "before"})
_PERSONS = frozenset({"PRON", "PROPN"})
Extent = tuple[int, int]


class Quoted:
    """The quotations of an article, looked up by place."""

    def __init__(self, parsed: Parsed) -> None:
        self.all = quotes(parsed)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [q.start for q in self.all]

    def at(self, place: int) -> Quote | None:
        """The quotation that holds the character at `place`."""
        n = bisect.bisect_right(self._starts, place) - 1
        return self.all[n] if n >= 0 and self.all[n].holds(place) else None

    def between(self, start: int, end: int) -> tuple[Quote, ...]:
        """The quotations that begin in [start, end)."""
        return self.all[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]


def content(parsed: Parsed, i: int, frame: Frame, quoted: Quoted) -> Extent | None:
    """Character extent of what the cue at token `i` reports; null where nothing in reach can be it."""
    found = _bare(parsed, i, quoted) if frame.at is None else _beside(parsed, i, frame, quoted)
    if found is None:
        return None
    speech = frame.at is None or frame.name in _SPEECH
    wide = _with_quotes(parsed, found, quoted, i)
    return _trimmed(parsed.text, *(_continued(parsed, wide, i, quoted) if speech else wide))


def _beside(parsed: Parsed, i: int, frame: Frame, quoted: Quoted) -> Extent | None:
    """The complement, unless it only tells where or to whom the words of a quotation nearby were said."""
    at = parsed.tokens[frame.at if frame.at is not None else i]
    listener = frame.name == "np" and at.pos in _PERSONS
    if (listener or frame.name in _CIRCUMSTANCES) and quoted.at(at.start) is None:
        sentence = parsed.sentences[parsed.tokens[i].sent]
        said = [q for q in quoted.between(sentence.start, parsed.tokens[i].start) if q.end - q.start > 25]
        if said:
            return said[0].start, said[-1].end
    return _complement(parsed, i, frame)


def _complement(parsed: Parsed, i: int, frame: Frame) -> Extent | None:
    if frame.at is None:
        return None
    tokens = set(parsed.subtree(frame.at))
    if frame.also is not None:
        tokens |= set(parsed.subtree(frame.also))
    tokens -= _around(parsed, i, frame.at)
    if not tokens:
        return None
    before, after = [t for t in tokens if t < i], [t for t in tokens if t > i]
    side = after if frame.at > i else before
    both = frame.name in {"clause", "small"} and frame.at < i and after
    first, last = (min(tokens), max(tokens)) if both else (min(side), max(side)) if side else (frame.at, frame.at)
    return parsed.tokens[first].start, parsed.tokens[last].end


def _around(parsed: Parsed, i: int, at: int) -> set[int]:
    """The cue and its own words, where the cue stands inside the clause it reports (", he said,")."""
    below = set(parsed.subtree(at))
    return set(parsed.subtree(i)) if i in below else set()


def _with_quotes(parsed: Parsed, extent: Extent, quoted: Quoted, i: int) -> Extent:
    """Widened so that no quotation is cut, unless the cue itself would be swallowed by it."""
    start, end = extent
    for quote in (quoted.at(start), quoted.at(max(start, end - 1)), *quoted.between(start, end)):
        if quote is not None and not quote.holds(parsed.tokens[i].start):
            start, end = min(start, quote.start), max(end, quote.end)
    return start, end


def _continued(parsed: Parsed, extent: Extent, i: int, quoted: Quoted) -> Extent:
    """A quotation that goes on behind the cue, or over the paragraph's end where its mark was not closed."""
    start, end = extent
    sentence = parsed.sentences[parsed.tokens[i].sent]
    if end <= parsed.tokens[i].start and quoted.between(start, end):
        reach = max(sentence.end, end)
        following = next((q for q in quoted.all if q.start >= parsed.tokens[i].end), None)
        if following is not None and not _gap(parsed.text[reach : following.start]):
            end = max(end, following.end)
        elif following is not None and following.start < sentence.end:
            end = following.end
    return _over_paragraphs(parsed, (start, end), quoted)


def _gap(between: str) -> bool:
    return bool(between.strip(" ")) or "\n" in between


def _over_paragraphs(parsed: Parsed, extent: Extent, quoted: Quoted) -> Extent:
    start, end = extent
    last = quoted.at(end - 1)
    while last is not None and not last.closed:
        following = next((q for q in quoted.all if q.start >= last.end), None)
        if following is None or parsed.text[last.end : following.start].strip():
            break
        end, last = following.end, following
    return start, end


def _bare(parsed: Parsed, i: int, quoted: Quoted) -> Extent | None:
    """No complement in the tree: a quotation in the sentence, behind a colon, in the sentence before, or the words in
    front of a parenthetical (", the minister said")."""
    sentence = parsed.sentences[parsed.tokens[i].sent]
    inside = [q for q in quoted.between(sentence.start, sentence.end) if q.end - q.start > 12]
    if inside:
        nearest = min(
            inside, key=lambda q: min(abs(q.end - parsed.tokens[i].start), abs(q.start - parsed.tokens[i].end))
        )
        return nearest.start, nearest.end
    if parsed.text[: sentence.end].rstrip()[-1:] == ":":
        return _after_colon(parsed, sentence.end, quoted)
    before = quoted.at(_last_ink(parsed.text, sentence.start))
    if before is not None and "\n" not in parsed.text[before.end : sentence.start]:
        return before.start, before.end
    return _fronted(parsed, i)


def _last_ink(text: str, end: int) -> int:
    return len(text[:end].rstrip()) - 1


def _after_colon(parsed: Parsed, end: int, quoted: Quoted) -> Extent | None:
    following = next((s for s in parsed.sentences if s.start >= end), None)
    if following is None:
        return None
    quote = quoted.at(following.start)
    return (quote.start, quote.end) if quote is not None else (following.start, following.end)


def _fronted(parsed: Parsed, i: int) -> Extent | None:
    """The words of the sentence up to the comma in front of the cue and its subject."""
    sentence = parsed.sentences[parsed.tokens[i].sent]
    subject = parsed.child(i, *SUBJECTS)
    first = min(parsed.subtree(subject.i)) if subject is not None and subject.i < i else i
    if first - 1 <= sentence.first or parsed.tokens[first - 1].text not in {",", "—", "–", "--"}:
        return None
    if first - 1 - sentence.first > 3:
        return sentence.start, parsed.tokens[first - 2].end
    behind = parsed.tokens[i].end
    return (behind, sentence.end) if len(parsed.text[behind : sentence.end].split()) > 3 else None


def _trimmed(text: str, start: int, end: int) -> Extent | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None
