"""The words of the workbench, in the reader's language."""

from __future__ import annotations

from app_pages.state.language import language
from texts.tables import WORKBENCH


def phrase(key: str, /, **values: object) -> str:
    """A text of the workbench."""
    return WORKBENCH.say(key, language(), **values)


def all_phrases() -> dict[str, str]:
    """Every text of the workbench by its key, with placeholders not yet filled in."""
    return WORKBENCH.in_language(language())
