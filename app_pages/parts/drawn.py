"""A figure to take along: SVG and PNG, made without a network."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

import streamlit as st

from app_pages.parts.language import say
from graph.diffusion.figures import SCALE


def figure_files(drawn: Any, name: str) -> None:
    """A button for each kind of file of an Altair chart; a file is written when it is asked for."""
    for suffix, mime in (("svg", "image/svg+xml"), ("png", "image/png")):
        st.download_button(
            say(f"as_{suffix}"),
            data=partial(_file, drawn, suffix),
            file_name=f"{name}.{suffix}",
            mime=mime,
            key=f"{suffix}_{name}",
            icon=":material/download:",
            on_click="ignore",  # a file is no reason to compute anew
        )


def _file(drawn: Any, suffix: str) -> bytes:
    if suffix == "svg":
        text = io.StringIO()
        drawn.save(text, format=suffix)
        return text.getvalue().encode()
    file = io.BytesIO()
    drawn.save(file, format=suffix, scale_factor=SCALE)
    return file.getvalue()
