"""The slides of a talk: native shapes of legible size, with the evidence in the notes."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.freeform import FreeformBuilder

from exports.talk.pptx.curve import curve_sentence
from exports.talk.pptx.deck import states, talk_deck
from exports.talk.pptx.edge import look_of, path_line
from exports.talk.pptx.map import map_shapes
from exports.talk.pptx.shapes import SlideFrame
from exports.talk.slides import slides, step_stage, talk_scenes
from exports.talk.step_words import evidence
from graph.drawing.edge_looks import edge_look
from graph.drawing.layout.edge_path import straight
from graph.drawing.layout.edge_routes import crossed_boxes
from graph.drawing.maps.map_scene import map_scene
from graph.drawing.scene_types.map import MapScene
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.texts import say
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import Note, StepView, moment
from graph.links.timeline import timeline_years
from graph.lookup.coordinates import coordinates
from graph.model.dataset import ReleasedVersion
from loaders.facts.facts_folder import read_facts
from loaders.talks.talk_reader import read_talk

MIN_POINTS = 15  # points: 20 pixels of a slide shown 1280 pixels wide


@pytest.fixture(scope="module")
def facts(root):
    return read_facts(root / "facts")


@pytest.fixture(scope="module")
def talk(root, facts):
    return read_talk(root / "facts", "how-it-spread", facts)


@pytest.fixture(scope="module", params=["zh", "en"])
def deck(request, facts, talk):
    """The language of a deck, and the deck read back."""
    content = talk_deck(facts, talk, request.param)
    return request.param, Presentation(io.BytesIO(content))


def atlas_of(facts) -> MapScene:
    drawn = map_scene(facts, [], coordinates(facts), "en")
    assert drawn is not None
    return drawn


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def edge_lines(slide) -> list:
    """The freeforms of edges and arcs: open, and with curves in their path."""
    return [shape for shape in slide.shapes if shape.element.find(".//{*}cubicBezTo") is not None]


def named_lines(slide) -> list:
    """Those of them that are no sample in the legend."""
    return [
        shape for shape in edge_lines(slide) if shape.element.xpath("./p:nvSpPr/p:cNvPr/@descr")
    ]


def path_of(shape) -> list[tuple[float, float]]:
    """The points of the path of a freeform, in inches."""
    left, top = shape.left, shape.top
    spots = shape.element.findall(".//{*}path//{*}pt")
    return [((left + int(p.get("x"))) / 914400, (top + int(p.get("y"))) / 914400) for p in spots]


def box_of(shape) -> tuple[float, float, float, float]:
    """The sides of a shape, in inches."""
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    return tuple(side / 914400 for side in (left, top, left + width, top + height))


@pytest.mark.parametrize(
    ("language", "named"),
    [("zh", "（2026.1 版，2026-11-29）"), ("en", " (release 2026.1 of 2026-11-29)")],
)
def test_slides_of_a_release_name_it_in_their_title(facts, talk, language, named):
    released = replace(facts, release=ReleasedVersion("2026.1", date(2026, 11, 29)))
    short = replace(talk, steps=talk.steps[:1])
    [slide] = Presentation(io.BytesIO(talk_deck(released, short, language))).slides
    assert talk.title(language) + named in texts(slide)
    assert slides(released, short)["title"][language] == talk.title(language) + named


def test_every_step_is_a_slide_with_its_caption_and_its_evidence_in_the_notes(deck, facts, talk):
    language, slides = deck
    assert len(slides.slides) == len(talk.steps)
    for slide, step in zip(slides.slides, talk.steps, strict=True):
        assert step.caption(language) in texts(slide)
        notes = slide.notes_slide.notes_text_frame.text.split("\n")
        assert notes[1 : 1 + len(evidence(facts, step, language))] == evidence(
            facts, step, language
        )


def assert_apart(shapes) -> None:
    for one, other in combinations(map(box_of, shapes), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        assert across < 0.02 or min(one[3], other[3]) - max(one[1], other[1]) < 0.02


def test_a_network_that_does_not_fit_beside_the_others_has_a_slide_of_its_own(facts, talk):
    """In Chinese its names fit in boxes, which cover none; in English they stand at signs."""
    step = next(step for step in talk.steps if step.view.layout == "all")
    types = frozenset({"LEARNED_FROM", "HAS_MODEL", "ENDORSES"})
    default = replace(step, view=StepView(EdgeFilter(types, story_only=True), "all"))
    for language in ("zh", "en"):
        content = talk_deck(facts, replace(talk, steps=(default,)), language)
        first, second = Presentation(io.BytesIO(content)).slides
        assert all(step.caption(language) in texts(slide) for slide in (first, second))
        assert [shape.has_chart for shape in second.shapes].count(True) == 1
        assert not any(shape.has_chart for shape in first.shapes)
        notes = first.notes_slide.notes_text_frame.text
        assert ("Not named in full on this slide: " in notes) == (language == "en")
        names = {"zh": "三明市", "en": "Sanming"}
        assert names[language] in texts(first)
        if language == "zh":
            things = [x for x in first.shapes if " · " in x.name and x.text_frame.text]
            assert len(things) > 20
            assert_apart(things)
        dots = {shape.name for shape in second.shapes}
        places = [x for x in second.shapes if x.has_text_frame and x.text_frame.text in dots]
        assert len(places) >= 4
        assert_apart(places)  # on a map of half a slide too


def test_a_note_points_at_the_column_in_which_its_thing_is_counted(facts, talk):
    step = next(step for step in talk.steps if step.view.layout == "all")
    view = StepView(EdgeFilter(frozenset({"LEARNED_FROM"})), "curve")
    note = Note("520330", "第一个", "The first")
    noted = replace(step, view=view, notes=(note,))
    [slide] = Presentation(io.BytesIO(talk_deck(facts, replace(talk, steps=(noted,)), "en"))).slides
    [box] = [x for x in slide.shapes if x.has_text_frame and x.text_frame.text == "The first"]
    [chart] = [shape for shape in slide.shapes if shape.has_chart]
    left, top, wide, high = (
        float(chart.chart._chartSpace.find(f".//{{*}}manualLayout/{{*}}{side}").get("val"))
        for side in "xywh"
    )
    plot = chart.chart.plots[0]
    column = list(plot.categories).index("2019")
    tip = box.left + box.width * (box.adjustments[0] + 0.5)
    share = (tip / 914400 - chart.left / 914400) / (chart.width / 914400)
    assert share == pytest.approx(left + wide * (column + 0.5) / len(plot.categories), abs=0.002)
    height = (box.top + box.height * (box.adjustments[1] + 0.5) - chart.top) / chart.height
    value = plot.series[1].values[column] / chart.chart.value_axis.maximum_scale
    assert height == pytest.approx(top + high * (1 - value), abs=0.002)


def test_the_edge_of_a_network_runs_between_its_things_and_beneath_no_other(deck, facts, talk):
    language, slides = deck
    drawn = talk_scenes(facts, talk)
    stages = drawn_of(facts, talk, language)
    checked = 0
    for slide, step, data in zip(slides.slides, talk.steps, stages, strict=True):
        if step.view.layout != "network":
            continue
        titles = {node["id"]: node["title"] for node in data["network"]["nodes"]}
        boxes = {
            shape.name: box_of(shape) for shape in slide.shapes if shape.name in titles.values()
        }
        edges = [edge for edge in data["network"]["edges"] if edge["id"] in states(step, drawn)]
        lines = named_lines(slide)
        assert [line.name for line in lines] == [edge["title"] for edge in edges]
        for edge, line in zip(edges, lines, strict=True):
            ends, path = (titles[edge["from"]], titles[edge["to"]]), path_of(line)
            left, top, right, bottom = boxes[ends[0]]
            assert path[0] == pytest.approx(((left + right) / 2, (top + bottom) / 2), abs=0.01)
            left, top, right, bottom = boxes[ends[1]]
            assert left - 0.05 <= path[-1][0] <= right + 0.05
            assert top - 0.05 <= path[-1][1] <= bottom + 0.05
            others = np.array([box for name, box in boxes.items() if name not in ends])
            assert not len(crossed_boxes(path, others.reshape(-1, 4), 0)), edge["id"]
            checked += 1
    assert checked


def test_a_line_has_the_dashes_and_the_arrow_of_its_scene():
    slides = Presentation()
    shapes = slides.slides.add_slide(slides.slide_layouts[6]).shapes
    look = look_of(edge_look("LEARNED_FROM", "planned"))
    line = path_line(shapes, straight((1.0, 1.0), (3.0, 1.0)), look).line._ln
    (dash,) = line.findall("./{*}custDash/{*}ds")
    assert [int(dash.get(key)) / 100000 * look.width for key in ("d", "sp")] == [2, 6]
    assert line.find("./{*}tailEnd") is not None
    plain = path_line(
        shapes, straight((1.0, 1.0), (1.0, 2.0)), look_of(edge_look("BORDERS", "stated"))
    )
    assert plain.line._ln.find("./{*}tailEnd") is None
    assert plain.line._ln.find("./{*}custDash") is None


def test_a_map_is_drawn_as_freeforms_and_credited_on_the_slide_and_in_the_notes(deck, facts, talk):
    language, slides = deck
    for slide, step in zip(slides.slides, talk.steps, strict=True):
        lines = {line.shape_id for line in edge_lines(slide)}
        freeforms = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.FREEFORM]
        areas = [one for one in freeforms if one.shape_id not in lines]
        credit = facts.dataset.outlines.credit(language)
        is_mapped = step.view.layout != "network"
        assert bool(areas) is is_mapped
        if is_mapped:  # every area and border, those in the corner too
            ground = atlas_of(facts)
            parts = [ground, *ground["insets"]]
            assert len(areas) == sum(len(one["areas"]) + len(one["borders"]) for one in parts)
        assert (credit in slide.notes_slide.notes_text_frame.text) is is_mapped
        assert (credit in texts(slide)) is is_mapped


def charts(slide) -> list:
    return [shape for shape in slide.shapes if shape.has_chart]


def table(chart) -> dict[str, dict[str, float]]:
    """The numbers of a chart by series and category; what is empty is left out."""
    categories = list(chart.plots[0].categories)
    return {
        series.name: {c: v for c, v in zip(categories, series.values, strict=True) if v is not None}
        for series in chart.plots[0].series
    }


def drawn_of(facts, talk, language: str) -> list[StageScene]:
    """The stage of each step."""
    drawn = talk_scenes(facts, talk)
    return [step_stage(facts, drawn, step.view.choice, language) for step in talk.steps]


def test_a_curve_is_a_chart_whose_numbers_can_be_edited(deck, facts, talk):
    language, slides = deck
    stages = drawn_of(facts, talk, language)
    has_curve = [step.view.layout in ("all", "curve") for step in talk.steps]
    assert any(has_curve)
    for slide, step, data, has in zip(slides.slides, talk.steps, stages, has_curve, strict=True):
        assert len(charts(slide)) == has
        for shape in charts(slide):
            years = [str(year) for year in data["years"]]
            held = table(shape.chart)
            curve = data["curve"]
            for name, counts in (
                ("at_most", curve["possible"]),
                ("state_certain", curve["certain"]),
            ):
                wanted = dict(zip(years, counts, strict=True))
                assert held[say(name, language)] == wanted
            name = say("undated", language)
            assert held[name] == {name: len(curve["undated"])}
            assert shape.chart.part.chart_workbook.xlsx_part is not None
            told = curve_sentence(data, moment(step.view, data["years"]), language)
            assert told in slide.notes_slide.notes_text_frame.text
            assert all(name in told for name in data["curve"]["undated"])


def test_a_step_that_shows_only_the_curve_shows_it_up_to_its_year(facts, talk):
    last = talk.steps[-1]
    years = timeline_years(talk_scenes(facts, talk).selections[last.view.choice].bundles)
    early = replace(last, view=replace(last.view, layout="curve", year=years[0], picked=None))
    content = talk_deck(facts, replace(talk, steps=(early,)), "en")
    (slide,) = Presentation(io.BytesIO(content)).slides
    (chart,) = charts(slide)
    assert edge_lines(slide) == []
    assert list(table(chart.chart)["certain"]) == [str(years[0])]
    assert [str(year) for year in years] == list(chart.chart.plots[0].categories)[: len(years)]


def test_no_shape_of_the_network_stands_in_the_chart_and_none_beside_the_slide(deck):
    for slide in deck[1].slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck[1].slide_width
        for chart in charts(slide):
            for shape in slide.shapes:
                if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE:
                    beside = shape.left + shape.width <= chart.left
                    assert beside or shape.top + shape.height <= chart.top


def test_nothing_on_a_slide_but_the_credit_is_a_picture_or_too_small_to_read(deck, facts):
    language, slides = deck
    credit = facts.dataset.outlines.credit(language)
    for slide in slides.slides:
        for shape in slide.shapes:
            assert shape.shape_type != MSO_SHAPE_TYPE.PICTURE
            if shape.has_text_frame and shape.text_frame.text != credit:
                runs = [run for one in shape.text_frame.paragraphs for run in one.runs]
                assert all(run.font.size.pt >= MIN_POINTS for run in runs)
            if shape.has_chart:
                assert shape.chart.font.size.pt >= MIN_POINTS


def test_a_line_that_is_not_yet_at_the_moment_of_a_step_is_not_drawn(facts, talk):
    drawn = talk_scenes(facts, talk)
    third = states(talk.steps[2], drawn)
    # since 2019: certain by the end of 2019, the moment of the step
    assert third["520330-LEARNED_FROM-350400"] == "certain"
    assert "520330-HAS_MODEL-xishui-five-level-system" not in third
    assert "undated" not in third.values()


def test_a_slide_explains_the_colours_that_are_on_it_and_no_others(deck, facts, talk):
    language, slides = deck
    drawn = talk_scenes(facts, talk)
    names = set()
    for slide, step in zip(slides.slides, talk.steps, strict=True):
        data = step_stage(facts, drawn, step.view.choice, language)
        told = states(step, drawn)
        seen = {"all": ("edges", "arcs"), "network": ("edges",), "map": ("arcs",)}
        assert data["map"] is not None
        lines = {
            "edges": {edge["id"] for edge in data["network"]["edges"]},
            "arcs": {arc["id"] for arc in data["map"]["arcs"]},
        }
        ids = {id for key in seen.get(step.view.layout, ()) for id in lines[key] if id in told}
        looks = {edge["id"]: edge["color"] for edge in data["network"]["edges"]}
        hues = {looks[id] for id in ids}
        for one in data["network"]["legend"]["lines"]:
            assert (one["name"] in texts(slide)) == (one["color"] in hues)
            names.add((one["name"], one["color"] in hues))
    assert len({said for _, said in names}) == 2


def test_the_corner_of_an_outline_is_looked_for_once_however_many_its_points(monkeypatch):
    looked = []
    for side in ("shape_offset_x", "shape_offset_y"):
        plain = getattr(FreeformBuilder, side).fget

        def counted_offset(self, plain=plain):
            looked.append(self)
            return plain(self)

        monkeypatch.setattr(FreeformBuilder, side, property(counted_offset))
    ring = "M0 0" + "".join(f"L{x} {x % 7}" for x in range(1, 50)) + "Z"
    ground = {"width": 50, "height": 10, "areas": [{"d": ring + ring}], "borders": [ring[:-1]]}
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    empty = {"arcs": [], "marks": [], "spots": [], "insets": [], "insets_left": False}
    scene = {**ground, **empty, "adoption": None}
    stage: Any = {"map": scene, "lines": []}
    map_shapes(slide.shapes, stage, scene, {}, SlideFrame(0, 0, 5, 1))
    assert len(slide.shapes) == 2
    assert len(looked) == 2 * len(slide.shapes)
