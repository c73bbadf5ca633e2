"""One happening told by several words of a clause is one event: "killed in a raid", "exploded, killing two",
"the blast wounded six", "carried out an ambush", "shot and killed"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate, Party
from dateline.reading.parsed import Parsed
from dateline.reading.what import clause

_WITHIN = frozenset({"in", "by", "during", "with", "on", "of", "from", "for", "at", "into", "through"})
_OWN_EVENT = frozenset({"abduct", "sexual", "convict", "arrest", "deport"})
"""Modes of acts that stay events of their own beside what else was done."""


def merged(parsed: Parsed, found: list[Candidate], events: Events) -> list[Candidate]:
    """The candidates of one sentence with those of one happening joined; the outermost word leads."""
    by_head = _without_parts(found)
    for head in sorted(by_head, reverse=True):
        inner = by_head[head]
        links = ((t, o) for t in inner.trigger for o in _outer(parsed, t) if o in by_head and o != head)
        for word, outer in links:
            if _same_happening(parsed, by_head[outer], inner, word, events):
                by_head[outer] = join(by_head[outer], inner)
                del by_head[head]
                break
    return list(by_head.values())


def _without_parts(found: list[Candidate]) -> dict[int, Candidate]:
    """By leading word; a candidate whose word is part of another's words ("lifted sanctions") goes into that one."""
    by_head = {c.trigger[0]: c for c in found}
    for head in {t for c in found for t in c.trigger[1:]}.intersection(by_head):
        whole = next((c for c in by_head.values() if head in c.trigger[1:]), None)
        if whole is not None:
            part = by_head.pop(head)
            by_head[whole.trigger[0]] = join(whole, part) if part.event == whole.event else whole
    return by_head


def join(outer: Candidate, inner: Candidate) -> Candidate:
    """One event out of two: parties that the leading word lacks come from the other."""
    actors = outer.actors or inner.actors
    recipients = _union(outer.recipients, inner.recipients)
    if inner.rule.endswith("n-clash") and outer.event == "ASSAULT":
        actors, recipients = _union(outer.recipients, _union(inner.actors, outer.actors)), ()
    taken = {p.head for p in actors}
    others = inner.trigger if inner.event != outer.event else ()
    return replace(
        outer,
        trigger=(*outer.trigger, *(t for t in inner.trigger if t not in outer.trigger and inner.event == outer.event)),
        mode=tuple(dict.fromkeys((*outer.mode, *inner.mode))) if inner.event == outer.event else outer.mode,
        actors=tuple(p for p in actors if p.head not in inner.trigger),
        recipients=tuple(p for p in recipients if p.head not in taken and p.head not in outer.trigger),
        score=max(outer.score, inner.score),
        covered=(*outer.covered, *inner.covered, *others),
    )


def _union(first: tuple[Party, ...], second: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple({p.head: p for p in (*second, *first)}.values())


def _outer(parsed: Parsed, i: int) -> Iterator[int]:
    """The words that token `i` may tell the same happening as, in order: the noun it predicates, its governor."""
    token = parsed.tokens[i]
    if token.pos in ("VERB", "AUX"):
        subject = clause.subject(parsed, i)
        if subject is not None:
            yield subject
            if parsed.tokens[subject].dep == "dobj":
                yield parsed.tokens[subject].head
    head = parsed.tokens[token.head]
    if head.i == i:
        return
    yield head.i
    if head.pos == "ADP":
        yield head.head
    if token.dep == "conj" and head.dep == "pobj":
        yield parsed.tokens[head.head].head


def _same_happening(parsed: Parsed, outer: Candidate, inner: Candidate, word: int, events: Events) -> bool:
    if outer.event == "PROTEST" and inner.event in ("REQUEST", "ACCUSE", "REJECT"):
        return parsed.tokens[word].dep in ("advcl", "acl", "xcomp", "relcl")
    if outer.event != inner.event:
        return False
    a, b = parsed.tokens[outer.trigger[0]], parsed.tokens[word]
    if _OWN_EVENT.intersection(inner.mode) ^ _OWN_EVENT.intersection(outer.mode):
        return b.dep == "compound" or (b.head == a.i and b.dep in ("dobj", "obj"))
    verb_a, verb_b = a.pos in ("VERB", "AUX"), b.pos in ("VERB", "AUX")
    if verb_a and verb_b:
        return _verbs_joined(parsed, outer, word, events)
    if b.dep in ("compound", "amod", "nmod"):
        return True
    if verb_b:
        return outer.event == "ASSAULT"
    between = parsed.tokens[b.head]
    if between.pos == "ADP":
        return between.lower in _WITHIN if verb_a else between.lower in ("of", "by")
    return verb_a and b.dep in ("dobj", "nsubj", "nsubjpass", "obj", "attr")


def _verbs_joined(parsed: Parsed, outer: Candidate, word: int, events: Events) -> bool:
    """ "exploded, killing two"; "shot and killed"; "killed six and wounded ten" — of violence only."""
    a, b = parsed.tokens[outer.trigger[0]], parsed.tokens[word]
    if outer.event in ("CONSULT", "AGREE", "PROTEST") and b.dep in ("advcl", "xcomp"):
        return True
    if outer.event != "ASSAULT":
        return b.dep == "conj" and b.i - a.i <= 3
    if b.dep in ("advcl", "xcomp", "ccomp"):
        when = any(k.lower in ("when", "as") for k in parsed.all_children(b.i, "advmod", "mark"))
        return (b.tag in ("VBG", "VB") or (when and events.is_a(a.lemma, "harm"))) and b.i > a.i
    both_harm = events.is_a(a.lemma, "harm") and events.is_a(b.lemma, "harm")
    return b.dep == "conj" and (both_harm or b.i - a.i <= 3)
