"""Persons: full names first, then the surnames, titles and short forms that refer back to them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actors import Actor
from dateline.knowledge.actors.words import sound
from dateline.reading.parsed import Token
from dateline.reading.who.draft import Draft
from dateline.reading.who.scene import Scene

_JOINING = frozenset("al el bin ibn de da van von der la le du - ' ’".split())
_LONG = 4
_OFFICES = {
    "president": "president",
    "premier": "prime minister",
    "minister": "",
    "chancellor": "chancellor",
    "king": "king",
}
_NOT_ALONE = ("state", "adjective", "people", "place", "seat")


def find(scene: Scene) -> None:
    """Fills `scene.persons` and the drafts of persons."""
    runs = list(_runs(scene))
    register: dict[str, Draft] = {}
    for first, last in sorted(runs, key=lambda r: r[0] - r[1]):
        draft = _person(scene, first, last, register)
        if draft:
            for i in range(first, last + 1):
                scene.persons[i] = draft
            scene.drafts.append(draft)


def _runs(scene: Scene) -> Iterator[tuple[int, int]]:
    """Token runs that may name a person: known names, else proper nouns that the tagger or a title calls one."""
    tokens = scene.parsed.tokens
    done = -1
    for name in scene.names:
        if name.of_kind("person"):
            yield name.first, name.last
    for token in tokens:
        if token.i <= done or not _proper(scene, token):
            continue
        last = token.i
        while last + 1 < len(tokens) and tokens[last + 1].sent == token.sent and _continues(scene, last + 1):
            last += 1
        while last > token.i and not _proper(scene, tokens[last]):
            last -= 1
        done = last
        yield from _trimmed(scene, token.i, last)


def _proper(scene: Scene, token: Token) -> bool:
    name = scene.name_at.get(token.i)
    if name and (name.of_kind("person") or (name.last > name.first and not _ent(token))):
        return False
    if not token.text[0].isupper():
        return False
    return token.pos == "PROPN" or (token.pos in ("NOUN", "ADJ") and _ent(token)) or _is_surname(scene, token)


def _is_surname(scene: Scene, token: Token) -> bool:
    """A capital and the surname of somebody named in full, whatever the tagger takes it for; where any word has a
    capital, only one that no noun follows ("Rice prices rose")."""
    if scene.words[token.i] not in scene.surnames:
        return False
    tokens = scene.parsed.tokens
    if token.i != scene.parsed.sentences[token.sent].first:
        return True
    return token.i + 1 < len(tokens) and tokens[token.i + 1].pos not in ("NOUN", "ADJ")


def _ent(token: Token) -> bool:
    return token.ent == "PERSON"


def _continues(scene: Scene, i: int) -> bool:
    token = scene.parsed.tokens[i]
    if token.ent_first and token.ent and scene.parsed.tokens[i - 1].ent == token.ent:
        return False
    return _proper(scene, token) or (token.lower in _JOINING and i + 1 < len(scene.parsed.tokens))


def _trimmed(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The run without titles and nationalities before the name; nothing where it is no person."""
    tokens = scene.parsed.tokens
    titled = False
    while first <= last and (is_title(scene, tokens[first]) or _nationality(scene, first, last)):
        titled = titled or is_title(scene, tokens[first])
        first += 1
    if first > last:
        return
    within = [i for i in range(first, last) if is_title(scene, tokens[i])]
    if within:
        first, titled = within[-1] + 1, True
    titled = titled or (
        first > 0 and is_title(scene, tokens[first - 1]) and tokens[first - 1].sent == tokens[first].sent
    )
    inside = tokens[first : last + 1]
    if any(t.lemma in scene.actors.roles or t.lower in scene.actors.roles for t in inside[-1:]):
        return
    persons = sum(_ent(t) for t in inside)
    known = scene.name_at.get(first)
    if (
        known
        and known.last >= last
        and not titled
        and known.of_kind("state", "seat", "body", "igo", "party", "media", "group")
    ):
        return
    if known and not titled and known.of_kind("adjective") and tokens[last].head > last:
        return  # "Nigerien soldiers", whatever the tagger takes the first word for
    if persons * 2 >= len(inside) or titled or _surname_known(scene, first, last):
        yield first, last


def is_title(scene: Scene, token: Token) -> bool:
    """President, Gen., Mr: a word that stands before a person's name."""
    word = scene.words[token.i]
    if word in scene.actors.titles:
        return True
    role = scene.actors.roles.get(word)
    return bool(role) and token.dep in ("compound", "nmod", "appos", "amod") and token.tag in ("NN", "NNP")


def _nationality(scene: Scene, i: int, last: int) -> bool:
    name = scene.name_at.get(i)
    return bool(name) and name is not None and name.last < last and name.of_kind("state", "adjective") is not None


def _surname_known(scene: Scene, first: int, last: int) -> bool:
    """A surname of somebody of the article, alone, with its particle (Le Pen) or with a given name."""
    if first in scene.name_at or scene.words[last] not in scene.surnames:
        return False
    before = scene.parsed.tokens[first:last]
    return all(scene.words[t.i] in _JOINING or t.pos == "PROPN" for t in before) and len(before) < _LONG


def _person(scene: Scene, first: int, last: int, register: dict[str, Draft]) -> Draft | None:
    if first in scene.persons or last in scene.persons:
        return None
    tokens = scene.parsed.tokens
    words = [w for w in scene.words[first : last + 1] if w]
    if not words:
        return None
    text = scene.parsed.text[tokens[first].start : tokens[last].end]
    earlier = register.get(words[-1]) or register.get(" ".join(words))
    actor = _known(scene, first, last, words, earlier)
    draft = Draft(
        _head(scene, first, last), first, last, "person", why="name of a person", female=_sex(scene, first, words)
    )
    if actor:
        _fill(draft, actor)
    elif earlier and (
        len(words) == 1 or words[0] in _JOINING or earlier.name == text or words[0][0] == _initial(earlier)
    ):
        draft.name, draft.id, draft.actor = earlier.name, earlier.id, earlier.actor
        draft.codes, draft.sector, draft.why = earlier.codes, earlier.sector, "surname of a person named in full"
        draft.female = earlier.female if earlier.female is not None else draft.female
        draft.words = earlier.words
        draft.open = earlier.open
    else:
        draft.name, draft.open = text, True
        draft.why = "person not in the knowledge base"
    for form in {" ".join(words), words[-1], *((words[0],) if actor else ())}:
        register.setdefault(form, draft)
    return draft


def _initial(draft: Draft) -> str:
    return (draft.name or " ")[0].lower()


def _known(scene: Scene, first: int, last: int, words: list[str], earlier: Draft | None) -> Actor | None:
    name = scene.name_at.get(first)
    if name and name.last == last and (actor := scene.chosen(name, "person")):
        return None if len(words) == 1 and earlier and _is_namesake(scene, earlier, actor) else actor
    if len(words) > 1:
        like = scene.actors.sounds.get(sound(" ".join(words)), ()) if len("".join(words)) > 9 else ()
        like = tuple(a for a in like if a.kind == "person" and sum(map(len, sound(a.name).split())) >= 6)
        return like[0] if len(like) == 1 else None
    if earlier:
        return None
    return _by_surname(scene, first, words[0])


def _is_namesake(scene: Scene, earlier: Draft, actor: Actor) -> bool:
    """True where the article names another person of that surname in full, and never the known one."""
    if earlier.actor is not None or earlier.last == earlier.first:
        return False
    return not any(n.last > n.first and actor in n.actors for n in scene.names)


def _by_surname(scene: Scene, first: int, word: str) -> Actor | None:
    """A bare surname: someone in a leading office on the day of publication, or whose office is the title before it."""
    day = scene.day
    leading = ("president", "prime minister", "chancellor", "king", "supreme leader", "secretary-general", "pope")
    people = [a for a in scene.actors.surnames.get(word, ()) if any(t.office for t in a.terms)]
    title = scene.words[first - 1] if first else ""
    if title in _OFFICES or title == "secretary":
        people = [a for a in people if any(title in t.office for t in a.terms)]
    else:
        people = [a for a in people if any(t.office in leading for t in a.terms)]
        if scene.parsed.tokens[first].ent not in ("PERSON", "GPE", "ORG", "") or word in scene.actors.given_names:
            return None
    if day:
        people = [a for a in people if a.term_on(day)] or [a for a in people if _is_remembered(a, day)]
    return people[0] if len(people) == 1 else None


def _is_remembered(actor: Actor, day: str) -> bool:
    """True where a term ended less than ten years before the ISO day: a bare surname still means that person."""
    return any(t.start <= day and int(day[:4]) - int((t.end or day)[:4]) < 10 for t in actor.terms)


def _fill(draft: Draft, actor: Actor) -> None:
    draft.actor, draft.name, draft.id = actor, actor.name, actor.id
    draft.codes, draft.sector = (actor.country,), actor.sector
    draft.why = "person of the knowledge base"
    draft.words = frozenset(w for t in actor.terms for w in t.office.replace("-", " ").split())
    draft.female = actor.female


def _head(scene: Scene, first: int, last: int) -> int:
    tokens = scene.parsed.tokens
    return next(
        (i for i in range(last, first - 1, -1) if not first <= tokens[i].head <= last or tokens[i].head == i), last
    )


def _sex(scene: Scene, first: int, words: list[str]) -> bool | None:
    title = scene.words[first - 1] if first else ""
    if title in ("mr", "king", "prince", "sir", "lord"):
        return False
    if title in ("mrs", "ms", "miss", "queen", "princess", "lady", "baroness"):
        return True
    sex = scene.actors.given_names.get(words[0]) if len(words) > 1 else None
    return None if sex is None else sex == "f"
