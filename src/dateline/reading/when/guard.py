"""Evidence that a recognised stretch is no time expression: one small test for each rule that is easily fooled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.reading.parsed import Parsed, Token
from dateline.reading.when.match import Match
from dateline.reading.when.tense import Words, tense_at

_NAMELIKE = frozenset(("weekday", "often", "relative", "month", "season"))


def stands(match: Match, parsed: Parsed, words: Words) -> bool:
    """Whether the stretch may be reported as a time expression."""
    if match.rule in _NAMELIKE and _inside_name(match, parsed, words):
        return False
    test = _TESTS.get(match.rule)
    return test is None or test(match, parsed, words)


def _inside_name(match: Match, parsed: Parsed, words: Words) -> bool:
    """Part of the name of an outlet, a work or an occasion: "the Daily News", "Arab Spring"."""
    token = _tokens(match, parsed)[-1]
    if token.ent not in ("ORG", "WORK_OF_ART", "EVENT") or not token.text[:1].isupper():
        return False
    before = parsed.tokens[token.i - 1] if token.i and not token.ent_first else None
    after = parsed.tokens[token.i + 1] if token.i + 1 < len(parsed.tokens) else None
    if after is not None and (after.ent != token.ent or after.ent_first):
        after = None
    return any(t is not None and t.text.istitle() and t.pos == "PROPN" for t in (before, after))


def _tokens(match: Match, parsed: Parsed) -> tuple[Token, ...]:
    return parsed.tokens_in(match.start, match.end)


def _tokens_after(match: Match, parsed: Parsed) -> tuple[Token, ...]:
    piece = match.after()
    return parsed.tokens_in(piece.start, piece.end) if piece and piece.lower else ()


def _before(match: Match, count: int = 1) -> str:
    piece = match.before(count)
    return piece.lower if piece else ""


def _after(match: Match, count: int = 1) -> str:
    piece = match.after(count)
    return piece.lower if piece else ""


def _month(match: Match, parsed: Parsed, words: Words) -> bool:
    """A bare month: not the modal verb, not somebody's name; an abbreviation needs its dot."""
    tokens = _tokens(match, parsed)
    if match.has("MABBR"):
        return match.last - match.first > 1 and not any(t.ent == "PERSON" for t in tokens)
    if match.own[0].lower == "march" and _before(match) in words["lead-march"]:
        return False
    month = match.before(2)
    ends_a_stretch = _before(match) in ("to", "-", "–") and month is not None and "MONTH" in month.values
    if _before(match) in words["lead-pointing"] or ends_a_stretch:
        return all(t.ent != "PERSON" for t in tokens)
    if _part_of_name(tokens[-1], parsed):
        return False
    if match.own[0].lower in ("may", "march"):
        return tokens[-1].ent == "DATE" and tokens[-1].tag != "MD"
    return all(t.tag in ("NNP", "NN", "CD") and t.ent != "PERSON" for t in tokens)


def _part_of_name(token: Token, parsed: Parsed) -> bool:
    """ "Theresa May", "April Jones": a proper name beside the month that is no part of a date."""
    beside = [parsed.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(parsed.tokens)]
    return any(
        t.pos == "PROPN" and t.text.isalpha() and t.sent == token.sent and (t.head == token.i or token.head == t.i)
        for t in beside
    )


def _weekday(match: Match, parsed: Parsed, words: Words) -> bool:
    if match.has("DEICTIC") and _title(match, parsed):
        return False
    return not match.has("WDABBR") or match.last - match.first > 1


def _title(match: Match, parsed: Parsed) -> bool:
    """ "USA Today": a capital where none belongs, after a name."""
    token = _tokens(match, parsed)[0]
    before = parsed.tokens[token.i - 1] if token.i else None
    if before is None or before.sent != token.sent or not token.text[:1].isupper():
        return False
    return before.pos == "PROPN" and before.text[:1].isupper() and before.text.isalpha()


def _year(match: Match, parsed: Parsed, words: Words) -> bool:
    """A bare number of four figures is a year where nothing makes it an amount, a width or a number of things."""
    if match.has("ERA"):
        return True
    number = match.own[-1]
    if "YEAR" not in number.values:
        return False
    if _before(match) in words["lead-number"] or (_before(match) == "." and _before(match, 2) in words["lead-number"]):
        return False
    token = _tokens(match, parsed)[-1]
    furniture = parsed.sentences[token.sent].furniture is not None
    led = _before(match) in words["lead-year"] and not (furniture and _before(match) in (",", "", "-"))
    if _before(match) == "," == _after(match) and _after(match, 2)[:1].isdigit():
        return False
    whole = token.dep == "pobj" and _before(match) in words["lead-pointing"]  # "convicted in 2017 of theft"
    if (_after(match) in words["follow-amount"] and not whole) or "UNIT" in _values(match, 1):
        return False
    if not 1500 <= int(number.values["YEAR"]) <= 2100:
        return _before(match) in ("in", "of", "since", "by", "until", "year") and token.ent in ("DATE", "")
    if token.ent in ("DATE", "EVENT", "LAW", "FAC", "ORG") or (token.dep == "pobj" and led):
        return not furniture or led
    if token.ent in ("MONEY", "QUANTITY", "PERCENT"):
        return False
    if token.dep == "nummod" and parsed.tokens[token.head].tag == "NNS":
        return False
    return led and not furniture


def _values(match: Match, count: int) -> Mapping[str, str]:
    piece = match.after(count)
    return piece.values if piece else {}


def _season(match: Match, parsed: Parsed, words: Words) -> bool:
    """A season, not a verb, a source of water or the fall of a city."""
    if match.has("YEAR", "U_Y"):
        return True
    token = _tokens(match, parsed)[-1]
    if match.has("LAST", "NEXT", "THIS", "THAT"):
        return True
    if token.pos not in ("NOUN", "PROPN") or _after(match) == "of":
        return False
    if _after(match) in ("in", "from") and token.lower == "fall":
        return False
    if match.last - match.first > 1:
        return not (
            token.lower in ("fall", "spring")
            and match.own[0].lower == "the"
            and _before(match) not in words["lead-pointing"]
        )
    return _before(match) in words["lead-pointing"]


def _clock(match: Match, parsed: Parsed, words: Words) -> bool:
    """A clock time by its shape alone needs a preposition or a zone."""
    if match.has("AMPM", "ZONE", "OCLOCK", "HRS", "PART"):
        return True
    if match.has("PARTPOINT") and not match.has("CLOCK"):
        return _before(match) in words["lead-pointing"] | words["lead-clock"]
    return _before(match) in words["lead-clock"] or any(t.ent == "TIME" for t in _tokens(match, parsed))


def _duration(match: Match, parsed: Parsed, words: Words) -> bool:
    """Not an age ("12 years old", "12-year-old"), not an ordinal ("a second time"), not a fraction."""
    if _after(match) == "old" or (_after(match) == "-" and _after(match, 2) in ("old", "olds")):
        return False
    if _after(match) == "of" and _after(match, 2) == "age":
        return False
    last = match.own[-1]
    following = _tokens_after(match, parsed)
    if "WEEKEND" in last.values and following and following[0].pos == "NOUN":
        return False
    if match.own[0].lower in ("a", "an") and last.lower != "so" and _rate(match, parsed, words):
        return False
    if last.lower == "quarters" and match.has("NUM") and (match.value("NUM") == "3" or _after(match) == "of"):
        return False
    if last.lower == "second" and not match.has("NUM"):
        return False
    if last.lower in ("second", "quarter") and match.own[0].lower in ("a", "the", "one"):
        return False
    return not ("QUARTER" in last.values and match.has("NUM") and _after(match) == "of")


def _rate(match: Match, parsed: Parsed, words: Words) -> bool:
    """ "four flights a week", "$2 million a year": how much in each, not how long."""
    before = match.before()
    if before is None or not before.lower:
        return False
    token = parsed.tokens_in(before.start, before.end)
    return "NUM" in before.values or (bool(token) and token[-1].tag in ("NNS", "NN", "NNPS", "CD", "$"))


def _offset(match: Match, parsed: Parsed, words: Words) -> bool:
    """ "before" and "after" with words of their own are no part of it: "two days before the vote"."""
    last = match.own[-1]
    if "BEFORE" not in last.values and "AFTER" not in last.values:
        return True
    token = parsed.tokens_in(last.start, last.end)[-1]
    return token.dep not in ("mark", "prep") or (token.dep == "prep" and not parsed.children[token.i])


def _plain_unit(match: Match, parsed: Parsed, words: Words) -> bool:
    """ "the year" points to a time only where it is placed: "the end of the year", "later in the year"."""
    if match.has("WEEKEND") or _after(match) in words["follow-ending"]:
        return True
    edge = _before(match) == "of" and "EDGE" in _piece_values(match, 2)
    return edge or _before(match) in ("in", "during", "for", "over")


def _piece_values(match: Match, count: int) -> Mapping[str, str]:
    piece = match.before(count)
    return piece.values if piece else {}


def _short_year(match: Match, parsed: Parsed, words: Words) -> bool:
    return _before(match) in words["lead-pointing"]


def _bare_units(match: Match, parsed: Parsed, words: Words) -> bool:
    """Units in the plural alone are a length after a preposition: "for years", "within weeks"."""
    if match.own[-1].lower == "quarters":
        return False
    return "YEAR" not in _values(match, 1) and _before(match) in words["lead-length"]


def _nth(match: Match, parsed: Parsed, words: Words) -> bool:
    return match.has("U_D") and match.own[0].lower == "the"


def _reference(match: Match, parsed: Parsed, words: Words) -> bool:
    word = match.own[0].lower
    if word == "recently" and _after(match) == "as":
        return False
    if word == "soon":
        return _after(match) != "as" and tense_at(parsed, match.start, match.end, words) == "future"
    if word in ("future", "recent"):
        return parsed.tokens_in(match.start, match.end)[-1].dep != "amod"
    return True


def _two_years(match: Match, parsed: Parsed, words: Words) -> bool:
    """ "2020-21": the second year is the next one."""
    return (int(match.value("YEAR") or 0) + 1) % 100 == int(match.value("YEARS2") or 0)


def _second_year(match: Match, parsed: Parsed, words: Words) -> bool:
    """ "1995-96": the second figures are a later year of the same century."""
    year = match.before(2)
    figures = year.values.get("YEAR", "") if year else ""
    return bool(figures) and int(match.value("YEARS2") or 0) > int(figures) % 100 and _after(match) not in ("-", "/")


def _decade(match: Match, parsed: Parsed, words: Words) -> bool:
    year = match.value("YEAR")
    return year is None or year.endswith("0")


def _the_nth(match: Match, parsed: Parsed, words: Words) -> bool:
    """ "the 13th" alone; not "the 13th district"."""
    following = match.after()
    tokens = parsed.tokens_in(following.start, following.end) if following and following.lower else ()
    return not tokens or tokens[0].pos not in ("NOUN", "PROPN", "ADJ", "NUM")


def _per(match: Match, parsed: Parsed, words: Words) -> bool:
    return match.value("UNIT1") not in ("TS", "TM")


def _part(match: Match, parsed: Parsed, words: Words) -> bool:
    return match.own[0].lower != "the" or match.last - match.first > 2 or _before(match) in words["lead-pointing"]


_TESTS: dict[str, Callable[[Match, Parsed, Words], bool]] = {
    "month": _month,
    "weekday": _weekday,
    "year": _year,
    "season": _season,
    "clock": _clock,
    "duration": _duration,
    "the-duration": _duration,
    "plain-unit": _plain_unit,
    "short-year": _short_year,
    "bare-units": _bare_units,
    "nth-day": _nth,
    "ref": _reference,
    "rel-part": _part,
    "two-years": _two_years,
    "second-year": _second_year,
    "the-nth": _the_nth,
    "decade": _decade,
    "per": _per,
    "ago": _offset,
    "day-before-narrative": _offset,
    "vague-ago": _offset,
    "the-past": _the_nth,
}
