"""From files, folders, addresses and standard input to articles: text, furniture, publication day, outlet.

for found in open_sources(["news/", "-"], IntakeOptions()):
    ...  # an Article, or a Refusal that says in one line what could not be read and why
"""

from __future__ import annotations

from dateline.intake.article import finish, from_text
from dateline.intake.draft import Draft, IntakeOptions, Refusal
from dateline.intake.sources import open_address, open_page, open_sources

__all__ = ["Draft", "IntakeOptions", "Refusal", "finish", "from_text", "open_address", "open_page", "open_sources"]
