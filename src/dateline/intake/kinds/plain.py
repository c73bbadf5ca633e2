"""Plain text: the file as decoded, not a character changed, so that offsets hold in the file."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.intake.decode import decode
from dateline.intake.draft import Draft, IntakeOptions, Raw, Refusal


def read(raw: Raw, options: IntakeOptions) -> Iterator[Draft | Refusal]:
    """The one article of a text file."""
    yield Draft(name=raw.name, text=decode(raw.data, raw.charset), url=raw.url)
