"""From a draft to an article: fit to be read or refused, furniture labelled, publication day found."""

from __future__ import annotations

import datetime as dt

from dateline.intake import furniture, published
from dateline.intake.draft import Draft, IntakeOptions, Refusal
from dateline.intake.language import not_english, plainly_english
from dateline.model.article import Article


def finish(draft: Draft, options: IntakeOptions) -> Article | Refusal:
    """The article of a draft, or why it is not read."""
    refusal = _unfit(draft, options)
    if refusal:
        return refusal
    found = furniture.find(draft.text, draft.title)
    day, why = published.find(draft, found, options.published)
    return Article(
        text=draft.text,
        url=draft.url,
        title=draft.title or _title(draft.text, found),
        publication=options.outlet or draft.outlet,
        published=day,
        published_why=why,
        language=draft.language or ("en" if not options.force or plainly_english(draft.text) else None),
        furniture=found,
    )


def from_text(
    text: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """The article of a text at hand. Whether it is English is not asked."""
    draft = Draft(name="text", text=text, title=title, outlet=outlet, url=url)
    found = finish(draft, IntakeOptions(published=published, force=True))
    return found if isinstance(found, Article) else Article(text=text, url=url, title=title, publication=outlet)


def _unfit(draft: Draft, options: IntakeOptions) -> Refusal | None:
    if not draft.text.strip():
        return Refusal(name=draft.name, cause="is empty")
    if len(draft.text) > options.most_characters:
        cause = f"is longer than {options.most_characters:,} characters: no single article"
        return Refusal(name=draft.name, cause=cause, kind="large")
    foreign = None if options.force else _foreign(draft)
    return Refusal(name=draft.name, cause=foreign, kind="foreign") if foreign else None


def _foreign(draft: Draft) -> str | None:
    if draft.language and not draft.language.lower().startswith("en"):
        return f"is not in English: its language is given as {draft.language[:20]!r}"
    return not_english(draft.text)


def _title(text: str, found: tuple[furniture.Furniture, ...]) -> str | None:
    return next((text[f.start : f.end] for f in found if f.kind == "title"), None)
