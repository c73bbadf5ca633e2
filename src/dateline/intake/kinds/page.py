"""HTML: the article's text as trafilatura takes it out, a paragraph a line, and what the page's metadata say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.intake.decode import decode
from dateline.intake.draft import Draft, IntakeOptions, Raw, Refusal, Unreadable
from dateline.intake.published import metadata

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096


def read(raw: Raw, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """The one article of a page. Raises Unreadable where no article text is found."""
    markup = decode(raw.data, raw.charset or _declared(raw.data))
    if not markup.strip():
        raise Unreadable("is empty")
    tree, found = _extracted(markup, raw.url)
    if found is None or not (found.text or "").strip():
        raise Unreadable("no article text found in the page")
    published, why = metadata.find(tree, markup)
    yield Draft(
        name=raw.name,
        text=_tidy(found.text),
        url=raw.url,
        title=found.title or None,
        outlet=found.sitename or None,
        published=published,
        published_why=why,
    )


def _extracted(markup: str, url: str) -> tuple[Any, Any]:
    """The page's tree and trafilatura's document; None where it finds no article or the markup is none at all."""
    import trafilatura  # loads a good deal: only where a page is read

    tree = trafilatura.load_html(markup)
    if tree is None:
        return None, None
    address = url if url.startswith(("http:", "https:")) else None
    document = trafilatura.bare_extraction(
        markup, url=address, with_metadata=True, include_comments=False, include_tables=False
    )
    return tree, document


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
