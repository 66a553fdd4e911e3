"""A page alone, without a browser, as the app runs it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

SECONDS = 60


def run_page(root: Path, page: str, language: str, **address: str) -> AppTest:
    """A page alone, as the app runs it."""
    test = AppTest.from_file(str(root / "app_pages" / f"{page}.py"), default_timeout=SECONDS)
    test.query_params["lang"] = language
    for key, value in address.items():
        test.query_params[key] = value
    return test.run()


def page_text(test: AppTest) -> str:
    """All that stands on a page as text."""
    parts = [test.title, test.header, test.subheader, test.markdown, test.caption, test.text]
    parts += [test.info, test.error, test.warning]
    texts = [str(element.value) for part in parts for element in part]
    texts += [element.proto.body for element in test.get("html")]
    texts += [frame.value.to_string() for frame in test.dataframe]
    return "\n".join(texts)
