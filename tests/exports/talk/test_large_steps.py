"""A step with a large network: its scene on a screen, and shapes that one can edit on a slide."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from exports.talk.large_steps.scene import LETTER_PX, large_step
from exports.talk.pptx.deck import talk_deck
from exports.talk.pptx.shapes import PICTURE
from exports.talk.slides import slides
from graph.links.edge_bundles import bundle_types
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import LARGE_NETWORK_LAYOUT, Note, Step, StepView, Talk
from graph.links.timeline import timeline_years
from loaders.talks.talk_draft import new_step
from loaders.talks.talk_reader import step_faults
from loaders.talks.view_settings import statements_of_view, view_setting

INCH = 914_400
VIEW = StepView(EdgeFilter(types=frozenset(bundle_types())), LARGE_NETWORK_LAYOUT)


@pytest.fixture(scope="module")
def talk(small_facts) -> Talk:
    moved = replace(VIEW, places=(("12", 5000.0, 40.0),), picked="11")
    bundles = large_step(small_facts, VIEW).bundles
    ids = statements_of_view(VIEW, bundles, timeline_years(bundles))
    note = Note("11", "这里", "here")
    return Talk(
        "t", "题", "T", (Step("甲", "A", VIEW, ids), Step("乙", "B", moved, ids, notes=(note,)))
    )


def test_a_screen_gets_every_link_with_its_evidence_and_legible_names(small_facts, talk):
    data = slides(small_facts, talk)
    for language in ("zh", "en"):
        first, second = data["networks"][language]
        assert {line["id"] for line in first["lines"]} == {
            edge[0] for edge in first["scene"]["edges"]
        }
        cited = {id for line in first["lines"] for id in line["statements"]}
        assert cited == set(first["statements"]) == set(talk.steps[0].statements)
        assert first["letter"] == LETTER_PX >= 20
        spots = {node["id"]: (node["x"], node["y"]) for node in second["scene"]["nodes"]}
        assert spots["12"] == (5000.0, 40.0)
    assert [step["network"] for step in data["steps"]] == [0, 1]
    assert data["steps"][1]["picked"] == {"node": "11"}


def test_a_slide_has_signs_lines_and_names_as_shapes_inside_of_its_picture(small_facts, talk):
    deck = Presentation(io.BytesIO(talk_deck(small_facts, talk, "en")))
    step = large_step(small_facts, VIEW)
    shapes = list(deck.slides[0].shapes)
    assert all(shape.shape_type != MSO_SHAPE_TYPE.PICTURE for shape in shapes)
    freeforms = {s.name for s in shapes if s.shape_type == MSO_SHAPE_TYPE.FREEFORM}
    for code in {code for bundle in step.bundles for code in bundle.ends}:
        name = small_facts.display_name(code, "en")
        assert any(title.startswith(f"{name} · ") for title in freeforms), name
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.FREEFORM:
            assert shape.left >= (PICTURE.left - 0.1) * INCH
            assert shape.left + shape.width <= (PICTURE.left + PICTURE.width + 0.1) * INCH
            assert shape.top + shape.height <= (PICTURE.top + PICTURE.height + 0.1) * INCH
    notes = deck.slides[1].shapes
    assert any(shape.has_text_frame and shape.text_frame.text == "here" for shape in notes)


def test_a_step_of_a_large_network_is_read_without_faults(small_facts, talk):
    view = view_setting(talk.steps[1].view)
    step = new_step(("甲", "A"), view, talk.steps[1].statements)
    assert list(step_faults("t.toml", [(0, step)], small_facts)) == []
    unknown = step.model_copy(update={"view": view.model_copy(update={"picked": "nothing"})})
    assert [f.rule for f in step_faults("t.toml", [(0, unknown)], small_facts)] == [
        "talk_not_drawn"
    ]
