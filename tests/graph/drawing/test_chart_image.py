"""A chart as a file shows every character, whatever fonts the machine has."""

from __future__ import annotations

import altair as alt
import pytest

from graph.drawing.chart_image import FONT, chart_file

# No font has it: what stands in its place is drawn for any other that is missing.
MISSING_LETTER = "\U0010ffff"


def chart(title: str) -> alt.Chart:
    made = alt.Chart(alt.Data(values=[{"n": 1}]), title=title).mark_bar().encode(x="n:Q")
    return made.configure(font=FONT)


@pytest.mark.parametrize("text", ["学", "習", "é", "≥"])
def test_a_character_is_drawn_and_no_box_in_its_place(text):
    drawn, boxed = chart_file(chart(text), "png"), chart_file(chart(MISSING_LETTER), "png")
    assert drawn.startswith(b"\x89PNG") and drawn != boxed
    assert drawn != chart_file(chart("自"), "png")


def test_the_text_of_an_svg_stays_text():
    assert "三明市" in chart_file(chart("三明市"), "svg").decode("utf-8")
