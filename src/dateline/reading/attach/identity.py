"""Which event this is: stable ids, and links between the mentions of one real-world event in one article."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from dateline.linking import Linker, sketch
from dateline.model.document import AnnotatedDocument
from dateline.reading.candidate import Candidate
from dateline.reading.parsed import Parsed


def event_id(parsed: Parsed, candidate: Candidate) -> str:
    """The same words of the same article give the same id, whenever they are read."""
    token = parsed.tokens[candidate.trigger[0]]
    key = f"{parsed.article.url}\n{parsed.text}\n{token.start}-{token.end} {candidate.event}"
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def with_links(document: AnnotatedDocument) -> AnnotatedDocument:
    """Each event with the id of the first event of its article that is the same real-world event."""
    linker = Linker()
    linker.add(sketch(document))
    links = linker.links()
    return replace(document, events=tuple(replace(e, link=links[e.id]) for e in document.events))
