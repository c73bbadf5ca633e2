"""Where sentences and paragraphs end, also where the markup between them was lost."""

from __future__ import annotations

from dateline.reading.sentences.cut import Stretch, split

__all__ = ["Stretch", "split"]
