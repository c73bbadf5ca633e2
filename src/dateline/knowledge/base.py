"""All knowledge that reading looks things up in. Loaded on first use, once, and passed in; never global."""

from __future__ import annotations


class Knowledge:
    """One property a subject, each loaded by its own module when first asked for."""
