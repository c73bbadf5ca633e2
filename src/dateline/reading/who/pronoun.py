"""Pronouns and descriptions: which mention before them they stand for.

A pronoun takes the most salient mention that fits it, by the part it plays in its sentence, how far back it stands and
how often it is named (the weights follow S. Lappin and H. Leass, An Algorithm for Pronominal Anaphora Resolution,
Computational Linguistics 20(4), 1994), and never one that grammar forbids: another party of its own verb.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.reading.parsed import Parsed, Token
from dateline.reading.who.draft import Draft
from dateline.reading.who.phrase import determiner
from dateline.reading.who.scene import Scene

_PERSON = {"he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "herself": True}
_MANY = frozenset("they them their themselves".split())
_BODY = frozenset("it its itself".split())
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PARTIES = frozenset({*_SUBJECT, "dobj", "dative", "iobj"})
_PARTS = {
    "nsubj": 0.8, "nsubjpass": 0.8, "csubj": 0.6, "agent": 0.5, "dobj": 0.5, "dative": 0.4, "pobj": 0.35, "poss": 0.35,
    "attr": 0.3, "compound": 0.1, "amod": 0.1, "nmod": 0.1,
}  # fmt: skip
"""How salient the part is that a mention plays: subject before object before the rest."""
_OTHER_PART = 0.3
_FADING = 0.5
"""How much of a mention's salience is left with each sentence."""
_AGAIN, _MOST_AGAIN = 0.12, 4
"""What each further mention of the same one adds, and how many count."""
_SAME_PART = 0.15
_NAME = 0.3
_KNOWN_SEX = 0.2
_BODY_AS_MANY = 0.4
"""How far behind a plural a body stands for "they"."""
_BACK = 30


def antecedent(scene: Scene, token: Token, before: list[Draft]) -> Draft | None:
    """The mention a pronoun stands for, at most three sentences back ("it": one)."""
    low = token.lower
    if low in _PERSON:
        female = _PERSON[low]
        return _best(scene, token, before, lambda d: _as_person(scene, d, female))
    if low in _MANY:
        return _best(scene, token, before, lambda d: _as_many(scene, d))
    if low in _BODY:
        return _best(scene, token, before, lambda d: _as_body(scene, d), reach=1)
    return None


def _as_person(scene: Scene, draft: Draft, female: bool) -> float | None:
    """What a mention is worth for "he" or "she"; null where it cannot be meant."""
    if draft.kind == "person":
        sex = draft.female
    elif draft.kind == "generic" and not draft.plural and _being(scene, draft) == "one":
        sex = _sex(scene, draft)
    else:
        return None
    if sex is not None and sex != female:
        return None
    return (_NAME if draft.kind == "person" else 0.0) + (_KNOWN_SEX if sex is not None else 0.0)


def _as_many(scene: Scene, draft: Draft) -> float | None:
    if draft.plural:
        return 0.0
    return -_BODY_AS_MANY if draft.kind in ("state", "body") or _being(scene, draft) == "many" else None


def _as_body(scene: Scene, draft: Draft) -> float | None:
    if draft.plural:
        return None
    return 0.0 if draft.kind in ("state", "body") or _being(scene, draft) in ("many", "thing") else None


def _being(scene: Scene, draft: Draft) -> str | None:
    """Whether a role noun names "one" person, a body of "many", or a "thing"; null for other mentions."""
    if draft.kind != "generic":
        return None
    token, actors = _noun(scene, draft), scene.actors
    told = actors.beings.get(token.lemma) or actors.beings.get(token.lower)
    if told in ("many", "thing"):
        return told
    one = actors.names_one(token.lemma) or actors.names_one(token.lower)
    return "one" if one and token.tag in ("NN", "NNP") else None


def _sex(scene: Scene, draft: Draft) -> bool | None:
    """True for a woman, False for a man, by the noun."""
    noun = _noun(scene, draft).lemma
    told = scene.actors.beings.get(noun)
    if told == "woman" or noun.endswith("woman"):
        return True
    return False if told == "man" or noun.endswith("man") else None


def _noun(scene: Scene, draft: Draft) -> Token:
    """The noun of a mention; of a pronoun that of what it stands for."""
    return scene.parsed.tokens[(draft.stands_for or draft).head]


def _best(
    scene: Scene, token: Token, before: list[Draft], fits: Callable[[Draft], float | None], reach: int = 3
) -> Draft | None:
    best, most = None, 0.0
    for draft in reversed(before[-_BACK:]):
        head = scene.parsed.tokens[draft.head]
        away = _away(scene.parsed, head, token)
        if away > reach or head.i >= token.i or _barred(scene.parsed, token, head):
            continue
        worth = fits(draft)
        if worth is None:
            continue
        worth += _salience(scene.parsed, token, head) * _FADING**away + 0.5 * _FADING**away
        worth += _AGAIN * _times(scene.parsed, draft, before, token)
        if worth > most + 1e-9:
            best, most = draft, worth
    return best


def _away(parsed: Parsed, head: Token, token: Token) -> int:
    """Sentences between two words, without furniture."""
    return sum(s.furniture is None for s in parsed.sentences[head.sent + 1 : token.sent + 1])


def _salience(parsed: Parsed, token: Token, head: Token) -> float:
    part = _part(parsed, head)
    same = (part in _SUBJECT) == (token.dep in _SUBJECT)
    return _PARTS.get(part, _OTHER_PART) + (_SAME_PART if same else 0.0)


def _part(parsed: Parsed, head: Token) -> str:
    """The part a mention plays: joined and apposed words play that of the first."""
    while head.dep in ("conj", "appos") and head.head != head.i:
        head = parsed.tokens[head.head]
    return head.dep


def _barred(parsed: Parsed, token: Token, head: Token) -> bool:
    """Two parties of one verb are two: "the suspect pushed her". Reflexives and possessives are free."""
    if token.dep not in _PARTIES or token.lower.endswith(("self", "selves")):
        return False
    return head.dep in _PARTIES and head.head == token.head


def _times(parsed: Parsed, draft: Draft, before: list[Draft], token: Token) -> int:
    """How often the one a mention names was named near by before."""
    if draft.id is None and draft.name is None:
        return 0
    same = sum(d is not draft and (d.id, d.name) == (draft.id, draft.name) for d in before[-_BACK:])
    return min(same, _MOST_AGAIN)


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
