"""Pronouns and descriptions: which mention before them they stand for. Refused where more than one fits as well."""

from __future__ import annotations

from dateline.reading.parsed import Token
from dateline.reading.who.draft import Draft
from dateline.reading.who.phrase import determiner
from dateline.reading.who.scene import Scene

_PERSON = {"he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "herself": True}
_MANY = frozenset("they them their themselves".split())
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def antecedent(scene: Scene, token: Token, before: list[Draft]) -> Draft | None:
    """The mention a pronoun stands for, at most three sentences back."""
    low = token.lower
    if low in _PERSON:
        return _best(scene, token, [d for d in before if _human(scene, d) and _sex_fits(d, _PERSON[low])])
    if low in _MANY:
        return _best(scene, token, [d for d in before if d.plural])
    if low in ("it", "its", "itself"):
        return _best(scene, token, [d for d in before if d.kind in ("state", "body") and not d.plural], reach=1)
    return None


def _human(scene: Scene, draft: Draft) -> bool:
    if draft.kind == "person":
        return True
    role = scene.actors.roles.get(scene.parsed.tokens[draft.head].lemma)
    return draft.kind == "generic" and not draft.plural and bool(role) and scene.parsed.tokens[draft.head].tag == "NN"


def _sex_fits(draft: Draft, female: bool) -> bool:
    return draft.female is None or draft.female == female


def _best(scene: Scene, token: Token, found: list[Draft], reach: int = 3) -> Draft | None:
    """Subjects before others, the same and the last sentence before earlier ones, persons before descriptions."""
    best, score = None, 0.0
    for draft in reversed(found[-12:]):
        head = scene.parsed.tokens[draft.head]
        away = token.sent - head.sent
        if away > reach or head.i >= token.i:
            continue
        worth = 1.0 / (1 + away) + (0.6 if head.dep in _SUBJECT else 0.0) + (0.3 if draft.kind == "person" else 0.0)
        if worth > score + 1e-9:
            best, score = draft, worth
    return best


def described(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    """The named mention that "the general", "the group", "the president" stands for."""
    token = scene.parsed.tokens[draft.head]
    if draft.plural or draft.id or draft.name or determiner(scene.parsed, draft.head) not in ("the", "this", "that"):
        return None
    noun = token.lemma
    for other in reversed(before[-60:]):
        if other.name is None or other.id == draft.id is not None:
            continue
        if noun in other.words and _land_fits(draft, other) and other.kind in ("person", "body"):
            return other
    return None


def _land_fits(draft: Draft, other: Draft) -> bool:
    return draft.codes == (None,) or draft.codes[0] in other.codes
