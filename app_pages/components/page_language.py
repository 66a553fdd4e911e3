"""The language that a page declares, and Streamlit's own words in it."""

from __future__ import annotations

from functools import cache
from typing import Any

from app_pages.components.component import component
from app_pages.state.language import language
from texts.tables import APP, LANGUAGES

# The tags of BCP 47, by which browsers choose fonts and screen readers a voice.
TAGS = {"zh": "zh-Hans", "en": "en"}
# The words of Streamlit that a reader can see: in toolbars of tables, charts and choices.
KEYS = (
    "streamlit_search",
    "streamlit_fullscreen",
    "streamlit_toggle_fullscreen",
    "streamlit_close_fullscreen",
    "streamlit_columns",
    "streamlit_clear_selection",
    "streamlit_show_data",
    "streamlit_show_chart",
    "streamlit_download_png",
    "streamlit_select_all",
    "streamlit_clear_all",
    "streamlit_no_results",
    "streamlit_choose_one",
    "streamlit_choose_several",
    "streamlit_apply",
    "streamlit_apply_ctrl",
    "streamlit_apply_command",
    "streamlit_pages",
    "streamlit_sidebar",
    "streamlit_collapse_sidebar",
    "streamlit_expand_sidebar",
    "streamlit_copy_spec",
    "streamlit_chart",
    "streamlit_open",
    "streamlit_help",
)
# Words around another text, for which `{}` stands.
TEMPLATES = ("streamlit_help_for",)


@cache
def _mount() -> Any:
    return component("page_language")


def words_of(target: str) -> list[tuple[str, str]]:
    """Each word of Streamlit in any language, and in `zh` or `en`."""
    return [
        (APP.say(key, other_language), APP.say(key, target))
        for key in KEYS
        for other_language in LANGUAGES
    ]


def templates_of(target: str) -> list[tuple[str, str]]:
    """The same of words around another text."""
    return [
        (APP.say(key, other_language, what="{}"), APP.say(key, target, what="{}"))
        for key in TEMPLATES
        for other_language in LANGUAGES
    ]


def declare_language() -> None:
    """Makes the page declare the reader's language, and show Streamlit's words in it."""
    data = {
        "language": TAGS[language()],
        "words": words_of(language()),
        "templates": templates_of(language()),
    }
    _mount()(key="page_language", data=data)
