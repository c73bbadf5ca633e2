"""Finds the stretches of an article that the grammar recognises: the longest first, none overlapping another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.reading.parsed import Parsed
from dateline.reading.when.grammar import OTHER, Compiled, Grammar
from dateline.reading.when.guard import stands
from dateline.reading.when.lex import Lex
from dateline.reading.when.match import Match

_ISLAND = re.compile(rf"[^{re.escape(OTHER)}]+")
_LENGTHS = frozenset(("duration", "vague_units", "bare_units", "past_unit", "every"))
_UNMODIFIED = frozenset(("reference", "every"))


def recognise(parsed: Parsed, pieces: list[Lex], grammar: Grammar) -> list[Match]:
    """The expressions in text order."""
    codes = _codes(pieces, grammar)
    found: list[tuple[int, int, int, Compiled]] = []
    for island in _ISLAND.finditer(codes):
        if grammar.core.search(island[0]):
            found.extend(_candidates(codes, island, grammar))
    found.sort(key=lambda c: (c[0] - c[1], c[2]))
    return _settled(parsed, pieces, codes, found, grammar)


def _codes(pieces: list[Lex], grammar: Grammar) -> str:
    """One character a piece."""
    codes = grammar.codes
    return "".join([codes.get(frozenset(p.values), OTHER) if p.values else OTHER for p in pieces])


def _candidates(codes: str, island: re.Match[str], grammar: Grammar) -> Iterator[tuple[int, int, int, Compiled]]:
    for number, rule in enumerate(grammar.rules):
        for match in rule.regex.finditer(codes, island.start(), island.end()):
            first, last = match.span("x") if rule.marked else match.span()
            yield first, last, number, rule


def _settled(
    parsed: Parsed,
    pieces: list[Lex],
    codes: str,
    found: list[tuple[int, int, int, Compiled]],
    grammar: Grammar,
) -> list[Match]:
    taken = bytearray(len(pieces))
    kept: list[Match] = []
    for first, last, _, rule in found:
        if any(taken[first:last]):
            continue
        first = _trimmed(parsed, pieces, first, last)
        match = Match(rule.name, rule.make, pieces, first, last, pieces[first].start, pieces[last - 1].end)
        if stands(match, parsed, grammar.words):
            taken[first:last] = b"\1" * (last - first)
            kept.append(match)
    kept.sort(key=lambda m: m.first)
    return [_extended(m, codes, taken, grammar) for m in kept]


def _trimmed(parsed: Parsed, pieces: list[Lex], first: int, last: int) -> int:
    """Leaves out what looks like part of the expression but is not: "that" as a conjunction ("said that Saturday …"),
    the article before a length used as an adjective ("a two-hour talk", "the third-quarter loss")."""
    while last - first > 1:
        piece = pieces[first]
        if (piece.lower == "that" and parsed.tokens_in(piece.start, piece.end)[0].tag == "IN") or (
            piece.lower in ("a", "an", "the") and _adjectival(pieces, first + 1, last)
        ):
            first += 1
        else:
            break
    return first


def _verb_or_preposition(parsed: Parsed, piece: Lex) -> bool:
    """ "would last two weeks", "past two checkpoints"."""
    token = parsed.tokens_in(piece.start, piece.end)[0]
    before = parsed.tokens[token.i - 1] if token.i else None
    return token.tag in ("VB", "VBP", "IN") or (before is not None and before.tag in ("MD", "TO"))


def _adjectival(pieces: list[Lex], first: int, last: int) -> bool:
    """Whether the pieces are a number and a unit in the singular, as in "two-hour", "five year"."""
    own = pieces[first:last]
    if (
        not own[-1].values.keys() & {"UNIT1", "QUARTER"}
        or not own[0].values.keys() & {"NUM", "VAGUE", "ORD"}
        or ("YEAR" in own[0].values)
    ):
        return False
    if any("SUF" in p.values for p in own):
        return False
    hyphen = any("HYPHEN" in p.values for p in own)
    return hyphen or (own[0].values.get("NUM", "1") != "1")


def _extended(match: Match, codes: str, taken: bytearray, grammar: Grammar) -> Match:
    """Takes in the modifiers to the left, one after the other."""
    if match.make in _UNMODIFIED:
        return match
    length = match.make in _LENGTHS
    mod, first = "", match.first
    for kind, regex in grammar.modifiers:
        if (kind == "point" and length) or (kind in ("length", "counted") and not length):
            continue
        if kind == "counted" and (match.has("PERIOD") or not match.own[0].values.keys() & {"NUM", "A", "HALF"}):
            continue
        low = max(0, first - 6)
        left = regex.search(codes[low:first])
        if left and left[0] and not any(taken[low + left.start() : first]):
            first = low + left.start()
            mod = mod or _mod(match.pieces[first : match.first])
            taken[first : match.first] = b"\1" * (match.first - first)
    if first == match.first:
        return match
    return Match(
        match.rule, match.make, match.pieces, match.first, match.last, match.pieces[first].start, match.end, mod
    )


def _mod(pieces: list[Lex]) -> str:
    """The TIMEX3 modifier that the words to the left give."""
    if any("HALF" in p.values for p in pieces):
        return "START" if pieces[-3].values.get("ORD") == "1" else "END"
    for piece in pieces:
        for name in ("EDGE", "MODADJ", "MODADV", "APPROX", "OVER"):
            if piece.values.get(name):
                return piece.values[name]
    return ""
