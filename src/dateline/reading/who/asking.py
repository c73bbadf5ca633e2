"""The ways in: all mentions of an article, and the actor of one noun of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from dateline.knowledge.base import Knowledge
from dateline.model.mentions import Entity
from dateline.reading.parsed import Parsed
from dateline.reading.who import generic, people, pronoun
from dateline.reading.who.draft import Draft
from dateline.reading.who.office import default_sector
from dateline.reading.who.phrase import left_edge
from dateline.reading.who.scene import Scene

_TRIED = frozenset({"charge", "indict", "convict", "sentence", "arraign", "extradite"})
_OFFICES = {"president": "president", "premier": "prime minister", "chancellor": "chancellor", "king": "king"}


def find(parsed: Parsed, knowledge: Knowledge) -> tuple[Entity, ...]:
    """Every phrase that names an actor, in text order; "US and Israeli troops" gives two with the same words."""
    scene = _scene(parsed, knowledge)
    found = [e for d in scene.drafts for e in _entities(scene, d)]
    return tuple(sorted(found, key=lambda e: (e.start or 0, e.end or 0)))


def all_at(parsed: Parsed, mentions: tuple[Entity, ...], token_number: int, knowledge: Knowledge) -> tuple[Entity, ...]:
    """The actors that the phrase headed by a token names: those of `mentions`, else one built from the phrase."""
    scene = _scene(parsed, knowledge)
    draft = scene.by_head.get(token_number)
    if draft is None and (person := scene.persons.get(token_number)):
        draft = person
    if draft is not None:
        return tuple(_entities(scene, draft))
    token = parsed.tokens[token_number]
    near = [m for m in mentions if m.start is not None and m.end is not None and m.start <= token.start < m.end]
    if near:
        return (min(near, key=lambda m: (m.end or 0) - (m.start or 0)),)
    first = left_edge(parsed, token_number)
    words = parsed.token_span(first, token_number)
    why = "no actor noun: words of the phrase only"
    return (Entity(entity_text=words.text, start=words.start, end=words.end, why=why),)


def at(parsed: Parsed, mentions: tuple[Entity, ...], token_number: int, knowledge: Knowledge) -> Entity:
    """The first of `all_at`."""
    return all_at(parsed, mentions, token_number, knowledge)[0]


@functools.lru_cache(maxsize=2)
def _scene(parsed: Parsed, knowledge: Knowledge) -> Scene:
    """The article read for actors. The last two are kept, since the attacher asks about one article many times."""
    scene = Scene(parsed, knowledge)
    people.find(scene)
    for draft in scene.drafts:
        scene.by_head.setdefault(draft.head, draft)
    _gather(scene)
    _resolve(scene)
    return scene


def _gather(scene: Scene) -> None:
    for token in generic.heads(scene):
        if token.i in scene.persons or token.pos == "PRON":
            continue
        if draft := generic.draft_at(scene, token):
            scene.drafts.append(draft)
            scene.by_head.setdefault(token.i, draft)
    for draft in generic.adjectives(scene):
        if draft.head not in scene.by_head:
            scene.drafts.append(draft)
            scene.by_head[draft.head] = draft


def _resolve(scene: Scene) -> None:
    """Titles, descriptions, pronouns, then the countries that are still open: in text order."""
    for person in [d for d in scene.drafts if d.kind == "person"]:
        _describe_person(scene, person)
    _spread(scene)
    before: list[Draft] = []
    ordered = sorted(scene.drafts, key=lambda d: d.head)
    waiting = iter([*ordered, None])
    following = next(waiting)
    for token in scene.parsed.tokens:
        while following is not None and following.head <= token.i:
            _settle(scene, following, before)
            before.append(following)
            following = next(waiting)
        if token.pos == "PRON" and (other := pronoun.antecedent(scene, token, before)):
            draft = _standing_for(other, token.i, f"pronoun for “{_words(scene, other)}”")
            draft.name = other.name or _words(scene, other)
            scene.drafts.append(draft)
            scene.by_head.setdefault(token.i, draft)
            before.append(draft)


def _settle(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    if draft.kind == "generic":
        if other := pronoun.described(scene, draft, before):
            _take(draft, other, f"description of “{_words(scene, other)}”")
            return
        _owned(scene, draft, before)
    if draft.open and draft.codes == (None,):
        code, why = scene.country_near(draft.head)
        draft.codes, draft.why = (code,), f"{draft.why}; {why}"
    if draft.kind == "generic":
        _office_holder(scene, draft)


def _owned(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """ "His party", "their leader": the country of the owner."""
    owner = scene.parsed.child(draft.head, "poss")
    if draft.open and owner is not None and owner.pos == "PRON":
        other = pronoun.antecedent(scene, owner, before)
        if other and other.codes != (None,):
            draft.codes, draft.open, draft.why = other.codes, False, "country of its owner"


def _office_holder(scene: Scene, draft: Draft) -> None:
    """ "The president": who held the office on the day of publication, where the country is known."""
    token = scene.parsed.tokens[draft.head]
    office = _OFFICES.get(token.lemma)
    if token.lower == "minister" and "prime" in draft.words:
        office = "prime minister"
    if not office or draft.plural or draft.sector != "GOV" or not scene.day or not draft.codes[0]:
        return
    if scene.parsed.tokens[draft.first].lower != "the" or draft.words & {"vice", "deputy"}:
        return
    actor = scene.actors.holder(draft.codes[0], office, scene.day)
    if actor:
        draft.name, draft.id, draft.actor = actor.name, actor.id, actor
        draft.why = "holder of the office on the day of publication"


def _describe_person(scene: Scene, draft: Draft) -> None:
    """Country, sector and words of a person from the title before and the apposition behind the name."""
    tokens = scene.parsed.tokens
    for phrase in _descriptions(scene, draft):
        draft.words |= phrase.words
        if draft.actor is None:
            if phrase.sector and not draft.sector:
                draft.sector, draft.why = phrase.sector, f"{draft.why}; role in the text"
            if phrase.codes != (None,) and draft.codes == (None,):
                draft.codes, draft.open = phrase.codes[:1], False
    if draft.actor is None and draft.sector in ("", "CVL") and _tried(scene, draft):
        draft.sector, draft.why = "CRM", f"{draft.why}; charged or sentenced in the text"
    before = scene.words[draft.first - 1] if draft.first else ""
    told = scene.actors.titles.get(before)
    if draft.actor is None and told and not draft.sector and tokens[draft.first - 1].sent == tokens[draft.first].sent:
        draft.sector = told


def _tried(scene: Scene, draft: Draft) -> bool:
    """The object of charging, indicting, convicting, sentencing."""
    token = scene.parsed.tokens[draft.head]
    return token.dep in ("nsubjpass", "dobj") and scene.parsed.tokens[token.head].lemma in _TRIED


def _descriptions(scene: Scene, draft: Draft) -> Iterator[Draft]:
    tokens = scene.parsed.tokens
    start = draft.first
    while (
        start > 0
        and tokens[start - 1].sent == tokens[draft.first].sent
        and tokens[start - 1].pos in ("PROPN", "NOUN", "ADJ")
    ):
        start -= 1
        role = generic.role_of(scene, tokens[start])
        if role and role.use != "part" and start not in scene.persons:
            told = generic.by_role(scene, tokens[start], role)
            yield from [told] if told else []
    for child in scene.parsed.all_children(draft.head, "appos"):
        if child.i not in scene.persons and (behind := generic.draft_at(scene, child)):
            yield behind
    up = tokens[tokens[draft.head].head]
    if tokens[draft.head].dep == "appos" and up.i not in scene.persons and (apposed := generic.draft_at(scene, up)):
        yield apposed


def _spread(scene: Scene) -> None:
    """What one mention of a person tells holds for all of the name."""
    told: dict[str, Draft] = {}
    for draft in scene.drafts:
        if draft.kind == "person" and draft.actor is None and draft.name:
            held = told.setdefault(draft.name, draft)
            held.words |= draft.words
            held.sector = held.sector or draft.sector
            if held.codes == (None,) and draft.codes != (None,):
                held.codes, held.open = draft.codes, False
    for draft in scene.drafts:
        first = told.get(draft.name or "")
        if draft.kind == "person" and draft.actor is None and first:
            draft.sector, draft.codes, draft.words = first.sector, first.codes, first.words
            draft.open = draft.codes == (None,)


def _take(draft: Draft, other: Draft, why: str) -> None:
    draft.codes, draft.sector, draft.name, draft.id = other.codes, other.sector, other.name, other.id
    draft.actor, draft.female, draft.why, draft.open = other.actor, other.female, why, False


def _standing_for(other: Draft, i: int, why: str) -> Draft:
    draft = Draft(i, i, i, other.kind, plural=other.plural, stands_for=other.stands_for or other)
    _take(draft, other, why)
    return draft


def _words(scene: Scene, draft: Draft) -> str:
    return scene.parsed.token_span(draft.first, draft.last).text


def _entities(scene: Scene, draft: Draft) -> Iterator[Entity]:
    span = scene.parsed.token_span(draft.first, draft.last)
    sector, why, codes = draft.sector, draft.why, draft.codes
    if draft.actor is not None and draft.actor.terms:
        sector, reason = default_sector(draft.actor, scene.day, scene.actors)
        why = f"{why}; {reason}"
        term = draft.actor.term_on(scene.day) if scene.day else None
        if term and codes == (draft.actor.country,):
            codes = (term.country,)
    for code in codes:
        yield Entity(
            entity_text=span.text,
            start=span.start,
            end=span.end,
            code=code,
            sector=(sector,) if sector else (),
            identifier_text=draft.name,
            identifier_id=draft.id,
            why=why,
        )
