"""Links across the articles of one run of the command."""

from __future__ import annotations

from msgspec.structs import replace
from tests.linking.stories import incident

from dateline.cli.spool import Spool
from dateline.model.document import AnnotatedDocument


def spooled(documents: list[AnnotatedDocument]) -> list[AnnotatedDocument]:
    """What comes out of a spool."""
    out: list[AnnotatedDocument] = []
    with Spool(out.append) as spool:
        for document in documents:
            spool.take(document)
        assert not out
    return out


def test_documents_come_out_in_their_order_with_links_across() -> None:
    out = spooled(incident())
    assert [d.cite_info.url for d in out] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert len({d.events[0].link for d in out[:3]}) == 1
    assert out[3].events[0].link != out[0].events[0].link


def test_nothing_but_the_links_changes() -> None:
    for before, after in zip(incident(), spooled(incident()), strict=True):
        assert replace(after, events=before.events) == before


def test_what_was_read_before_an_interruption_is_handed_on() -> None:
    out: list[AnnotatedDocument] = []
    try:
        with Spool(out.append) as spool:
            spool.take(incident()[0])
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert len(out) == 1
