"""Files are saved without a run of the page.

A file is written when its button is clicked. Streamlit forgets that order at the end of a run of
the page, so a click that runs the page too can lose its file on a loaded machine.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[3] / "app_pages"
MODULES = sorted(
    path for path in PAGES.rglob("*.py") if "download_button" in path.read_text("utf8")
)


def test_pages_have_buttons_for_files():
    assert len(MODULES) > 4


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PAGES).as_posix())
def test_a_button_that_saves_a_file_does_not_run_the_page(path: Path):
    calls = [
        call
        for call in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("download_button")
    ]
    answers = {
        call.lineno: [ast.unparse(word.value) for word in call.keywords if word.arg == "on_click"]
        for call in calls
    }
    assert set(map(tuple, answers.values())) == {("'ignore'",)}, answers
