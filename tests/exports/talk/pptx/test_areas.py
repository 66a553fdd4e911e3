"""The coloured areas of a map of adoptions on a slide: freeforms in the colours of years."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL

from exports.talk.pptx.areas import FirstYear, first_year
from exports.talk.pptx.deck import talk_deck
from graph.drawing.maps.adoption_areas import COARSER_LEVEL, FINER_LEVEL
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import Step, StepView, Talk
from ontology.schema.kinds import Stance

YEARS = (1989, 1990, 1991, 1992)


@pytest.mark.parametrize(
    ("onset", "first"),
    [
        ((1, 1), FirstYear(1990, "1990", is_sure=True)),
        ((1, 3), FirstYear(1990, "1990–1992", is_sure=False)),
        ((0, 2), FirstYear(1991, "≤1991", is_sure=False)),
        ((2, None), FirstYear(1991, "1991?", is_sure=False)),
        ((None, None), None),
        ((0, None), None),
    ],
)
def test_a_first_year_says_how_sure_it_is(onset, first):
    assert first_year(onset, YEARS) == first


def slide_of(facts, **view: Any):
    """The slide of a step that shows the adoptions of lending on a map."""
    stances = frozenset(stance.value for stance in (Stance.STATED, Stance.IMPLIED))
    choice = EdgeFilter(frozenset({"ADOPTED"}), stances, mechanism="lending", story_only=False)
    step = Step("谁采用了", "Who adopted it", StepView(choice, "map", **view))
    deck = Presentation(io.BytesIO(talk_deck(facts, Talk("t", "题", "T", (step,)), "en")))
    return deck.slides[0]


def colours(slide) -> dict[str, str]:
    """The colour of each named area that has one."""
    shapes = {shape.name: shape for shape in slide.shapes if ": " in shape.name}
    return {
        name: str(shape.fill.fore_color.rgb) if shape.fill.type == MSO_FILL.SOLID else ""
        for name, shape in shapes.items()
    }


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_an_area_has_the_colour_of_its_first_year_and_the_legend_names_it(mapped_facts):
    slide = slide_of(mapped_facts)
    areas = colours(slide)
    (dated,) = (name for name, colour in areas.items() if colour)
    assert dated == "East Plain: 1990–1999"
    assert areas[dated] == "440154"  # the darkest of Viridis: the earliest
    legend = texts(slide)
    for text in ("1990–1998", "1999–2000", "2001", "adopted, no year given"):
        assert text in legend
    assert legend.count("First year of adoption: Lending") == 1


def test_an_area_that_adopts_later_than_the_moment_is_left_white(mapped_facts):
    areas = colours(slide_of(mapped_facts, year=1990, undated=False))
    assert all(colour != "440154" or "1990" in name for name, colour in areas.items())
    assert any(name.endswith("adopted outside the years shown") for name in areas)


def test_a_step_colours_the_areas_of_its_level(real_facts):
    types, mechanism = frozenset({"ADOPTED"}), "county-medical-community"
    choice = EdgeFilter(types, mechanism=mechanism, story_only=False)
    views = [StepView(choice, "map", level=level) for level in (FINER_LEVEL, COARSER_LEVEL)]
    talk = Talk("t", "题", "T", tuple(Step("一", "One", view) for view in views))
    deck = Presentation(io.BytesIO(talk_deck(real_facts, talk, "zh")))
    finer, coarser = (
        {shape.name.partition("：")[0] for shape in slide.shapes if shape.name.endswith("：2019")}
        for slide in deck.slides
    )
    assert "遵义市" in finer and "贵州省" in coarser
    assert finer.isdisjoint(coarser)
