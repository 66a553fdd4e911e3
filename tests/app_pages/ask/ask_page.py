"""The Ask page alone, without a browser: its address, its buttons, a custom query."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from app_pages.state.url_codec import CompressedText
from tests.app_pages import page_run


def run_ask(root: Path, language: str = "en", **address: str) -> AppTest:
    """The page alone, as the app runs it."""
    return page_run.run_page(root, "ask", language, **address)


def address(test: AppTest) -> dict[str, str]:
    """What stands in the page's address; a part that was set by the test is a list."""
    parts = test.query_params.items()
    return {key: part if isinstance(part, str) else part[0] for key, part in parts}


def again(root: Path, test: AppTest) -> AppTest:
    """The page's address in a fresh session."""
    parts = address(test)
    return run_ask(root, parts.pop("lang"), **parts)


def button(test: AppTest, label: str) -> Button:
    """The button of a label."""
    return next(one for one in test.button if one.label == label)


def ask_custom_query(root: Path, query: str, language: str = "en", **address: str) -> AppTest:
    """The page with the answer to a custom query."""
    packed = CompressedText("query", "").write(query)
    return run_ask(root, language, by="custom_query", query=packed, **address)
