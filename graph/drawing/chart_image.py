"""A chart as a file: SVG or PNG, made without a network, with Chinese on any machine."""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Suffix = Literal["svg", "png"]

# The first comes with this program for PNG; an SVG uses the fonts of the reader's machine.
FONT = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
# Pixels of the PNG for each pixel of the chart.
SCALE = 2


def chart_file(chart: Any, suffix: Suffix) -> bytes:
    """An Altair chart as the text of an SVG in UTF-8, or as PNG at double size."""
    register_font()
    if suffix == "svg":
        text = io.StringIO()
        chart.save(text, format=suffix)
        return text.getvalue().encode()
    file = io.BytesIO()
    chart.save(file, format=suffix, scale_factor=SCALE)
    return file.getvalue()


@cache
def register_font() -> None:
    """Gives the font's folder to the renderer: a machine without Chinese fonts draws boxes."""
    import vl_convert

    vl_convert.register_font_directory(str(files("noto_cjk_sans_otc")))
