"""A talk as slides for PowerPoint and similar programs: native shapes, evidence in the notes."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from exports.talk.analysis_figure import AnalysisFigure, analysis_figures
from exports.talk.pptx_curve import curve, curve_sentence
from exports.talk.pptx_line import legend
from exports.talk.pptx_map import map_shapes
from exports.talk.pptx_network import network
from exports.talk.pptx_shapes import Point, SlideFrame, pinned_note, words
from exports.talk.slides import (
    Item,
    TalkScenes,
    evidence,
    quotations,
    step_stage,
    talk_scenes,
    title,
)
from graph.drawing.theme import GREY
from graph.links.talk import Step, StepView, Talk, line_states, moment
from graph.links.timeline import timeline_years
from graph.model.facts import Facts
from loaders.source_copies import Copies
from queries.rendering.texts import phrase

WIDTH, HEIGHT = 13.333, 7.5
HEAD = SlideFrame(0.5, 0.2, 10.0, 0.4)
PLACE = SlideFrame(11.0, 0.2, 1.9, 0.4)
SIGNS = SlideFrame(0.5, 0.65, 12.3, 0.35)
PICTURE = SlideFrame(0.5, 1.05, 12.3, 4.5)
CAPTION = SlideFrame(0.5, 5.62, 12.3, 1.53)
# With a passage under it, a caption has less room.
SHORT_CAPTION, PASSAGE = SlideFrame(0.5, 5.62, 12.3, 0.98), SlideFrame(0.5, 6.62, 12.3, 0.53)
CAPTION_SIZE, QUOTED_SIZE, LETTERS = 24, 20, 110
# The map's credit stands on it as its terms require; all other text can be read from the last row.
CREDIT, SMALL = SlideFrame(0.5, 7.18, 12.3, 0.25), 10
# The share of its height that a map above a curve gets.
MAP_HIGH = 0.47
BLANK = 6  # the layout without any placeholder


def talk_deck(facts: Facts, talk: Talk, language: str, copies: Copies | None = None) -> bytes:
    """The file of a talk in `zh` or `en`, with a slide for each step.

    With the reader's copies a slide quotes the first passage that its step rests on.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.core_properties.title = title(facts, talk, language)
    scenes = talk_scenes(facts, talk)
    for number, step in enumerate(talk.steps, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
        total = len(talk.steps)
        words(slide.shapes, HEAD, title(facts, talk, language), bold=True)
        words(slide.shapes, PLACE, phrase("talk_place", language, number=number, total=total))
        if step.faults:
            faults_slide(slide, step, language)
            continue
        if step.analysis:
            _figure_slide(slide, facts, step, copies, language)
            continue
        data = step_stage(facts, scenes, step.view.choice, language, step.view.places)
        _picture(slide.shapes, step, data, states(step, scenes), language)
        _caption(slide.shapes, step, quotations(facts, step, copies), language)
        if "map" in frames(step.view, data):
            words(slide.shapes, CREDIT, data["map"]["credit"], SMALL)
        slide.notes_slide.notes_text_frame.text = _notes(facts, step, data, language)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def faults_slide(slide: Any, step: Step, language: str) -> None:
    """A step without a picture: what is wrong with it, and its caption."""
    heading = phrase("talk_faulty", language)
    text = "\n".join([heading, *(fault.text(language) for fault in step.faults)])
    words(slide.shapes, PICTURE, text)
    words(slide.shapes, CAPTION, step.caption(language), CAPTION_SIZE)


def _figure_slide(
    slide: Any, facts: Facts, step: Step, copies: Copies | None, language: str
) -> None:
    """The figure of a measure as a picture; its numbers and its source are in the notes."""
    assert step.analysis is not None
    figure = analysis_figures(facts, step.analysis, [language])[language]
    if figure.refusal:
        words(slide.shapes, PICTURE, "\n".join([figure.title, *figure.refusal]))
    else:
        _fitted(slide.shapes.add_picture(io.BytesIO(figure.png), 0, 0), PICTURE, figure)
    _caption(slide.shapes, step, quotations(facts, step, copies), language)
    notes = [step.caption(language), *evidence(facts, step, language), *figure.about]
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _fitted(picture: Any, frame: SlideFrame, figure: AnalysisFigure) -> None:
    """Puts a picture into the middle of a frame, as large as it fits, with its text for readers
    who do not see it."""
    scale = min(Inches(frame.width) / picture.width, Inches(frame.height) / picture.height)
    picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
    picture.left = Inches(frame.left) + (Inches(frame.width) - picture.width) // 2
    picture.top = Inches(frame.top) + (Inches(frame.height) - picture.height) // 2
    picture.name = figure.title
    picture._element.nvPicPr.cNvPr.set("descr", " ".join((figure.title, *figure.about)))


def _caption(shapes: Any, step: Step, passages: Sequence[str], language: str) -> None:
    """The caption and, if a copy has it, the first passage under it."""
    passage = next(filter(None, passages), "")
    if not passage:
        words(shapes, CAPTION, step.caption(language), CAPTION_SIZE)
        return
    words(shapes, SHORT_CAPTION, step.caption(language), QUOTED_SIZE)
    shortened = passage if len(passage) <= LETTERS else passage[:LETTERS] + "…"
    words(shapes, PASSAGE, f"“{shortened}”")


def states(step: Step, scenes: TalkScenes) -> dict[str, str]:
    """The state of each line of a step at its moment; lines that are not drawn are left out."""
    lines = scenes.selections[step.view.choice].bundles
    years = timeline_years([*lines, *scenes.counted[step.view.choice]])
    return {id: state.value for id, state in line_states(step.view, lines, years).items()}


def frames(view: StepView, data: Item) -> dict[str, SlideFrame]:
    """Where on the slide each picture of a view stands; without outlines there is no map."""
    left, right = _halves()
    middle = right.height * MAP_HIGH
    upper = SlideFrame(right.left, right.top, right.width, middle)
    lower = SlideFrame(right.left, right.top + middle, right.width, right.height - middle)
    if view.layout == "all" and data["map"]:
        return {"network": left, "map": upper, "curve": lower}
    if view.layout == "all":
        return {"network": left, "curve": right}
    if view.layout == "map" and not data["map"]:
        return {"network": PICTURE}
    return {view.layout: PICTURE}


def _picture(
    shapes: Any, step: Step, data: Item, state_by_line: dict[str, str], language: str
) -> None:
    """The pictures of a step: network, map, curve or all of them."""
    slide_frames = frames(step.view, data)
    spots: dict[str, Point] = {}
    if "map" in slide_frames:
        spots |= map_shapes(shapes, data, state_by_line, slide_frames["map"], step.view.level)
    if "network" in slide_frames:
        light, opacity = data["groups"]["light"], data["state_opacity"]
        frame = slide_frames["network"]
        spots |= network(shapes, data["network"], light, state_by_line, frame, opacity)
    if "curve" in slide_frames:
        curve(shapes, data, moment(step.view, data["years"]), slide_frames["curve"], language)
    for note in step.notes:
        if note.thing in spots:
            pinned_note(shapes, note.text(language), spots[note.thing], PICTURE)
    legend(shapes, _legend(slide_frames, data, state_by_line), SIGNS)


def _legend(frame_names: Collection[str], data: Item, line_ids: Collection[str]) -> list[Item]:
    """The legend entries of types and stances on the slide: a map has arcs of some only."""
    lines = _slide_lines(frame_names, data, line_ids)
    colours, dashes = {line["color"] for line in lines}, [line["dashes"] for line in lines]
    entries = data["network"]["legend"]
    plain = {"color": GREY, "width": 2}
    return [
        *(entry for entry in entries["lines"] if entry["color"] in colours),
        *(plain | entry for entry in entries["stances"] if entry["dashes"] in dashes),
    ]


def _slide_lines(frame_names: Collection[str], data: Item, line_ids: Collection[str]) -> list[Item]:
    """The edges and arcs of the slide."""
    edges = data["network"]["edges"] if "network" in frame_names else []
    arcs = data["map"]["arcs"] if "map" in frame_names else []
    return [line for line in (*edges, *arcs) if line["id"] in line_ids]


def _halves() -> tuple[SlideFrame, SlideFrame]:
    half = PICTURE.width / 2
    left = SlideFrame(PICTURE.left, PICTURE.top, half, PICTURE.height)
    return left, SlideFrame(PICTURE.left + half, PICTURE.top, half, PICTURE.height)


def _notes(facts: Facts, step: Step, data: Item, language: str) -> str:
    """The caption, its evidence, the curve in words, how to read edges, and the map's credit."""
    slide_frames = frames(step.view, data)
    now = moment(step.view, data["years"])
    curve_text = [curve_sentence(data, now, language)] if "curve" in slide_frames else []
    is_drawn = {"network", "map"}.intersection(slide_frames)
    about_edges = data["network"]["legend"]["notes"] if is_drawn else []
    credit = [data["map"]["credit"]] if "map" in slide_frames else []
    return "\n".join(
        [
            step.caption(language),
            *evidence(facts, step, language),
            *curve_text,
            *about_edges,
            *credit,
        ]
    )
