"""What can go wrong with a record; apart, so that catching it needs no database library."""

from __future__ import annotations


class StoreError(Exception):
    """The database cannot be used; the message names it and the cause."""
