"""Parts of a page that the browser draws: Streamlit components of the files beside this one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).with_name("web")
# Around a script, it tells Streamlit that a text is no path.
INLINE = "// inline"


def component(
    name: str, html: str = "", style: str | None = None, scripts: Sequence[str] = ()
) -> Any:
    """The function that draws NAME.js, after other scripts, with a style or that of NAME.css."""
    if style is None and (HERE / f"{name}.css").exists():
        style = _text(f"{name}.css")
    script = "\n".join((INLINE, *scripts, _text(f"{name}.js")))
    return st.components.v2.component(name, html=html or None, css=style, js=script)


def theme_script() -> str:
    """How a drawing follows the light or dark theme of the page around it."""
    return _text("theme.js")


def reveal_script() -> str:
    """How the page moves until the evidence of a pick is seen."""
    return _text("reveal.js")


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
