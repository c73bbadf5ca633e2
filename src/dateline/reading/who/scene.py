"""All that the steps of who share about one article: its words, names, persons, and evidence for countries."""

from __future__ import annotations

import functools

from dateline.knowledge.actors import Actor, Actors
from dateline.knowledge.base import Knowledge
from dateline.reading.parsed import Parsed
from dateline.reading.who import naming, surnames
from dateline.reading.who.draft import Draft, Name

_ELSEWHERE = 0.6
"""What a name in another paragraph counts."""


class Scene:
    """One article and what was found in it so far."""

    def __init__(self, parsed: Parsed, knowledge: Knowledge) -> None:
        self.parsed = parsed
        self.actors: Actors = knowledge.actors
        self.words = naming.plain_words(parsed)
        self.day = parsed.article.published.isoformat() if parsed.article.published else ""
        self.names = naming.names(parsed, self.words, self.actors)
        self.name_at: dict[int, Name] = {i: n for n in self.names for i in range(n.first, n.last + 1)}
        self.persons: dict[int, Draft] = {}
        """The person whose name each token belongs to."""
        self.drafts: list[Draft] = []
        self.by_head: dict[int, Draft] = {}

    @functools.cached_property
    def surnames(self) -> frozenset[str]:
        """Last words of the names of persons in the article, by the knowledge base or by what the article tells."""
        found = {self.words[n.last] for n in self.names if n.last > n.first and n.of_kind("person")}
        return surnames.known(self.parsed, self.words, self.actors) | found

    def chosen(self, name: Name, *kinds: str) -> Actor | None:
        """The actor a name means here: of several, one whose country the article is about, else the first listed."""
        fitting = [a for a in name.actors if not kinds or a.kind in kinds]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return max(fitting, key=lambda a: self.weight.get(a.country or "", 0.0))

    @functools.cached_property
    def evidence(self) -> tuple[tuple[int, str, float], ...]:
        """(token, country, weight): states and places count in full, adjectives and capitals too, persons less."""
        found = []
        for name in self.names:
            if (
                naming.opposed(self.parsed, name)
                or naming.is_backer(self.parsed, name.last)
                or name.first in self.persons
            ):
                continue
            codes = {a.country for a in name.actors if a.country and len(a.country) == 3}
            codes -= {"IGO", "NGO"}
            if len(codes) == 1:
                kinds = {a.kind for a in name.actors}
                weight = 1.0 if kinds & {"state", "place", "seat", "adjective", "people"} else 0.6
                found.append((name.first, codes.pop(), weight))
        return tuple(found)

    @functools.cached_property
    def weight(self) -> dict[str, float]:
        """How much of the article's evidence each country has, 0 to 1."""
        total: dict[str, float] = {}
        for _, code, weight in self.evidence:
            total[code] = total.get(code, 0.0) + weight
        whole = sum(total.values()) or 1.0
        return {k: v / whole for k, v in total.items()}

    def country_near(self, i: int) -> tuple[str | None, str]:
        """The country of what stands at token `i`, by the names around it, and the reason.

        A name counts less with each sentence between (half as much behind as before) and in another paragraph, and
        the article as a whole counts as one name in the sentence. Refused where no country has half of the weight.
        """
        here = self.parsed.tokens[i].sent
        paragraph = self.parsed.sentences[here].paragraph
        scores = dict(self.weight)
        for at, code, weight in self.evidence:
            away = here - self.parsed.tokens[at].sent
            if -2 <= away <= 6:
                worth = weight * (0.6**away if away >= 0 else 0.35 ** (-away))
                if away == 0:
                    worth *= 1.5 if self._is_setting(at) else 1.0
                if self.parsed.sentences[self.parsed.tokens[at].sent].paragraph != paragraph:
                    worth *= _ELSEWHERE
                scores[code] = scores.get(code, 0.0) + worth
        if not scores:
            return None, "no country named in the article"
        best = max(scores, key=lambda c: scores[c])
        if scores[best] < 0.45 * sum(scores.values()):
            return None, "several countries named around it"
        return best, "country of the names around it"

    def _is_setting(self, i: int) -> bool:
        """True for a name in a phrase of place ("in Basra")."""
        token = self.parsed.tokens[i]
        up = self.parsed.tokens[token.head]
        return token.dep == "pobj" and up.lower in ("in", "at", "near", "across", "inside", "outside", "around")
