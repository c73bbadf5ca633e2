"""Who: for each coded actor and recipient, is there a mention of the same words, and do country and sector agree?

    actors.py CODES.json … --texts DIR [--errors N]
    actors.py CODES.json … --names [--errors N]

The coded words are looked for from the coded sentence on; words that are not in the text as coded are left out.
`--names` reads no text: it says how many of the coded canonical names the knowledge base has at all.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import pathlib
import time
from collections.abc import Iterator
from typing import Any

from dateline.knowledge.actors.words import key
from dateline.knowledge.base import Knowledge
from dateline.model.article import Article
from dateline.model.mentions import Entity
from dateline.reading import who
from dateline.reading.parse import Parser


def main() -> None:
    """Prints coverage, country and sector accuracy, and the most frequent errors."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("codes", nargs="+", type=pathlib.Path)
    ap.add_argument("--texts", type=pathlib.Path)
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--names", action="store_true")
    args = ap.parse_args()
    if args.names:
        _names(args.codes, args.errors)
    else:
        _mentions(args)


def _names(codes: list[pathlib.Path], errors: int) -> None:
    actors, named = Knowledge().actors, collections.Counter[str]()
    for path in codes:
        for event in json.loads(path.read_text())["events"]:
            parties = [*event.get("actors", []), *event.get("recipients", [])]
            named.update(p["name"] for p in parties if p.get("name"))
    known = {n for n in named if actors.named(key(n))}
    print(f"{len(known)} of {len(named)} names ({len(known) / (len(named) or 1):.3f}) are known,")
    share = sum(named[n] for n in known) / (named.total() or 1)
    print(f"which are {share:.3f} of {named.total()} named parties")
    for name, k in (collections.Counter(dict(named)) - collections.Counter({n: named[n] for n in known})).most_common(
        errors
    ):
        print(f"{k:4} {name}")


def _mentions(args: argparse.Namespace) -> None:
    knowledge, parser = Knowledge(), Parser()
    counts: collections.Counter[str] = collections.Counter()
    errors: collections.Counter[str] = collections.Counter()
    for path in args.codes:
        coded = json.loads(path.read_text())
        text = (args.texts / f"{coded['doc']}.txt").read_text()
        day = coded.get("published")
        parsed = parser.parse(Article(text=text, published=dt.date.fromisoformat(day[:10]) if day else None))
        begin = time.perf_counter()
        found = who.find(parsed, knowledge)
        counts["ms"] += round((time.perf_counter() - begin) * 1000)
        for party, start, end, event in _parties(coded, text):
            inside = [e for e in found if e.start is not None and e.end is not None and e.start < end and start < e.end]
            first = (event.get("date") or [None])[0]
            _count([who.as_of(e, first, knowledge) for e in inside], party, counts, errors)
    n = counts["all"] or 1
    print(f"{len(args.codes)} articles, {n} coded parties, {counts['ms'] / len(args.codes):.1f} ms an article")
    for name in ("covered", "country", "sector", "both"):
        print(f"{name:8} {counts[name] / n:.3f}")
    for error, k in errors.most_common(args.errors):
        print(f"{k:4} {error}")


def _parties(coded: dict[str, Any], text: str) -> Iterator[tuple[dict[str, Any], int, int, dict[str, Any]]]:
    for event in coded["events"]:
        sentence = text.find(event["sentence"])
        for party in [*event.get("actors", []), *event.get("recipients", [])]:
            at = text.find(party["text"], sentence, sentence + 600)
            if at >= 0:
                yield party, at, at + len(party["text"]), event


def _count(
    found: list[Entity], party: dict[str, Any], counts: collections.Counter[str], errors: collections.Counter[str]
) -> None:
    counts["all"] += 1
    if not found:
        errors[f"no mention: {party['text']}"] += 1
        return
    counts["covered"] += 1
    country = [e for e in found if e.code == party["country"]]
    sector = [e for e in found if (e.sector[0] if e.sector else None) == party["sector"]]
    counts["country"] += bool(country)
    counts["sector"] += bool(sector)
    counts["both"] += any(e in sector for e in country)
    if not country:
        errors[f"country {party['country']} not {found[-1].code}: {party['text']}"] += 1
    if not sector:
        errors[f"sector {party['sector']} not {found[-1].sector}: {party['text']}"] += 1


if __name__ == "__main__":
    main()
