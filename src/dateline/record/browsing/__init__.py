"""Looking at a record: lists, maps, timelines, pairs of actors, claims. Quick for many questions of a record at rest.

>>> with View("record.db") as view:
...     overview.of(view, Filters(country="AFG")).total
"""

from dateline.record.browsing.view import View

__all__ = ["View"]
