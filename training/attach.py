"""Trains which date, place, figure and source belongs to an event, from articles coded by the guide.

    python -m training.attach --codes DIR --texts DIR [--folds 5] [--out src/dateline/reading/attach/data]
        [--slots date place --without-heads] [--unseen HEADS=0]

With --folds it prints cross-validated figures (folds by article); with --out it writes the weights. Of the slots only
sources hang on what the trained heads say; without heads the articles are read four times as fast. With --unseen what
those heads say of days is weighed, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dateline.reading.attach import dates, figures, places, sources
from dateline.reading.attach.assemble import DATE_LEAST, PLACE_LEAST, choose
from dateline.reading.attach.dates import DateChoice
from dateline.reading.attach.features import Option
from dateline.reading.attach.scene import Scene
from dateline.reading.candidate import Candidate, Party
from dateline.reading.fuse import day_told
from dateline.reading.parsed import Parsed
from dateline.reading.ranker import Net, Ranker
from dateline.reading.reader import Reader, Settings
from dateline.reading.trained import Heads, words_of
from training import coded, logit, net, tables
from training.folds import fold_of
from training.likeness import same_date, same_figure, same_party, same_place

PENALTY = 5e-3
"""Chosen by cross-validated F1, as is how often a feature must be seen."""
RAREST = 20
INHERITED = ("date", "place")
SLOTS = (*INHERITED, "figure", "source")


class Example(Struct, frozen=True):
    """A coded article ready to learn from: its scene and, for each candidate of it, the codes."""

    doc: str
    scene: Scene
    codes: tuple[dict[str, Any], ...]


def examples(reader: Reader, articles: Iterable[coded.Coded], told: bool = False) -> Iterator[Example]:
    """The coded events as candidates over the article's own mentions; `told`: with what the heads say of their days."""
    for article in articles:
        parsed = reader.parser.parse(article.article)
        scores = reader.heads.read(words_of(parsed)) if reader.heads else None
        mentions = reader.mentions(parsed, scores)
        pairs = [(c, e) for e in article.events if (c := candidate(parsed, e)) is not None]
        if told and scores is not None:
            days = {e.word: day_told(e) for e in scores.events}
            pairs = [(replace(c, day_told=next(filter(None, map(days.get, c.trigger)), None)), e) for c, e in pairs]
        pairs.sort(key=lambda p: p[0].trigger[0])
        scene = Scene(parsed, tuple(c for c, _ in pairs), mentions, reader.knowledge)
        yield Example(article.doc, scene, tuple(e for _, e in pairs))


def candidate(parsed: Parsed, event: dict[str, Any]) -> Candidate | None:
    """A coded event as an engine would propose it."""
    span = coded.trigger_span(parsed.text, event)
    tokens = parsed.tokens_in(*span) if span else ()
    head = parsed.head_in(*span) if span else None
    if head is None:
        return None
    sentence = parsed.sentences[head.sent]
    return Candidate(
        trigger=(head.i, *(t.i for t in tokens if t.i != head.i)),
        event=event["event"],
        mode=tuple(event["mode"]),
        actors=_parties(parsed, sentence.start, sentence.end, event["actors"]),
        recipients=_parties(parsed, sentence.start, sentence.end, event["recipients"]),
        status=event["status"],
        hedged=event["hedged"],
    )


def _parties(parsed: Parsed, start: int, end: int, coded_parties: list[dict[str, Any]]) -> tuple[Party, ...]:
    found = []
    for party in coded_parties:
        at = parsed.text.find(party["text"], start, end)
        head = parsed.head_in(at, at + len(party["text"])) if at >= 0 else None
        if head is not None:
            found.append(Party(head.i, "coded"))
    return tuple(found)


def choices(example: Example, slot: str, ranker: Ranker | None) -> Iterator[logit.Choice]:
    """What there is to learn for one slot in one article; inheriting from what was, or would be, chosen before."""
    for event, code in zip(example.scene.candidates, example.codes, strict=True):
        if slot == "figure":
            for figure in figures.options(example.scene, event):
                right = any(same_figure(g, figure.choice) for g in code["figures"])
                yield logit.yes_or_no(figure.features, right)
        elif slot == "source":
            for source in sources.options(example.scene, event):
                right = any(same_party(g, source.choice.source) for g in code["attributed_to"])
                yield logit.yes_or_no(source.features, right)
    if slot in INHERITED:
        for options, fits, _ in walked(example, slot, ranker):
            if any(fits):
                yield logit.Choice(tuple(o.features for o in options), tuple(fits))


def walked(example: Example, slot: str, ranker: Ranker | None) -> Iterator[tuple[list[Option[Any]], list[bool], Any]]:
    """The events of an article in order: for each the options, which fit, and what is chosen. Without a ranker the
    right option is chosen, as far as there is one."""
    made: list[Any] = []
    overview = places.Overview(example.scene)
    for number, code in enumerate(example.codes):
        options: list[Option[Any]]
        if slot == "date":
            options = list(dates.options(example.scene, number, made))
            fits = [same_date(code["date"], o.choice) for o in options]
        else:
            options = list(places.options(example.scene, number, made, overview))
            fits = [same_place(code["place"], o.choice.place) for o in options]
        made.append(_chosen(options, fits, slot, ranker))
        yield options, fits, made[-1]


def told(choice: Any) -> bool:
    """Whether a choice says anything."""
    answer = choice.date if isinstance(choice, DateChoice) else choice.place
    return answer is not None


def _chosen(options: list[Option[Any]], fits: list[bool], slot: str, ranker: Ranker | None) -> Any:
    if ranker is not None:
        return choose(ranker, options, DATE_LEAST if slot == "date" else PLACE_LEAST).choice
    return next((o.choice for o, fit in zip(options, fits, strict=True) if fit), options[-1].choice)


def train(found: Sequence[Example], slots: Iterable[str] = SLOTS) -> dict[str, Ranker]:
    """What chooses for each slot, for dates and places a net. What is inherited is learned twice: from the right
    choices, then from our own."""
    rankers: dict[str, Ranker] = {}
    for slot in slots:
        if slot in INHERITED:
            taught = _dated(found) if slot == "date" else found
            for _ in range(2):
                rankers[slot] = Net(net.fit([c for e in taught for c in choices(e, slot, rankers.get(slot))]))
        else:
            asked = [c for e in found for c in choices(e, slot, None)]
            rankers[slot] = Ranker(logit.fit(asked, penalty=PENALTY, rarest=RAREST))
    return rankers


def _dated(found: Sequence[Example]) -> list[Example]:
    """Articles with a known day of publication: in others the coders left out all days that hang on it."""
    return [e for e in found if e.scene.parsed.article.published]


def second_step(base: Ranker, held: Sequence[Example]) -> Ranker:
    """What the choice of `base` counts, beside what the heads say of an event's day. `held` are articles that neither
    the heads nor `base` have seen: of others both are too sure."""
    learned = []
    for example in _dated(held):
        for options, fits, _ in walked(example, "date", base):
            if any(fits):
                told = [{k: v for k, v in o.features.items() if k.startswith(dates.TOLD)} for o in options]
                features = [{"base": base.score(o.features)} | k for o, k in zip(options, told, strict=True)]
                learned.append(logit.Choice(tuple(features), tuple(fits)))
    return Ranker(logit.fit(learned, penalty=1e-3))


def right_and_asked(example: Example, rankers: dict[str, Ranker]) -> dict[str, tuple[int, int, int]]:
    """For each slot (hits, coded, chosen) as the scorer counts them."""
    return {slot: _counted(example, slot, ranker) for slot, ranker in rankers.items()}


def _counted(example: Example, slot: str, ranker: Ranker) -> tuple[int, int, int]:
    counts = [0, 0, 0]
    if slot in INHERITED:
        for code, (options, fits, chosen) in zip(example.codes, walked(example, slot, ranker), strict=True):
            right = any(fit and o.choice is chosen for o, fit in zip(options, fits, strict=True))
            _count(counts, bool(code[slot]), told(chosen), right)
        return counts[0], counts[1], counts[2]
    for event, code in zip(example.scene.candidates, example.codes, strict=True):
        if slot == "figure":
            numbers = figures.options(example.scene, event)
            taken = [o.choice for o in numbers if ranker.probability(o.features) >= 0.5]
            _count_many(counts, code["figures"], taken, same_figure)
        else:
            claims = sources.options(example.scene, event)
            said = [o.choice.source for o in claims if ranker.probability(o.features) >= 0.5]
            _count_many(counts, code["attributed_to"], said, same_party)
    return counts[0], counts[1], counts[2]


def _count(counts: list[int], coded_one: bool, chosen: bool, same: bool) -> None:
    counts[0] += coded_one and chosen and same
    counts[1] += coded_one
    counts[2] += chosen


def _count_many(counts: list[int], wanted: list[Any], got: Sequence[Any], same: Any) -> None:
    free = list(got)
    for want in wanted:
        hit = next((g for g in free if same(want, g)), None)
        if hit is not None:
            free.remove(hit)
            counts[0] += 1
    counts[1] += len(wanted)
    counts[2] += len(got)


def cross_validate(found: Sequence[Example], folds: int, slots: Sequence[str]) -> None:
    """Prints F1 a slot over articles that were not trained on, given the coded triggers and parties."""
    total = {slot: [0, 0, 0] for slot in slots}
    for fold in range(folds):
        rankers = train([e for e in found if fold_of(e.doc, folds) != fold], slots)
        for example in (e for e in found if fold_of(e.doc, folds) == fold):
            for slot, counts in right_and_asked(example, rankers).items():
                total[slot] = [a + b for a, b in zip(total[slot], counts, strict=True)]
    for slot, (hits, want, got) in total.items():
        print(
            f"{slot:8} P {hits / max(got, 1):.3f}  R {hits / max(want, 1):.3f}  F1 {2 * hits / max(want + got, 1):.3f}"
        )


def write(rankers: dict[str, Ranker], out: Path) -> None:
    """One TSV a slot, and one of what the heads say of days beside it."""
    for slot, ranker in rankers.items():
        about = f"Weights of the features by which attaching chooses an event's {slot}; made by training/attach.py."
        tables.write(ranker.table, out / f"{slot}.tsv", about)


def main() -> None:
    """The command."""
    ask = coded.arguments(__doc__)
    ask.add_argument("--folds", type=int, default=0)
    ask.add_argument("--out", type=Path)
    ask.add_argument("--slots", nargs="+", choices=SLOTS, default=SLOTS, help="which to train; the others stay")
    ask.add_argument("--without-heads", action="store_true", help="read the articles by the lexicon alone")
    coded.unseen_arguments(ask, required=False)
    args = ask.parse_args()
    reader = Reader(Settings(trained=not args.without_heads))
    known = [a for a in coded.articles(args.codes, args.texts) if coded.is_article(a.doc)]
    found = list(examples(reader, known))
    if args.folds:
        cross_validate(found, args.folds, args.slots)
    if args.out:
        rankers = train(found, args.slots)
        held: list[Example] = []
        for unseen in coded.unseen(args):
            reader.heads = Heads.load(unseen.heads)
            held += examples(reader, (a for a in known if unseen.holds(a.doc)), told=True)
        if held:
            named = {e.doc for e in held}
            rest = train([e for e in found if e.doc not in named], ["date"])["date"]
            rankers["date_told"] = second_step(rest, held)
        write(rankers, args.out)


if __name__ == "__main__":
    main()
