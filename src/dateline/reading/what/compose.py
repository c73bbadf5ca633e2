"""From matched words to candidates: a promise, threat, refusal or demand of another event is one event, of the kind
that PLOVER gives it; co-operation that is still to come is an agreement, a withdrawal to come a concession."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.events import Events
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed, Token
from dateline.reading.what import parties
from dateline.reading.what.match import Match

_ACTS = {
    "promise": "promise",
    "a-promise": "promise",
    "agree": "agree",
    "threaten": "threaten",
    "warn": "threaten",
    "refuse": "refuse",
    "n-refuse": "refuse",
    "order": "order",
    "order-on": "order",
    "want": "order",
    "want-obj": "order",
    "want-for": "order",
    "want-to": "order",
}
"""Frames of speech about an act, by the act of speech."""
_MODE_CLASSES = ("yield", "meet", "assist", "change")


def compose(parsed: Parsed, matches: dict[int, Match], events: Events) -> list[Candidate]:
    """One candidate a match, what is only spoken of drawn into the act of speech."""
    found = {i: _candidate(m) for i, m in matches.items()}
    for i, hit in matches.items():
        act = _ACTS.get(hit.row.frame.name)
        if act is None or i not in found:
            continue
        contents = [c for c in content_heads(parsed, i) if c in found and c != i]
        found[i] = _as_act(parsed, found[i], act, [found[c] for c in contents], events)
        for c in contents:
            del found[c]
    real = (c for c in found.values() if not _is_topic(parsed, c, events))
    return [_in_time(parsed, c, events) for c in real]


def _is_topic(parsed: Parsed, found: Candidate, events: Events) -> bool:
    """Whether an event noun is only what is talked about ("discussed new sanctions", "talks on a cease-fire")."""
    token = parsed.tokens[found.trigger[0]]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    while token.dep == "conj" and token.head != token.i:
        token = parsed.tokens[token.head]
    head = parsed.tokens[token.head]
    if token.dep == "dobj":
        return events.is_a(head.lemma, "discussing")
    about = token.dep == "pobj" and head.lower in ("on", "about", "over", "regarding", "concerning")
    return about and events.is_a(parsed.tokens[head.head].lemma, "discussion")


def _candidate(found: Match) -> Candidate:
    who = parties.actors_of(found)
    whom = parties.recipients_of(found, who)
    row = found.row
    return Candidate(
        trigger=found.tokens,
        event=row.event,
        mode=row.mode,
        actors=who,
        recipients=whom,
        score=row.weight,
        rule=row.name,
    )


def content_heads(parsed: Parsed, i: int) -> tuple[int, ...]:
    """The heads of what is promised, demanded, refused: infinitive, clause, object, object of for and to."""
    found: list[int] = []
    for kid in parsed.all_children(i, "xcomp", "ccomp", "dobj", "acl", "prep", "advcl"):
        if kid.dep == "prep":
            inner = (
                parsed.all_children(kid.i, "pobj", "pcomp") if kid.lower in ("for", "to", "with", "of", "in") else ()
            )
            found.extend(k.i for k in inner)
        elif kid.dep != "advcl" or _is_infinitive(parsed, kid.i):
            found.append(kid.i)
            if kid.pos == "AUX" or kid.dep == "xcomp":
                found.extend(k.i for k in parsed.all_children(kid.i, "dobj", "acomp", "xcomp"))
    joined = [k.i for f in found for k in parsed.all_children(f, "conj")]
    return tuple(dict.fromkeys((*found, *joined)))


def _is_infinitive(parsed: Parsed, i: int) -> bool:
    return parsed.tokens[i].tag == "VB" and any(k.lower == "to" for k in parsed.all_children(i, "aux"))


def _as_act(parsed: Parsed, outer: Candidate, act: str, contents: list[Candidate], events: Events) -> Candidate:
    """The act of speech with the type and mode that its content gives it."""
    if not contents:
        event, mode = outer.event, outer.mode or _mode_by_words(parsed, outer, events)
        return replace(outer, mode=mode)
    inner = contents[0]
    keys = [f"{inner.event}/{m}" for m in inner.mode] + [inner.event, "*"]
    event, mode = next((events.outcomes[act, k] for k in keys if (act, k) in events.outcomes), (outer.event, ()))
    recipients = outer.recipients or tuple(p for p in inner.recipients if p.head not in {a.head for a in outer.actors})
    trigger = (*outer.trigger, *(t for t in inner.trigger if t not in outer.trigger))
    mode = mode or (outer.mode if event == outer.event else ()) or _mode_by_words(parsed, outer, events)
    return replace(outer, event=event, mode=mode, recipients=recipients, trigger=trigger)


def _mode_by_words(parsed: Parsed, outer: Candidate, events: Events) -> tuple[str, ...]:
    """Modes of demands and refusals by the words of what is demanded or refused."""
    if outer.event not in ("REQUEST", "REJECT"):
        return ()
    heads = content_heads(parsed, outer.trigger[0])
    near = [k for h in heads for k in (h, *parsed.children[h])]
    for name in _MODE_CLASSES:
        if any(events.is_a(parsed.tokens[n].lemma, f"mode_{name}") for n in near):
            return (name,)
    return ()


def _in_time(parsed: Parsed, found: Candidate, events: Events) -> Candidate:
    """Co-operation to come is AGREE, withdrawal to come CONCEDE (PLOVER on AGREE and CONCEDE); what someone says will
    not be done or is not willing to do is REJECT."""
    head = found.trigger[0]
    act = "refused" if _is_refused(parsed, head) else "future" if is_future(parsed, head) else ""
    keys = [f"{found.event}/{m}" for m in found.mode] + [found.event]
    outcome = next((events.outcomes[act, k] for k in keys if (act, k) in events.outcomes), None)
    if outcome is None:
        return found
    if act == "refused":
        return replace(found, event=outcome[0], mode=outcome[1], rule=f"{found.rule} refused")
    return replace(found, event=outcome[0], mode=outcome[1], status="future", rule=f"{found.rule} to come")


_WILL = frozenset({"will", "wo", "would", "can", "ca", "could", "'ll", "’ll", "must", "shall"})


def _is_refused(parsed: Parsed, i: int) -> bool:
    """ "will not lift", "would never accept", "cannot support"; "did not agree"."""
    kids = parsed.all_children(i)
    if not any(k.dep == "neg" for k in kids):
        return False
    return any(k.dep == "aux" and k.lower in _WILL for k in kids) or parsed.tokens[i].lemma in _ASSENT


_ASSENT = frozenset({"agree", "accept", "allow", "approve", "consent", "permit", "endorse", "recognize"})
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PLANNING = frozenset({"plan", "schedule", "expect", "intend", "set", "due", "prepare", "hope", "aim", "slate", "go"})


def _is_told(aux: Token, verb: Token, head: Token) -> bool:
    """The "would" of reported speech: "said it would withdraw" tells of "will withdraw"."""
    return aux.lower in ("would", "'d", "’d") and verb.dep == "ccomp" and head.tag in ("VBD", "VBN")


def is_future(parsed: Parsed, i: int) -> bool:
    """Whether a verb (or the verb that carries an event noun) is told as still to come."""
    for _ in range(3):
        token = parsed.tokens[i]
        head = parsed.tokens[token.head]
        if any(k.lower in _AHEAD or _is_told(k, token, head) for k in parsed.all_children(i, "aux")):
            return True
        if token.dep == "xcomp" and head.lemma in _PLANNING and _is_infinitive(parsed, i):
            return head.lemma != "go" or head.tag == "VBG"
        if token.dep not in ("dobj", "conj", "nsubjpass", "pobj", "prep", "xcomp", "advcl"):
            return False
        i = head.i
    return False
