"""Judgements in reported speech: someone says that someone or something is bad (ACCUSE), good (SUPPORT), or must act
(REQUEST)."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate, Party
from dateline.reading.parsed import Parsed, Sentence
from dateline.reading.what import actors, clause

_DUTY = frozenset({"must", "should", "ought"})
_PREDICATES = ("acomp", "attr", "oprd")


def judgements(parsed: Parsed, sentence: Sentence, taken: set[int], events: Events) -> Iterator[Candidate]:
    """The judgements of a sentence whose words are not `taken` by other events."""
    for i in range(sentence.first, sentence.last):
        token = parsed.tokens[i]
        if i not in taken and token.pos == "VERB" and events.is_a(token.lemma, "say"):
            found = _judgement(parsed, i, taken, events)
            if found is not None:
                yield found


def _judgement(parsed: Parsed, i: int, taken: set[int], events: Events) -> Candidate | None:
    who = clause.subject(parsed, i)
    if who is None or not actors.is_actor(parsed, actors.meant(parsed, who, events), events):
        return None
    speaker = Party(actors.meant(parsed, who, events), "speaker")
    for content in parsed.all_children(i, "ccomp"):
        if content.i in taken:
            continue
        found = _verdict(parsed, i, content.i, speaker, events) or _duty(parsed, i, content.i, speaker, events)
        if found is not None and not taken.intersection(found.trigger):
            return found
    return None


def _verdict(parsed: Parsed, i: int, content: int, speaker: Party, events: Events) -> Candidate | None:
    """ "The minister said the plan was a disgrace"."""
    if parsed.child(content, "neg"):
        return None
    for kid in parsed.all_children(content, *_PREDICATES):
        words = [kid, *parsed.all_children(kid.i, "amod", "conj")]
        bad = next((w for w in words if events.is_a(w.lemma, "badword")), None)
        blame = next((w for w in words if events.is_a(w.lemma, "blameword")), None)
        good = next((w for w in words if events.is_a(w.lemma, "goodword")), None)
        word = bad or blame or good
        if word is not None:
            subject = clause.subject(parsed, content)
            whom = _judged(parsed, subject, speaker, events)
            event, mode = ("SUPPORT", ()) if word is good else ("ACCUSE", ("disapprove",) if bad else ("allege",))
            least = 0.4 if word is good else 0.46
            return Candidate(
                trigger=(word.i, i),
                event=event,
                mode=mode,
                actors=(speaker,),
                recipients=whom,
                score=0.55 if whom else least,
                rule="said to be " + ("good" if word is good else "bad"),
            )
    return None


def _duty(parsed: Parsed, i: int, content: int, speaker: Party, events: Events) -> Candidate | None:
    """ "She said the government must resign"."""
    duty = next((k for k in parsed.all_children(content, "aux") if k.lower in _DUTY), None)
    subject = clause.subject(parsed, content)
    if duty is None or subject is None:
        return None
    whom = _judged(parsed, subject, speaker, events)
    if not whom:
        return None
    return Candidate(
        trigger=(duty.i, content, i),
        event="REQUEST",
        actors=(speaker,),
        recipients=whom,
        score=0.5,
        rule="said to be due",
    )


def _judged(parsed: Parsed, subject: int | None, speaker: Party, events: Events) -> tuple[Party, ...]:
    if subject is None:
        return ()
    head = actors.meant(parsed, subject, events)
    if actors.is_actor(parsed, head, events):
        whom = tuple(Party(h, "judged") for h in actors.conjuncts(parsed, head))
    else:
        whom = tuple(Party(o, "judged owner", 0.7) for o in actors.owners(parsed, head, events))
    return tuple(p for p in whom if p.head != speaker.head and parsed.tokens[p.head].lower not in ("it", "we", "i"))
