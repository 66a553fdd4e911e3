"""The words of the Review page, in the reader's language."""

from __future__ import annotations

from app_pages.state.language import language
from texts.tables import REVIEW


def phrase(key: str, /, **values: object) -> str:
    """A text of the Review page."""
    return REVIEW.say(key, language(), **values)


def all_phrases() -> dict[str, str]:
    """Every text of the Review page by its key, with placeholders not yet filled in."""
    return REVIEW.in_language(language())
