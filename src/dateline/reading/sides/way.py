"""How a word stands to an event word: the way through the parse, and the relations that grammar gives a name to."""

from __future__ import annotations

from dateline.knowledge.events import Events
from dateline.reading.parsed import Parsed, Token
from dateline.reading.what import actors
from dateline.reading.what.relations import View

_STEPS = 5
_NAMED = frozenset("by of in on at against to from for with between over into near among toward towards".split())
_RELATIONS = (
    *("subj", "obj", "iobj", "clause", "comp.obj", "poss", "amod", "target", "lv", "sufferer", "under.subj"),
    *("struck", "govsubj", "culprit"),
    *("by", "of", "against", "on", "at", "to", "with", "from", "for", "between", "in", "among"),
)


class Ways:
    """The ways from one word, the anchor, to others."""

    def __init__(self, parsed: Parsed, anchor: int) -> None:
        self._parsed = parsed
        self._sent = parsed.tokens[anchor].sent
        self._above = self._climb(anchor)

    def to(self, word: int) -> str:
        """`labels from the word up|labels from the anchor up` to where they meet; "far" or "outside" where they do not
        within a few steps or stand in different sentences."""
        tokens = self._parsed.tokens
        if tokens[word].sent != self._sent:
            return "outside"
        steps, at = "", word
        for _ in range(_STEPS):
            if at in self._above:
                return f"{steps}|{self._above[at]}"
            if tokens[at].head == at:
                break
            steps, at = f"{steps}>{label(tokens[at])}", tokens[at].head
        return "far"

    def _climb(self, i: int) -> dict[int, str]:
        tokens = self._parsed.tokens
        above, steps = {i: ""}, ""
        for _ in range(_STEPS):
            if tokens[i].head == i:
                break
            steps, i = f"{steps}>{label(tokens[i])}", tokens[i].head
            above[i] = steps
        return above


def label(token: Token) -> str:
    """The relation of a token, a preposition with its word."""
    if token.dep in ("prep", "agent"):
        return f"{token.dep}:{token.lower}" if token.lower in _NAMED else token.dep
    return token.dep


def related(parsed: Parsed, word: int, events: Events) -> dict[int, list[str]]:
    """The relations to the event word, by the head tokens of who stands in them; the owner of a thing stands in its
    relation as "… owner"."""
    view = View(parsed, word, events)
    found: dict[int, list[str]] = {}
    for name in _RELATIONS:
        for head in view.relation(name):
            for each in actors.conjuncts(parsed, head):
                for i in {actors.meant(parsed, each, events), actors.named(parsed, each)}:
                    found.setdefault(i, []).append(name)
                if not actors.is_actor(parsed, each, events):
                    for owner in actors.owners(parsed, each, events):
                        found.setdefault(owner, []).append(f"{name} owner")
    return found
