"""The trained heads: one encoder over windows of sentences, run by onnxruntime on one thread. Arrays in, scores out.

Without the weights (a source checkout that has none, a build that leaves them out) `Heads.load` gives None and reading
goes on with its rules alone.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Self

import msgspec
import numpy as np

from dateline.reading.trained.labels import Labels
from dateline.reading.trained.pairs import Pairs, Rows, softmax
from dateline.reading.trained.proposals import claims_of, events_of
from dateline.reading.trained.scores import Array, ClaimScores, EventScores, Scores
from dateline.reading.trained.windows import Unit, frame, pack, units
from dateline.reading.trained.words import Words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

DATA = pathlib.Path(__file__).parent / "data"
MODEL, TOKENIZER, LABELS, TABLES, THRESHOLDS = (
    "model.int8.onnx",
    "tokenizer.json",
    "labels.json",
    "pairs.json",
    "thresholds.json",
)
_BATCH = 4
"""Windows read at once: more gains nothing on one thread."""


class Thresholds(msgspec.Struct, frozen=True):
    """From which chance on a word is proposed (to be weighed with other evidence) and, alone, taken."""

    propose_event: float = 0.15
    event: float = 0.45
    propose_cue: float = 0.2
    cue: float = 0.45
    party: float = 0.5
    source: float = 0.5
    content: float = 0.5


class Heads:
    """The trained part of reading. Holds the session; reading does not change it."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, labels: Labels, pairs: Pairs) -> None:
        self._session, self._tokenizer, self._pairs = session, tokenizer, pairs
        self.labels = labels
        self.thresholds = Thresholds()
        self._frame = frame(tokenizer)

    @classmethod
    def load(cls, folder: pathlib.Path = DATA) -> Self | None:
        """The heads with the weights in `folder`, or None where there are none."""
        if not (folder / MODEL).is_file():
            return None
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.disable_quant_qdq", "1")  # weights are widened once, at load
        session = onnxruntime.InferenceSession(
            str(folder / MODEL), sess_options=options, providers=["CPUExecutionProvider"]
        )
        labels = msgspec.json.decode((folder / LABELS).read_bytes(), type=Labels)
        tables = msgspec.json.decode((folder / TABLES).read_bytes(), type=dict[str, list[list[float]]])
        heads = cls(session, Tokenizer.from_file(str(folder / TOKENIZER)), labels, Pairs(labels, tables))
        if (folder / THRESHOLDS).is_file():
            heads.thresholds = msgspec.json.decode((folder / THRESHOLDS).read_bytes(), type=Thresholds)
        return heads

    def read(self, words: Words) -> Scores:
        """The scores of an article's words."""
        columns, least = self.labels.columns(), self.thresholds
        types, cues = _none(len(words), columns["type"]), _none(len(words), columns["cue"])
        events: list[EventScores] = []
        claims: list[ClaimScores] = []
        for rows in self._rows(words):
            numbers = list(rows.at)
            types[numbers] = softmax(rows.values[:, columns["type"]])
            cues[numbers] = softmax(rows.values[:, columns["cue"]])
            events.extend(events_of(words, rows, types, self._pairs, least.propose_event))
            claims.extend(claims_of(words, rows, cues, self._pairs, least.propose_cue))
        events.sort(key=lambda e: e.word)
        claims.sort(key=lambda c: c.cue)
        return Scores(tuple(self.labels.types), types, cues, tuple(events), tuple(claims))

    def _rows(self, words: Words) -> Iterator[Rows]:
        """Runs the encoder over all windows, windows of like length together."""
        windows = sorted(pack(units(words, self._tokenizer)), key=lambda w: sum(len(u.pieces) for u in w))
        for at in range(0, len(windows), _BATCH):
            group = windows[at : at + _BATCH]
            values, row = self._run(group), 0
            for window in group:
                numbers = [i for unit in window for i in range(unit.first, unit.last)]
                yield Rows(numbers, values[row : row + len(numbers)])
                row += len(numbers)

    def _run(self, windows: Sequence[Sequence[Unit]]) -> Array:
        begin, end = self._frame
        length = max(sum(len(u.pieces) for u in window) for window in windows) + 2
        pieces = np.zeros((len(windows), length), dtype=np.int64)
        places: list[int] = []
        for number, window in enumerate(windows):
            line = [begin]
            for unit in window:
                places.extend(number * length + len(line) + a for a in unit.at)
                line += unit.pieces
            pieces[number, : len(line) + 1] = [*line, end]
        found: Array = self._session.run(["rows"], {"pieces": pieces, "words": np.array(places, dtype=np.int64)})[0]
        return found


def _none(words: int, columns: slice) -> Array:
    """Chances of words that have not been read: none of the labels."""
    chances = np.zeros((words, columns.stop - columns.start), dtype=np.float32)
    chances[:, 0] = 1.0
    return chances
