"""Components of pages: HTML, and a module and a style sheet from a folder of web/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from graph.drawing.script_bundle import bundle, vis_network

FOLDER = "app_pages/components/web"
HERE = Path(__file__).with_name("web")
# Around a script, it tells Streamlit that a text is no path.
INLINE = "// inline"


def component(
    name: str, html: str = "", style: str | None = None, draws_network: bool = False
) -> Any:
    """The function that draws web/NAME/NAME.js, with the style of NAME.css or another.

    The script of vis-network stands before that of a component that draws a network.
    """
    sheet = HERE / name / f"{name}.css"
    if style is None and sheet.exists():
        style = sheet.read_text(encoding="utf-8")
    library = (vis_network(),) if draws_network else ()
    script = "\n".join((INLINE, *library, bundle(f"{FOLDER}/{name}/{name}.js", as_module=True)))
    return st.components.v2.component(name, html=html or None, css=style, js=script)
