"""Our own codings (`training/codings/*.jsonl`): of public articles, whose texts are not in this repository, and of
articles that were invented for it, with their texts.

    python -m training.codings unpack --shared ../shared --out runs/coded          # codes and texts, with data/events
    python -m training.codings pack --shared ../shared --index FILE --codes DIR    # a coder's files as such lines

A coder writes the coding guide's form, which quotes the article; a line here holds where those quotations stand,
half-open, and the SHA-256 of the text that they stand in, or that text itself, where it was invented. `part` is what
was coded of a long text.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from training.annotated import nearest, rooted_sentences

CODINGS = Path(__file__).parent / "codings"
_QUOTED = {"actors": "text", "recipients": "text", "figures": "text", "attributed_to": "text"}
Quote = Callable[[Any], Any]
Corpora = Callable[[str], dict[str, str]]


class ChangedText(ValueError):
    """A public text is not the one that was coded."""


def corpus_texts(data: Path, file: str) -> dict[str, str]:
    """The texts of one file of public data, by its own names for them."""
    path = data / file
    if path.suffix == ".tsv":
        return {sentence.name: sentence.text for sentence in rooted_sentences(path)}
    if path.suffix == ".json":
        return {name: page["articleBody"] for name, page in json.loads(path.read_text(encoding="utf-8")).items()}
    documents = map(json.loads, filter(None, path.read_text(encoding="utf-8").split("\n")))
    return {document["doc"]: document["text"] for document in documents}


def packed(coded: dict[str, Any], text: str, origin: dict[str, Any] | None = None) -> dict[str, Any]:
    """A coder's article with offsets for quotations. `origin` says where its text is public (`file`, `doc`, `part`).

    Raises:
        ValueError: a quotation that the text does not have.
    """
    events = [_packed_event(event, text) for event in coded["events"]]
    where = {"text": text} if origin is None else origin | {"sha256": hashlib.sha256(text.encode()).hexdigest()}
    told = {"published": coded.get("published"), "outlet": coded.get("outlet"), "events": events}
    return {"name": coded["doc"]} | where | told


def _packed_event(event: dict[str, Any], text: str) -> dict[str, Any]:
    start = text.index(event["sentence"])
    at = text.index(event["trigger"], start)
    trigger = (at, at + len(event["trigger"]))

    def place(words: str) -> list[int]:
        found = nearest(text, words, trigger)
        begin = found[0] if found else text.index(words)
        return [begin, begin + len(words)]

    def after(words: str) -> list[int]:
        begin = text.index(words, start)
        return [begin, begin + len(words)]

    quoted = _each_quote(event, place)
    spans = {"sentence": after(event["sentence"]), "trigger": list(trigger), "also": [after(w) for w in event["also"]]}
    return quoted | spans


def _each_quote(event: dict[str, Any], turned: Quote) -> dict[str, Any]:
    """The event with each quotation of its parties, figures, sources and place turned into something else."""
    made = dict(event)
    for key, words in _QUOTED.items():
        made[key] = [entry | {words: turned(entry[words])} for entry in event[key]]
    where = event["place"]
    if where is not None and where["text"] is not None:
        made["place"] = where | {"text": turned(where["text"])}
    return made


def unpacked(line: dict[str, Any], text: str) -> dict[str, Any]:
    """The coding guide's form of a line.

    Raises:
        ChangedText: the text is not the one that was coded.
    """
    if "text" not in line and hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise ChangedText(f"{line['file']}: {line['doc']} is not the text that was coded")
    quote = partial(_quote, text)
    events = []
    for event in line["events"]:
        made = _each_quote(event, quote)
        made |= {"sentence": quote(event["sentence"]), "trigger": quote(event["trigger"])}
        events.append(made | {"also": [quote(span) for span in event["also"]]})
    return {"doc": line["name"], "published": line["published"], "outlet": line["outlet"], "events": events}


def _quote(text: str, span: list[int]) -> str:
    return text[span[0] : span[1]]


def lines(pattern: str = "*") -> Iterator[dict[str, Any]]:
    """Our codings: all, or those of one file ("articles", "sentences", "invented")."""
    for path in sorted(CODINGS.glob(f"{pattern}.jsonl")):
        yield from map(json.loads, filter(None, path.read_text(encoding="utf-8").split("\n")))


def coded_texts(data: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Our codings in the coding guide's form, each with its text."""
    corpora = functools.cache(partial(corpus_texts, data))
    for line in lines():
        text = line["text"] if "text" in line else _part(corpora, line)
        yield unpacked(line, text), text


def _part(corpora: Corpora, origin: dict[str, Any]) -> str:
    """The public text, or the part of it, that was coded."""
    start, end = origin.get("part") or (None, None)
    return corpora(origin["file"])[origin["doc"]][start:end]


def unpack(data: Path, out: Path) -> int:
    """Writes codes and texts of our codings beside those of `data/events`; the number of our texts."""
    for folder in ("codes", "articles"):
        shutil.copytree(data / "events" / folder, out / folder, dirs_exist_ok=True)
    count = 0
    for coded, text in coded_texts(data):
        (out / "codes" / f"{coded['doc']}.json").write_text(json.dumps(coded, ensure_ascii=False), encoding="utf-8")
        (out / "articles" / f"{coded['doc']}.txt").write_text(text, encoding="utf-8")
        count += 1
    return count


def pack(data: Path, index: dict[str, dict[str, Any]], codes: Iterable[Path], texts: Path) -> Iterator[dict[str, Any]]:
    """A coder's files as lines; `index` says for each file's stem in which `file` and under what name (`doc`) its text
    is, and which `part`. What is not in it is invented: its text stands in `texts`."""
    corpora = functools.cache(partial(corpus_texts, data))
    for path in sorted(codes):
        origin = index.get(path.stem)
        text = _part(corpora, origin) if origin else (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        yield packed(json.loads(path.read_text(encoding="utf-8")), text, origin)


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("way", choices=("pack", "unpack"))
    ask.add_argument("--shared", type=Path, required=True, help="folder with data/")
    ask.add_argument("--out", type=Path, default=Path("runs/coded"), help="where codes/ and articles/ are written")
    ask.add_argument("--index", type=Path, help="for pack: a JSON object, stem of a code to file and doc of its text")
    ask.add_argument("--codes", type=Path, help="for pack: a folder of codes; the lines go to standard output")
    ask.add_argument("--texts", type=Path, default=Path(), help="for pack: the folder of texts that were invented")
    args = ask.parse_args()
    if args.way == "unpack":
        print(unpack(args.shared / "data", args.out), "texts of our own coding", file=sys.stderr)
        return
    if not (args.index and args.codes):
        ask.error("pack needs --index and --codes")
    index = json.loads(args.index.read_text(encoding="utf-8"))
    for line in pack(args.shared / "data", index, args.codes.glob("*.json"), args.texts):
        print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
