"""A talk as slides for PowerPoint and similar programs: native shapes, evidence in the notes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from exports.talk.analysis_figure import analysis_figures
from exports.talk.large_steps.scene import large_step
from exports.talk.large_steps.slide import large_shapes, stretched_spots
from exports.talk.pptx.curve import curve, curve_sentence
from exports.talk.pptx.edge import legend
from exports.talk.pptx.map import map_shapes
from exports.talk.pptx.network import has_room, network
from exports.talk.pptx.shapes import (
    PICTURE,
    Frames,
    SlideFrame,
    add_figure,
    caption,
    frames,
    loose_note,
    pinned_note,
    words,
)
from exports.talk.pptx.slide_legend import legend_samples
from exports.talk.pptx.unnamed_things import unnamed_things
from exports.talk.slides import TalkScenes, step_stage, talk_scenes
from exports.talk.step_words import evidence, quotations, title
from graph.drawing.large_scene import large_groups, large_scene
from graph.drawing.layout.edge_path import Point
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.theme import LIGHT
from graph.links.edge_bundles import EdgeBundle
from graph.links.talk import LARGE_NETWORK_LAYOUT, Step, Talk, bundle_states, moment
from graph.links.timeline import timeline_years
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from queries.rendering.texts import phrase

WIDTH, HEIGHT = 13.333, 7.5
HEAD = SlideFrame(0.5, 0.2, 10.0, 0.4)
PLACE = SlideFrame(11.0, 0.2, 1.9, 0.4)
SIGNS = SlideFrame(0.5, 0.65, 12.3, 0.35)
# The map's credit stands on it as its terms require; all other text can be read from the last row.
CREDIT, CREDIT_PT = SlideFrame(0.5, 7.18, 12.3, 0.25), 10
BLANK = 6  # the layout without any placeholder


@dataclass(frozen=True)
class StepPictures:
    """A step with what its slides draw: the bundles, the state of each by its id, and the data."""

    step: Step
    data: StageScene
    states: dict[str, str]
    bundles: Sequence[EdgeBundle]


def talk_deck(facts: Facts, talk: Talk, language: str, copies: Copies | None = None) -> bytes:
    """The file of a talk in `zh` or `en`, with a slide for each step.

    With the reader's copies a slide quotes the first passage that its step rests on. A step of all
    pictures whose network needs the whole slide has its map and curve on a second one.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.core_properties.title = title(facts, talk, language)
    scenes = talk_scenes(facts, talk)
    for number, step in enumerate(talk.steps, 1):
        if step.faults or step.analysis or step.view.layout == LARGE_NETWORK_LAYOUT:
            slide = _new_slide(deck, facts, talk, number, language)
            if step.faults:
                faults_slide(slide, step, language)
            elif step.analysis:
                _figure_slide(slide, facts, step, copies, language)
            else:
                _large_slide(slide, facts, step, copies, language)
            continue
        pictures = _step_pictures(facts, scenes, step, language)
        for slide_frames in _frames(pictures):
            slide = _new_slide(deck, facts, talk, number, language)
            _picture(slide.shapes, facts, pictures, slide_frames, language)
            caption(slide.shapes, step.caption(language), quotations(facts, step, copies))
            if (scene := pictures.data["map"]) and "map" in slide_frames:
                words(slide.shapes, CREDIT, scene["credit"], CREDIT_PT)
            notes = _notes(facts, pictures, slide_frames, language)
            notes += unnamed_things(slide, facts, _codes_on_slide(pictures, slide_frames), language)
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _step_pictures(facts: Facts, scenes: TalkScenes, step: Step, language: str) -> StepPictures:
    data = step_stage(facts, scenes, step.view.choice, language, step.view.places)
    state_by_bundle = states(step, scenes)
    bundles = scenes.selections[step.view.choice].bundles
    return StepPictures(
        step, data, state_by_bundle, [x for x in bundles if x.id in state_by_bundle]
    )


def _new_slide(deck: Any, facts: Facts, talk: Talk, number: int, language: str) -> Any:
    """A slide with the title of the talk and the number of its step."""
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    total = len(talk.steps)
    words(slide.shapes, HEAD, title(facts, talk, language), is_bold=True)
    words(slide.shapes, PLACE, phrase("talk_place", language, number=number, total=total))
    return slide


def _frames(pictures: StepPictures) -> Sequence[Frames]:
    """The position of each picture of a step, slide by slide."""
    return frames(
        pictures.step.view.layout, partial(_has_room, pictures), has_map=bool(pictures.data["map"])
    )


def _has_room(pictures: StepPictures, frame: SlideFrame) -> bool:
    return has_room(
        pictures.data["network"], pictures.data["groups"]["light"], pictures.states, frame
    )


def _large_slide(
    slide: Any, facts: Facts, step: Step, copies: Copies | None, language: str
) -> None:
    """A large network as shapes; how to read its edges is in the notes."""
    network_of_step = large_step(facts, step.view)
    scene = large_scene(facts, network_of_step.bundles, network_of_step.spots, language)
    spots = large_shapes(slide.shapes, scene, large_groups(LIGHT), PICTURE, SIGNS)
    for note in step.notes:
        if note.thing in spots:
            pinned_note(slide.shapes, note.text(language), spots[note.thing], PICTURE)
    caption(slide.shapes, step.caption(language), quotations(facts, step, copies))
    rows = [step.caption(language), *evidence(facts, step, language), *scene["legend"]["notes"]]
    rows += unnamed_things(slide, facts, spots, language)
    slide.notes_slide.notes_text_frame.text = "\n".join(rows)


def faults_slide(slide: Any, step: Step, language: str) -> None:
    """A step without a picture: what is wrong with it, and its caption."""
    heading = phrase("talk_faulty", language)
    text = "\n".join([heading, *(fault.text(language) for fault in step.faults)])
    words(slide.shapes, PICTURE, text)
    caption(slide.shapes, step.caption(language))


def _figure_slide(
    slide: Any, facts: Facts, step: Step, copies: Copies | None, language: str
) -> None:
    """The figure of a measure as a picture; its numbers and its source are in the notes."""
    assert step.analysis is not None
    figure = analysis_figures(facts, step.analysis, [language])[language]
    if figure.refusal:
        words(slide.shapes, PICTURE, "\n".join([figure.title, *figure.refusal]))
    else:
        add_figure(slide, figure, PICTURE)
    caption(slide.shapes, step.caption(language), quotations(facts, step, copies))
    notes = [step.caption(language), *evidence(facts, step, language), *figure.notes]
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def states(step: Step, scenes: TalkScenes) -> dict[str, str]:
    """The state of each bundle of a step at its moment; bundles that are not drawn are left out."""
    bundles = scenes.selections[step.view.choice].bundles
    years = timeline_years([*bundles, *scenes.bundles_of_curves[step.view.choice]])
    return {id: state.value for id, state in bundle_states(step.view, bundles, years).items()}


def _picture(
    shapes: Any, facts: Facts, pictures: StepPictures, slide_frames: Frames, language: str
) -> None:
    """The pictures of a slide: network, map, curve or all of them."""
    step, data = pictures.step, pictures.data
    spots: dict[str, Point] = {}
    is_crowded = "network" in slide_frames and not _has_room(pictures, slide_frames["network"])
    if (scene := data["map"]) and (frame := slide_frames.get("map")):
        spots |= map_shapes(shapes, data, scene, pictures.states, frame, step.view.level)
    if is_crowded:
        spots |= _crowded_network(shapes, facts, pictures, slide_frames["network"], language)
    elif frame := slide_frames.get("network"):
        light, opacity = data["groups"]["light"], data["state_opacity"]
        spots |= network(shapes, data["network"], light, pictures.states, frame, opacity)
    if "curve" in slide_frames:
        now = moment(step.view, data["years"])
        spots = curve(shapes, data, now, slide_frames["curve"], language) | spots
    _step_notes(shapes, step, data, spots, language)
    if not is_crowded:  # signs of a crowded network have a legend of their own
        legend(shapes, legend_samples(slide_frames, data, pictures.states), SIGNS)


def _crowded_network(
    shapes: Any, facts: Facts, pictures: StepPictures, frame: SlideFrame, language: str
) -> dict[str, Point]:
    """A network whose boxes have no room: signs with names beside them."""
    nodes = pictures.data["network"]["nodes"]
    scene = large_scene(facts, pictures.bundles, stretched_spots(nodes, frame), language)
    return large_shapes(shapes, scene, large_groups(LIGHT), frame, SIGNS)


def _step_notes(
    shapes: Any, step: Step, data: StageScene, spots: Mapping[str, Point], language: str
) -> None:
    """Each note at its thing, or with its name in a corner where the thing has no spot."""
    names = {node["id"]: node["title"].split(" · ")[0] for node in data["network"]["nodes"]}
    top = PICTURE.top
    for note in step.notes:
        if note.thing in spots:
            pinned_note(shapes, note.text(language), spots[note.thing], PICTURE)
        elif step.view.layout in ("map", "curve") and note.thing in names:
            top += loose_note(shapes, f"{names[note.thing]} · {note.text(language)}", PICTURE, top)


def _codes_on_slide(pictures: StepPictures, slide_frames: Frames) -> set[str]:
    """The things that a slide draws: on a map alone only those that have a place."""
    ends = {code for bundle in pictures.bundles for code in bundle.ends}
    if "network" in slide_frames:
        return ends
    scene = pictures.data["map"] if "map" in slide_frames else None
    return ends & {code for dot in (scene["spots"] if scene else ()) for code in dot["codes"]}


def _notes(facts: Facts, pictures: StepPictures, slide_frames: Frames, language: str) -> list[str]:
    """The caption, its evidence, the curve in words, how to read edges, and the map's credit."""
    step, data = pictures.step, pictures.data
    now = moment(step.view, data["years"])
    curve_text = [curve_sentence(data, now, language)] if "curve" in slide_frames else []
    is_drawn = {"network", "map"}.intersection(slide_frames)
    about_edges = data["network"]["legend"]["notes"] if is_drawn else []
    credit = [data["map"]["credit"]] if data["map"] and "map" in slide_frames else []
    return [
        step.caption(language),
        *evidence(facts, step, language),
        *curve_text,
        *about_edges,
        *credit,
    ]
