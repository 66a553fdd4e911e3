"""Downloads of a figure: SVG and PNG, made without a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from app_pages.state.language import say
from graph.drawing.chart_image import Suffix, chart_file

MIMES: Mapping[Suffix, str] = {"svg": "image/svg+xml", "png": "image/png"}


def figure_files(make_chart: Callable[[], Any], name: str) -> None:
    """A button for each kind of file of an Altair chart, which is made when it is asked for.

    That is outside a run of the page: the chart has to know the reader's language.
    """
    for suffix, mime in MIMES.items():
        st.download_button(
            say(f"as_{suffix}"),
            data=partial(_file, make_chart, suffix),
            file_name=f"{name}.{suffix}",
            mime=mime,
            key=f"{suffix}_{name}",
            icon=":material/download:",
            on_click="ignore",  # a download does not run the page again
        )


def _file(make_chart: Callable[[], Any], suffix: Suffix) -> bytes:
    return chart_file(make_chart(), suffix)
