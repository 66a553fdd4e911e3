"""Components of pages: HTML, and a module and a style sheet from a folder of web/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from graph.drawing.script_bundle import bundle, vis_network

WEB_FOLDER_NAME = "app_pages/components/web"
WEB_FOLDER = Path(__file__).with_name("web")
# The style variables that a picture takes from the page around it, by Streamlit's names.
VARIABLES = """.box { --ground: var(--st-background-color); --text: var(--st-text-color);
  --accent: var(--st-primary-color); --edge: var(--st-border-color); --font: var(--st-font);
  --above: 3.75rem;
  font-family: var(--st-font); }
"""
# Around a script, it tells Streamlit that a text is no path.
INLINE = "// inline"
# Data travels as the only entry of a list: of a mapping, Streamlit would load pandas, a second of
# the first visit, to ask of each value whether it is a table.
DEFAULT_EXPORT = "export default function "
UNPACKING = """export default (component) => drawData({ ...component, data: component.data?.[0] });
function drawData"""


def component(
    name: str, html: str = "", style: str | None = None, *, draws_network: bool = False
) -> Any:
    """The function that draws web/NAME/NAME.js, with the style of NAME.css or another.

    The script of vis-network stands before that of a component that draws a network.
    """
    sheet = WEB_FOLDER / name / f"{name}.css"
    if style is None and sheet.exists():
        style = sheet.read_text(encoding="utf-8")
    library = (vis_network(),) if draws_network else ()
    script = "\n".join(
        (INLINE, *library, bundle(f"{WEB_FOLDER_NAME}/{name}/{name}.js", as_module=True))
    )
    script = script.replace(DEFAULT_EXPORT, UNPACKING)
    mounted_component = st.components.v2.component(name, html=html or None, css=style, js=script)

    def draw(data: Mapping[str, Any], **options: Any) -> Any:
        return mounted_component(data=[data], **options)

    return draw
