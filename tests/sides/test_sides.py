"""Who is named as actor and recipient: by the parse and the lexicon alone, and weighed with the trained heads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dateline.knowledge import Knowledge
from dateline.model.article import Article
from dateline.model.document import Mentions
from dateline.reading import what, who
from dateline.reading.parse import Parser
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Ranker
from dateline.reading.sides import Case, Sides
from dateline.reading.sides.choice import Weighed, chosen, joined
from dateline.reading.trained import EventScores
from dateline.reading.trained.scores import Filler, Role

Told = Callable[[str], list[tuple[str, set[str], set[str]]]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge()


@pytest.fixture(scope="module")
def parse() -> Callable[[str], Parsed]:
    parser = Parser()
    return lambda text: parser.parse(Article(text=text, url="text"))


@pytest.fixture(scope="module")
def told(parse: Callable[[str], Parsed], knowledge: Knowledge) -> Told:
    """The events of a text by the lexicon alone: type, head words of actors, of recipients."""
    sides = Sides(knowledge)

    def read(text: str) -> list[tuple[str, set[str], set[str]]]:
        parsed = parse(text)
        parties = sides.of_article(parsed, Mentions(actors=who.find(parsed, knowledge)))
        found = (parties(c, Case(c.event, c.trigger[0], c)) for c in what.find(parsed, knowledge))
        word = parsed.tokens
        return [
            (c.event, {word[p.head].text for p in c.actors}, {word[p.head].text for p in c.recipients}) for c in found
        ]

    return read


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        ("Rebels killed two soldiers near Agadez.", "ASSAULT", {"Rebels"}, {"soldiers"}),
        ("Two soldiers were killed by rebels near Agadez.", "ASSAULT", {"rebels"}, {"soldiers"}),
        ("Police arrested three journalists in Niamey.", "COERCE", {"Police"}, {"journalists"}),
        ("The minister accused the rebels of burning farms.", "ACCUSE", {"minister"}, {"rebels"}),
    ],
)
def test_both_sides_of_plain_sentences(
    told: Told, text: str, event: str, actors: set[str], recipients: set[str]
) -> None:
    assert (event, actors, recipients) in told(text)


def test_nobody_where_nobody_is_named(told: Told) -> None:
    events = told("Three farmers were killed near Agadez in March.")
    assert events and all(not actors for _, actors, _ in events)


def test_who_stands_behind_a_party_is_none(told: Told) -> None:
    events = told("Iran-backed fighters killed two soldiers near Basra.")
    assert ("ASSAULT", {"fighters"}, {"soldiers"}) in events


def test_no_group_is_nobody(told: Told) -> None:
    assert all(
        "group" not in actors for _, actors, _ in told("No group claimed the shooting of two farmers near Agadez.")
    )


def test_who_is_likelier_on_the_other_side_is_left_out(parse: Callable[[str], Parsed], knowledge: Knowledge) -> None:
    parsed = parse("Norway thanked Chad.")
    named = Sides(knowledge).naming(parsed, Mentions(actors=who.find(parsed, knowledge)))
    weighed = {"actor": Weighed((0, 2), (0.6, 0.3), 0.1), "recipient": Weighed((0, 2), (0.05, 0.85), 0.1)}
    assert [w for w, _ in chosen(weighed, "actor", named)] == [0]
    assert [w for w, _ in chosen(weighed, "recipient", named)] == [2]


def test_who_stands_beside_a_party_is_one(parse: Callable[[str], Parsed], knowledge: Knowledge) -> None:
    parsed = parse("Chad and Niger thanked Norway.")
    sides = Sides(knowledge)
    named = sides.naming(parsed, Mentions(actors=who.find(parsed, knowledge)))
    chad, niger, norway = (next(t.i for t in parsed.tokens if t.text == n) for n in ("Chad", "Niger", "Norway"))
    weighed = {
        "actor": Weighed((chad, niger, norway), (0.8, 0.05, 0.1), 0.1),
        "recipient": Weighed((chad, niger, norway), (0.01, 0.02, 0.9), 0.1),
    }
    found = [w for w, _ in chosen(weighed, "actor", named)]
    assert found == [chad]
    assert joined(parsed, weighed, "actor", found, named) == [(niger, 0.05)]


def test_mentions_of_one_entity_count_together_and_once(parse: Callable[[str], Parsed], knowledge: Knowledge) -> None:
    parsed = parse("Norway and Chad met. Norway praised Chad.")
    named = Sides(knowledge).naming(parsed, Mentions(actors=who.find(parsed, knowledge)))
    first, second = (t.i for t in parsed.tokens if t.text == "Norway")
    weighed = {"actor": Weighed((first, second), (0.2, 0.3), 0.35), "recipient": Weighed((), (), 1.0)}
    assert [(w, round(c, 2)) for w, c in chosen(weighed, "actor", named)] == [(second, 0.5)]


def test_the_heads_are_heard_where_the_parse_is_silent(parse: Callable[[str], Parsed], knowledge: Knowledge) -> None:
    parsed = parse("Rebels killed soldiers.")
    sides = Sides(knowledge, Ranker({}), Ranker({"actor heads": 1.0, "actor nobody heads": 1.0}))
    case = Case("ASSAULT", 1, None, _scores({"actor": {0: 0.9, 2: 0.05}, "recipient": {2: 0.9}}))
    weighed = sides.weighed(parsed, case, sides.naming(parsed, Mentions(actors=who.find(parsed, knowledge))))
    assert max(zip(weighed["actor"].chances, weighed["actor"].words, strict=True))[1] == 0


def _scores(roles: Mapping[str, Mapping[int, float]]) -> EventScores:
    fillers = {r: tuple(Filler(w, c) for w, c in f.items()) for r, f in roles.items()}
    return EventScores(
        word=1,
        score=0.9,
        types={},
        modes={},
        status={},
        hedged=0.0,
        roles={r: Role(f, 1.0 - sum(x.score for x in f)) for r, f in fillers.items()},
        when={},
    )
