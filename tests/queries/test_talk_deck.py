"""The slides of a talk: native shapes of legible size, with the evidence in the notes."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from graph.property_graph import property_graph
from loaders.folder import read_facts
from loaders.talks import read_talk
from queries.slides import evidence, shown
from queries.talk_deck import states, talk_deck

LEAST = 15  # points: 20 pixels of a slide shown 1280 pixels wide


@pytest.fixture(scope="module")
def facts(root):
    return read_facts(root / "facts")


@pytest.fixture(scope="module")
def talk(root, facts):
    return read_talk(root / "facts", "how-it-spread", facts)


@pytest.fixture(scope="module", params=["zh", "en"])
def deck(request, facts, talk):
    """The language of a deck, and the deck read back."""
    content = talk_deck(facts, property_graph(facts), talk, request.param)
    return request.param, Presentation(io.BytesIO(content))


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def connectors(slide) -> list:
    return [shape for shape in slide.shapes if shape.element.tag.endswith("cxnSp")]


def test_every_step_is_a_slide_with_its_caption_and_its_evidence_in_the_notes(deck, facts, talk):
    language, slides = deck
    assert len(slides.slides) == len(talk.steps)
    for slide, step in zip(slides.slides, talk.steps, strict=True):
        assert step.caption(language) in texts(slide)
        notes = slide.notes_slide.notes_text_frame.text.split("\n")
        assert notes[1 : 1 + len(evidence(facts, step, language))] == evidence(
            facts, step, language
        )


def test_the_line_of_a_network_joins_the_shapes_of_its_things(deck, facts, talk):
    language, slides = deck
    drawn = shown(facts, property_graph(facts), talk)
    for slide, step in zip(slides.slides, talk.steps, strict=True):
        if step.view.layout == "network":
            joined = [
                one for one in connectors(slide) if one.element.find(".//{*}stCxn") is not None
            ]
            assert len(joined) == len(states(step, drawn))


def test_a_map_is_drawn_as_freeforms_and_credited_in_the_notes(deck, facts, talk):
    language, slides = deck
    for slide, step in zip(slides.slides, talk.steps, strict=True):
        areas = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.FREEFORM]
        credit = facts.dataset.outlines.credit(language)
        is_mapped = step.view.layout != "network"
        assert bool(areas) is is_mapped
        assert (credit in slide.notes_slide.notes_text_frame.text) is is_mapped


def test_nothing_on_a_slide_is_a_picture_or_too_small_to_read(deck):
    for slide in deck[1].slides:
        for shape in slide.shapes:
            assert shape.shape_type != MSO_SHAPE_TYPE.PICTURE
            if shape.has_text_frame:
                runs = [run for one in shape.text_frame.paragraphs for run in one.runs]
                assert all(run.font.size.pt >= LEAST for run in runs)


def test_a_line_that_is_not_yet_at_the_moment_of_a_step_is_not_drawn(facts, talk):
    drawn = shown(facts, property_graph(facts), talk)
    third = states(talk.steps[2], drawn)
    assert third["520330-LEARNED_FROM-350400"] == "certain"
    assert "520330-HAS_MODEL-xishui-five-level-system" not in third
    assert "undated" not in third.values()
