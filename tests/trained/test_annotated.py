"""Annotated texts: quoted words become offsets, those nearest to the trigger."""

from __future__ import annotations

import json
import pathlib

from training import annotated

TEXT = (
    "Border guards held a smuggler near Tbilisi.\n"
    "The smuggler was freed on Friday, and the smuggler's lawyer thanked them."
)


def nearest(words: str, to: tuple[int, int]) -> tuple[int, int]:
    found = annotated.nearest(TEXT, words, to)
    assert found is not None
    return found


def test_the_mention_nearest_to_the_trigger_is_taken() -> None:
    trigger = (TEXT.index("freed"), TEXT.index("freed") + 5)
    start, end = nearest("smuggler", trigger)
    assert (TEXT[start:end], start) == ("smuggler", TEXT.index("smuggler was"))


def test_part_of_a_word_is_no_mention() -> None:
    assert annotated.nearest(TEXT, "guard", (0, 1)) is None


def test_a_coded_article_becomes_offsets(tmp_path: pathlib.Path) -> None:
    event = {
        "sentence": "Border guards held a smuggler",
        "trigger": "held",
        "also": [],
        "event": "COERCE",
        "or": ["ASSAULT"],
        "mode": ["arrest"],
        "status": "occurred",
        "hedged": False,
        "actors": [{"text": "Border guards"}],
        "recipients": [{"text": "a smuggler"}],
        "place": {"text": "Tbilisi"},
        "figures": [],
        "attributed_to": [],
    }
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "a.json").write_text(json.dumps({"doc": "a", "events": [event]}), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (found,) = annotated.event_articles(tmp_path / "codes", tmp_path)
    (note,) = found.events or []
    assert note.place is not None
    spans = [note.trigger, *(note.actors or []), *(note.recipients or []), note.place]
    assert [TEXT[s:e] for s, e in spans] == ["held", "Border guards", "a smuggler", "Tbilisi"]
    assert (note.sources, note.others) == ([], ["ASSAULT"])


def test_further_examples_leave_out_what_is_unknown(tmp_path: pathlib.Path) -> None:
    line = {"text": "Rebels shelled a depot.", "events": [{"trigger": [7, 14], "event": "ASSAULT", "actors": [[0, 6]]}]}
    (tmp_path / "own.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (found,) = annotated.further_examples(tmp_path)
    (note,) = found.events or []
    assert note.recipients is None
    assert note.actors == [(0, 6)]
