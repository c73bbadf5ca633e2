"""Our own codings: places in public texts, never words of them."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from training import codings

TEXT = "Rebels shot two soldiers near Brall on Monday, officials said. The army denied it."
EVENT = {
    "id": "e1",
    "sentence": "Rebels shot two soldiers",
    "trigger": "shot",
    "also": [],
    "event": "ASSAULT",
    "or": [],
    "mode": ["firearms"],
    "status": "occurred",
    "hedged": False,
    "actors": [{"text": "Rebels", "country": None, "sector": "REB", "name": None}],
    "recipients": [{"text": "two soldiers", "country": None, "sector": "MIL", "name": None}],
    "date": ["2024-05-06", "2024-05-06"],
    "place": {"text": "Brall", "name": "Brall", "country": None},
    "figures": [{"kind": "killed", "low": 2, "high": 2, "text": "two soldiers"}],
    "attributed_to": [{"text": "officials", "stance": "asserts"}],
    "same_as": None,
    "optional": False,
}
CODED = {"doc": "brall", "published": "2024-05-07", "outlet": None, "events": [EVENT]}


def test_a_coding_comes_back_as_the_coder_wrote_it() -> None:
    line = codings.packed(CODED, TEXT, {"file": "some/file.jsonl", "doc": "a"})
    assert codings.unpacked(line, TEXT) == CODED


def test_a_changed_text_is_refused() -> None:
    line = codings.packed(CODED, TEXT, {"file": "some/file.jsonl", "doc": "a"})
    with pytest.raises(codings.ChangedText, match=r"some/file\.jsonl: a"):
        codings.unpacked(line, TEXT + " ")


def _spans(event: dict[str, Any]) -> list[object]:
    place = event["place"]
    parties = [p for key in ("actors", "recipients", "figures", "attributed_to") for p in event[key]]
    found = [event["sentence"], event["trigger"], *event["also"], *(p["text"] for p in parties)]
    return found + ([place["text"]] if place and place["text"] is not None else [])


def test_an_invented_article_brings_its_text() -> None:
    line = codings.packed(CODED, TEXT)
    assert line["text"] == TEXT
    assert codings.unpacked(line, line["text"]) == CODED


def test_no_coding_of_a_public_article_holds_words_of_it() -> None:
    for line in (line for name in ("articles", "sentences") for line in codings.lines(name)):
        assert "text" not in line
        assert len(line["sha256"]) == len(hashlib.sha256().hexdigest())
        for span in (s for event in line["events"] for s in _spans(event)):
            assert isinstance(span, list)
            start, end = span
            assert 0 <= start < end
