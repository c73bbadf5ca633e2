"""What speaks for and against a proposal being meant as a place: named features, weighed by `detection.tsv`."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dateline.reading.where.context import Context
from dateline.reading.where.frames import Holders, contained
from dateline.reading.where.propose import Proposal

_WORDS_BEFORE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "of",
        "for",
        "by",
        "with",
        "and",
        "or",
        ",",
        "the",
        "across",
        "outside",
        "around",
        "through",
        "into",
        "toward",
        "towards",
        "between",
        "via",
        "over",
        "on",
        "against",
        "inside",
        "leaving",
        "visit",
        "visited",
        "visiting",
        "reached",
        "within",
        "throughout",
        "about",
        "beyond",
        "(",
        "—",
        "-",
        ";",
        ":",
        "as",
        "than",
        "like",
        "where",
    ]
)
_WORDS_AFTER = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        ")",
        "(",
        "—",
        "-",
        "and",
        "or",
        "'s",
        "’s",
        "to",
        "in",
        "on",
        "for",
        "of",
        "at",
        "was",
        "is",
        "has",
        "have",
        "had",
        "will",
        "who",
        "which",
        "where",
    ]
)


def features(p: Proposal, context: Context, holders: Holders) -> Iterator[str]:
    """The features of a proposal, each present or absent."""
    yield "bias"
    yield from _of_name(p, context)
    tags = list(_of_tags(p, context))
    yield from tags
    left, right = _left(p, context), _right(p, context)
    yield f"before={left}"
    yield f"after={right}"
    if right in _CLASSES and left in ("start", "name", "the", "in"):
        yield f"before={left} after={right}"
    for tag in tags[:1]:
        yield f"{tag} before={left}"
        yield f"{tag} after={right}"
        yield f"{tag} size={_size(p)}"
    yield from _of_article(p, context)
    yield from _of_frame(p, context)
    if contained(p, context, holders):
        yield "followed by its container"


_CLASSES = frozenset({"body", "org", "company", "street", "unit", "feature", "title", "kin", "name"})


def _of_name(p: Proposal, context: Context) -> Iterator[str]:
    length = p.last - p.first + 1
    yield f"source={p.source}"
    yield f"source={p.source} length={min(length, 3)}"
    yield f"size={_size(p)}"
    if p.spots:
        yield f"match={min(s.match for s in p.spots)}"
        yield f"level={_level(p)}"
        yield f"level={_level(p)} length={min(length, 2)}"
        yield f"many={min(int(math.log2(len(p.spots))), 4)}"
    first, last = context.tokens[p.first], context.tokens[p.core]
    if length == 1:
        yield f"common={first.lower in context.words.common} size={_size(p)}"
        yield f"given={first.lower in context.words.given}"
        yield f"capitals={first.text.isupper() and len(first.text) > 1 and first.sent not in context.shouting}"
        if first.text.isupper() and len(first.text) < 5:
            yield "acronym"
        yield f"letters={min(len(first.text), 5)}"
    if any("feature" in context.classes(i) or "lead" in context.classes(i) for i in (p.first, p.last)) and length > 1:
        yield "has feature word"
    if "org" in context.classes(p.last) and length > 1:
        yield "has organisation word"
    yield f"pos={last.pos}"


def _size(p: Proposal) -> str:
    """The most populous place of that name, in powers of ten; "none" where the gazetteer has no such name."""
    if not p.spots:
        return "none"
    top = max(s.population for s in p.spots)
    return str(min(int(math.log10(top + 1)), 7))


def _level(p: Proposal) -> str:
    order = ("country", "admin1", "other", "town", "admin2")
    return min((s.level for s in p.spots), key=order.index)


def _of_tags(p: Proposal, context: Context) -> Iterator[str]:
    entity = context.entity_at.get(p.first) or context.entity_at.get(p.last)
    if entity is None:
        yield "tag=none"
        return
    first, last, kind = entity
    kind = "place" if kind in ("GPE", "LOC", "FAC") else kind if kind in _TYPES else "other"
    yield f"tag={kind}"
    where = "all" if (first, last) == (p.first, p.last) else _where(p, first, last)
    yield f"tag={kind} covers={where}"


_TYPES = frozenset({"PERSON", "ORG", "NORP", "DATE", "EVENT", "PRODUCT", "WORK_OF_ART"})


def _where(p: Proposal, first: int, last: int) -> str:
    """How a longer entity lies over the proposal, or the proposal over a shorter one."""
    if p.first <= first and last <= p.last:
        return "inside"
    return "begins" if p.first == first else "ends" if p.last == last else "middle"


def _left(p: Proposal, context: Context) -> str:
    token = context.before(p.first)
    if token is None:
        return "start"
    classes = context.classes(token.i)
    if token.text[:1].isupper():
        known = _first(classes, "title", "direction", "lead")
        return known or ("given" if token.lower in context.words.given else "name" if token.pos == "PROPN" else "Word")
    if token.lower in _WORDS_BEFORE:
        return token.lower
    known = _first(classes, "direction", "title", "unit")
    return known or token.pos


def _right(p: Proposal, context: Context) -> str:
    token = context.after(p.last)
    if token is None:
        return "end"
    classes = context.classes(token.i)
    capital = token.text[:1].isupper()
    known = _first(classes, "street", "company", "org", "body", "unit", "feature", "kin", "title")
    if capital:
        return known or "name"
    if token.text in _WORDS_AFTER:
        return token.text
    return f"lower {known}" if known in ("body", "unit", "feature") else token.pos


def _first(classes: frozenset[str], *order: str) -> str | None:
    return next((c for c in order if c in classes), None) if classes else None


def _of_article(p: Proposal, context: Context) -> Iterator[str]:
    """What the rest of the article says about the same words."""
    last = context.tokens[p.core]
    counts = context.tagged.get(last.lower)
    if counts:
        total = sum(counts.values())
        yield f"article place={round(3 * counts['place'] / total)}"
        if counts["PERSON"] * 2 >= total:
            yield "article person"
    if last.lower in context.persons:
        yield "surname here"
        yield f"surname here size={_size(p)}"
    if p.first == p.last and last.lower in context.lower_words:
        yield "also in lower case"
    if context.is_named_after_title(p.first):
        yield "after title or given name"
    following = context.after(p.last)
    if following and following.text[:1].isupper() and last.lower in context.words.given:
        yield "given name before name"


def _of_frame(p: Proposal, context: Context) -> Iterator[str]:
    """Syntax, and "Name, Container" with a container that one of the places lies in."""
    head = context.tokens[p.core]
    yield f"dep={head.dep}"
    governor = context.tokens[head.head]
    if head.dep == "pobj":
        yield f"pobj of {governor.lower}" if governor.lower in _WORDS_BEFORE else "pobj of other"
    if head.dep == "compound":
        yield f"compound of {'name' if governor.pos == 'PROPN' else 'noun'}"
    if _after_contained(p, context):
        yield "follows a name and comma"
    before, before2 = context.before(p.first), context.before(p.first - 1) if p.first else None
    if before and before2 and before.lower == "of" and context.classes(before2.i) & {"unit", "part", "direction"}:
        yield "of after unit"
    if context.parsed.sentences[head.sent].furniture:
        yield "furniture"


def _after_contained(p: Proposal, context: Context) -> bool:
    comma = context.before(p.first)
    name = context.before(p.first - 1) if p.first > 1 else None
    return bool(comma and name and comma.text == "," and name.text[:1].isupper() and name.pos == "PROPN")
