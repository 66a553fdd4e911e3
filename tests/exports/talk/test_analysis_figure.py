"""The figure of a measure as a step of a talk: legible, with its basis, or why there is none."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from diffusion.study.selection import TypedWindow
from exports.talk.analysis_figure import (
    MIN_LETTER_PX,
    analysis_figures,
    analysis_of_choice,
    selection_of,
)
from exports.talk.pptx.deck import talk_deck
from exports.talk.slides import slides
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import Analysis, Step, StepView, Talk
from loaders.facts.facts_folder import read_facts

MIN_SHARE = 20 / 720  # the height of a letter as a share of that of a slide
CURVE = Analysis("adoption_curve", mechanisms=("lending",), narrower=True)


def talk_of(analysis: Analysis) -> Talk:
    step = Step("谁采用了", "Who adopted it", StepView(EdgeFilter()), analysis=analysis)
    return Talk("t", "题", "T", (step,))


def test_a_choice_and_its_analysis_say_the_same():
    analysis = replace(
        CURVE, options=(("share", "yes"),), actors="places", acts="both", window="2:9"
    )
    choice = selection_of(analysis)
    assert (
        analysis_of_choice("adoption_curve", {"share": "yes"}, choice, TypedWindow("2:9", ""))
        == analysis
    )


def test_a_figure_is_on_its_slide_with_letters_for_the_back_row(small_facts):
    deck = Presentation(io.BytesIO(talk_deck(small_facts, talk_of(CURVE), "en")))
    (slide,) = deck.slides
    (picture,) = (s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert picture.left >= 0 and picture.left + picture.width <= deck.slide_width
    figure = analysis_figures(small_facts, CURVE, ["en"])["en"]
    height = float(re.findall(r'viewBox="0 0 \S+ (\S+)"', figure.svg)[0])
    letter = min(map(float, re.findall(r'font-size="([\d.]+)', figure.svg)))
    assert letter / height * picture.height / deck.slide_height >= MIN_SHARE
    assert figure.letter == pytest.approx(letter / height * picture.height / 12700 / 0.75, rel=0.01)
    blip = picture._element.blipFill.find(qn("a:blip"))
    (relation,) = blip.xpath(".//*[local-name()='svgBlip']/@r:embed")
    part = slide.part.related_part(relation)
    assert part.content_type == "image/svg+xml" and part.blob == figure.svg.encode()
    notes = slide.notes_slide.notes_text_frame.text
    assert all(sentence in notes for sentence in figure.notes)


@pytest.mark.parametrize("measure", ["sources", "reach", "cascades"])
def test_long_labels_leave_letters_legible(root, measure):
    facts = read_facts(root / "facts")
    assert analysis_figures(facts, Analysis(measure), ["en"])["en"].letter >= MIN_LETTER_PX


def test_a_page_has_the_figure_in_both_languages(small_facts):
    (step,) = slides(small_facts, talk_of(CURVE))["steps"]
    assert step["stage"] is None
    for language, title in (("zh", "采用曲线"), ("en", "Adoption curve")):
        assert title in step["figure"][language]["svg"]


@pytest.mark.parametrize(
    ("analysis", "why"),
    [
        (Analysis("netinf"), "at least 10 mechanisms"),
        (Analysis("bass", mechanisms=("lending",)), ""),
    ],
)
def test_a_measure_that_is_not_computed_says_why(small_facts, analysis, why):
    figure = analysis_figures(small_facts, analysis, ["en"])["en"]
    assert figure.chart is None and why in figure.refusal[0]
    (slide,) = Presentation(io.BytesIO(talk_deck(small_facts, talk_of(analysis), "en"))).slides
    texts = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert figure.refusal[0] in texts
