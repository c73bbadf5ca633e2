"""Which mentions are one real-world event, within an article and across articles.

>>> linker = Linker()
>>> for document in documents:
...     linker.add(sketch(document))
>>> linker.links()  # event id: link
"""

from __future__ import annotations

from dateline.linking.gather import gathered, sketch
from dateline.linking.linker import Linker
from dateline.linking.sketch import ArticleSketch, EventSketch, article_key

__all__ = ["ArticleSketch", "EventSketch", "Linker", "article_key", "gathered", "sketch"]
