"""Did it take place, and does the article doubt it?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.knowledge.base import Knowledge
from dateline.reading.hedging import hedged
from dateline.reading.parsed import Parsed
from dateline.reading.status import status

Parse = Callable[[str], Parsed]


def at(parsed: Parsed, word: str) -> int:
    return next(t.i for t in parsed.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels shelled the port on Monday.", "shelled", "occurred"),
        ("Troops will leave the valley in May.", "leave", "future"),
        ("The council said it would investigate the killing.", "investigate", "future"),
        ("The union plans to march on the capital.", "march", "future"),
        ("The planned march was to begin at noon.", "march", "future"),
        ("Troops did not enter the town.", "enter", "negated"),
        ("The general refused to meet the envoy.", "meet", "negated"),
        ("Police foiled an attack on the embassy.", "attack", "negated"),
        ("Militants could attack the convoy.", "attack", "hypothetical"),
        ("The lawmaker called for an investigation.", "investigation", "hypothetical"),
        ("The dispute could lead to war.", "war", "hypothetical"),
        ("The council will investigate the killing.", "killing", "occurred"),
        ("The court would open an inquiry into the attack.", "attack", "occurred"),
        ("The king did not mourn the massacre.", "massacre", "occurred"),
        ("Rebels did not manage to kill the mayor.", "kill", "negated"),
    ],
)
def test_status(text: str, word: str, expected: str, parse: Parse, knowledge: Knowledge) -> None:
    parsed = parse(text)
    assert status(parsed, at(parsed, word), knowledge)[0] == expected


def test_a_refusal_given_has_occurred(parse: Parse, knowledge: Knowledge) -> None:
    parsed = parse("The premier will not accept the offer.")
    assert status(parsed, at(parsed, "accept"), knowledge, "REJECT")[0] == "occurred"
    assert status(parsed, at(parsed, "accept"), knowledge)[0] == "negated"


@pytest.mark.parametrize(
    ("text", "word", "doubt"),
    [
        ("Gunmen allegedly burned the granary.", "burned", True),
        ("The suspected arson destroyed two barns.", "arson", True),
        ("Officials believe that militants planted the bomb.", "planted", True),
        ("The shell may have killed a farmer.", "killed", True),
        ("Gunmen burned the granary.", "burned", False),
        ("The minister said gunmen burned the granary.", "burned", False),
    ],
)
def test_hedged(text: str, word: str, doubt: bool, parse: Parse, knowledge: Knowledge) -> None:
    parsed = parse(text)
    assert (hedged(parsed, at(parsed, word), knowledge) is not None) is doubt
