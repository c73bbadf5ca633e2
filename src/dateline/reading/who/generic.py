"""Actors that are no person's name: states, bodies, groups, and role nouns with their country and sector."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actors import Actor, Role
from dateline.reading.parsed import Token
from dateline.reading.who import naming
from dateline.reading.who.draft import Draft, Name
from dateline.reading.who.phrase import complements, conjuncts, is_head, is_plural, left_edge
from dateline.reading.who.scene import Scene

_BODIES = ("body", "group", "igo", "ngo", "party", "media", "company")
_LAND = ("state", "adjective", "people", "place", "seat")
_FORMER = frozenset("former ex ousted deposed retired outgoing disgraced onetime then-former".split())
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
_SPEAKS = frozenset({"nsubj", "agent"})
_PARTNER = frozenset({"with", "against", "by", "between"})


def draft_at(scene: Scene, token: Token) -> Draft | None:
    """The actor that the phrase with this head names, or null."""
    name = scene.name_at.get(token.i)
    if name and (found := _named(scene, token, name)):
        return found
    role = role_of(scene, token)
    if role:
        return by_role(scene, token, role)
    return _proper(scene, token)


def role_of(scene: Scene, token: Token) -> Role | None:
    """The role noun a token is, singular or plural, alone or with the word before it."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    roles = scene.actors.roles
    if token.i:
        before = scene.parsed.tokens[token.i - 1]
        if role := roles.get(f"{before.lower} {token.lemma}") or roles.get(f"{before.lower} {token.lower}"):
            return role
    low = token.lower
    return roles.get(low) or roles.get(token.lemma) or (roles.get(low[:-1]) if low.endswith("s") else None)


def _named(scene: Scene, token: Token, name: Name) -> Draft | None:
    body = scene.chosen(name, *_BODIES)
    land = name.of_kind("state") or name.of_kind("people") or name.of_kind("seat") or name.of_kind("adjective")
    if naming.opposed(scene.parsed, name):
        return None
    if body and not (land and name.of_kind("state")):
        return _of_actor(token.i, name, body, "body")
    if land is None:
        return None
    if land.kind == "seat" and not _speaks(scene, token):
        return None
    if land.kind == "adjective" and token.dep == "pobj" and token.pos == "ADJ":
        return None
    if land.kind in ("people", "adjective") and is_plural(token) and not name.of_kind("state"):
        draft = _of_actor(token.i, name, land, "people")
        draft.sector, draft.name, draft.id, draft.plural = "CVL", None, None, True
        draft.first = left_edge(scene.parsed, token.i)
        return draft
    return _of_actor(token.i, name, land, "state")


def _speaks(scene: Scene, token: Token) -> bool:
    """A seat speaks for its government as a subject, an agent or a partner, or is spoken to as such; else it is a
    place."""
    dep, head = token.dep, scene.parsed.tokens[token.head]
    if dep == "conj":
        return _speaks(scene, head) if head.i != token.i else False
    if dep in ("compound", "poss", "nmod"):
        return False
    return dep in _SPEAKS or (dep == "pobj" and head.lower in _PARTNER) or _addressed(scene, token, head)


def _addressed(scene: Scene, token: Token, head: Token) -> bool:
    addressing = scene.actors.addressing
    if token.dep in ("dobj", "dative", "nsubjpass"):
        return (head.lemma, "obj") in addressing
    return token.dep == "pobj" and (scene.parsed.tokens[head.head].lemma, head.lower) in addressing


def _of_actor(head: int, name: Name, actor: Actor, kind: str) -> Draft:
    return Draft(
        head,
        name.first,
        name.last,
        kind,
        codes=(actor.country,),
        sector=actor.sector,
        name=actor.name,
        id=actor.id,
        why=f"{actor.kind} of the knowledge base",
        words=frozenset(actor.name.lower().split()) | {actor.kind},
        actor=actor,
    )


def by_role(scene: Scene, token: Token, role: Role) -> Draft | None:
    """The actor a role noun names, with what its phrase tells of country, sector and owner."""
    first = left_edge(scene.parsed, token.i)
    owners = list(_owners(scene, token, first))
    if role.use == "part":
        inner = _whole(scene, token, first)
        if inner is None:
            return None
        inner.head = token.i
        return inner
    draft = Draft(token.i, first, token.i, "generic", plural=is_plural(token), why="role noun")
    draft.sector = _sector(scene, token, first, role)
    draft.words = frozenset(t.lemma for t in scene.parsed.tokens[first : token.i + 1])
    _own(scene, draft, owners)
    _keep_name(scene, draft, token)
    if draft.words & _FORMER and draft.sector in _OFFICIAL:
        draft.sector = "ELI"
    draft.open = draft.codes == (None,) and draft.id is None and role.here
    return draft


def _whole(scene: Scene, token: Token, first: int) -> Draft | None:
    """What "members of", "dozens of" stand for."""
    for noun in complements(scene.parsed, token.i, "of", "from"):
        person = scene.persons.get(noun.i)
        inner = None if person else draft_at(scene, noun)
        if inner:
            inner.first = first
            if inner.kind == "state":
                inner.kind, inner.sector, inner.name, inner.id = "generic", "", None, None
            inner.why = "part of " + inner.why
            return inner
    return None


def _keep_name(scene: Scene, draft: Draft, token: Token) -> None:
    """A capitalised phrase is the name of a body the knowledge base does not have ("Springfield Police Department")."""
    tokens = scene.parsed.tokens
    if token.pos != "PROPN" or not token.text[0].isupper() or draft.id is not None:
        return
    start = token.i
    while start > draft.first and (tokens[start - 1].pos == "PROPN" or tokens[start - 1].text in "-&"):
        start -= 1
    if start < token.i:
        draft.name = scene.parsed.text[tokens[start].start : token.end]
        draft.kind = "body"


def _own(scene: Scene, draft: Draft, owners: list[Actor | Draft]) -> None:
    """Country (and for members of a body its identity) from the owners in the phrase."""
    codes: list[str | None] = []
    for owner in owners:
        code = owner.country if isinstance(owner, Actor) else owner.codes[0]
        if isinstance(owner, Actor) and owner.kind in _BODIES and draft.id is None:
            draft.id, draft.name, draft.actor = owner.id, owner.name, owner
            draft.why = "members of a known body"
            draft.sector = owner.sector or draft.sector
            codes = [code]
            break
        if code not in codes:
            codes.append(code)
    if codes:
        draft.codes = tuple(codes)
        draft.why += ", country in the phrase"


def _owners(scene: Scene, token: Token, first: int) -> Iterator[Actor | Draft]:
    """The named actors in the phrase or in its of-, in- and from-phrase: whose police, whose troops."""
    parsed, seen = scene.parsed, set()
    found = False
    for i in range(first, token.i + 1):
        name = scene.name_at.get(i)
        if name and name.first not in seen and not scene.persons.get(i):
            seen.add(name.first)
            if naming.opposed(parsed, name) or naming.is_backer(parsed, name.last):
                continue
            actor = scene.chosen(name, *_LAND, *_BODIES)
            if actor:
                found = True
                yield actor
        elif (person := scene.persons.get(i)) and parsed.tokens[i].dep in ("poss", "compound", "nmod"):
            found = True
            yield person
    if found:
        return
    for noun in complements(parsed, token.i, "of", "in", "from", "for", "at", "with"):
        near = scene.name_at.get(noun.i)
        actor = scene.chosen(near, *_LAND, *_BODIES) if near and not scene.persons.get(noun.i) else None
        if actor:
            yield actor


def _sector(scene: Scene, token: Token, first: int, role: Role) -> str:
    """The noun's sector; before weak nouns, and before soldiers of rebels, the modifier's."""
    for i in range(token.i - 1, first - 1, -1):
        before = scene.parsed.tokens[i]
        told = scene.actors.modifiers.get(before.lower)
        if not told and (other := role_of(scene, before)) and before.dep in ("compound", "amod", "nmod", "poss"):
            told = other.sector
        if told and (role.use == "weak" or _overrules(told, role.sector)):
            return told
    if role.use == "weak":
        for noun in complements(scene.parsed, token.i, "of", "for", "in", "at", "with"):
            if (other := role_of(scene, noun)) and other.sector and noun.i not in scene.name_at:
                return _sector(scene, noun, left_edge(scene.parsed, noun.i), other)
    return role.sector


def _overrules(told: str, own: str) -> bool:
    if told in ("REB", "PRM"):
        return own in ("MIL", "CVL")
    return (told == "UAF" and own == "CVL") or (told == "OPP" and own in ("CVL", "LEG", "PTY"))


def _proper(scene: Scene, token: Token) -> Draft | None:
    """A capitalised name that the tagger calls an organisation and nothing else explains."""
    if token.ent != "ORG" or token.pos != "PROPN" or not token.text[0].isupper():
        return None
    parsed = scene.parsed
    start = token.i
    while start > 0 and parsed.tokens[start].ent == "ORG" and not parsed.tokens[start].ent_first:
        start -= 1
    if scene.parsed.tokens[start].lower == "the":
        start += 1
    if start > token.i or parsed.tokens[start].sent != token.sent:
        return None
    draft = Draft(token.i, start, token.i, "body", why="organisation not in the knowledge base")
    draft.name = parsed.text[parsed.tokens[start].start : token.end]
    for i in range(token.i, start - 1, -1):
        if role := role_of(scene, parsed.tokens[i]):
            draft.sector, draft.open = role.sector, role.here
            break
    _own(scene, draft, list(_owners(scene, token, start)))
    return draft


def adjectives(scene: Scene) -> Iterator[Draft]:
    """ "Israeli" in "Israeli air strikes": the state acts, though another noun heads the phrase."""
    for name in scene.names:
        token = scene.parsed.tokens[name.last]
        if token.dep not in ("amod", "compound", "nmod", "poss", "conj") or name.last in scene.persons:
            continue
        actor = scene.chosen(name, "state", "adjective", *_BODIES)
        if actor and not naming.opposed(scene.parsed, name) and not naming.backed(scene.parsed, name.last):
            yield _of_actor(name.last, name, actor, "state" if actor.country and actor.sector == "" else "body")


def heads(scene: Scene) -> Iterator[Token]:
    """The tokens that head noun phrases, in text order."""
    for token in scene.parsed.tokens:
        named = token.i in scene.name_at
        speaks = token.pos == "ADJ" and named and token.dep in _SPEAKS
        mistagged = named and token.pos in ("AUX", "VERB") and token.text.isupper()
        if is_head(scene.parsed, token) or speaks or mistagged:
            yield token


__all__ = ["adjectives", "conjuncts", "draft_at", "heads", "role_of"]
