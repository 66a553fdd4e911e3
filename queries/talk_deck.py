"""A talk as slides for PowerPoint and its like: native shapes, the evidence in the notes."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from graph.facts import Facts
from graph.moments import State, moments, state
from graph.property_graph import PropertyGraph
from graph.talk import Step, Talk
from queries.slides import Item, Shown, evidence, shown, staged
from queries.talk_map import atlas
from queries.talk_shapes import Frame, legend, network, words
from queries.words import phrase

WIDTH, HEIGHT = 13.333, 7.5
HEAD = Frame(0.5, 0.2, 10.0, 0.4)
PLACE = Frame(11.0, 0.2, 1.9, 0.4)
SIGNS = Frame(0.5, 0.65, 12.3, 0.35)
PICTURE = Frame(0.5, 1.05, 12.3, 4.6)
CAPTION = Frame(0.5, 5.85, 12.3, 1.45)
BLANK = 6  # the layout without any placeholder


def talk_deck(facts: Facts, graph: PropertyGraph, talk: Talk, language: str) -> bytes:
    """The file of a talk in `zh` or `en`, a slide a step."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.core_properties.title = talk.title(language)
    drawn = shown(facts, graph, talk)
    for number, step in enumerate(talk.steps, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
        whole = len(talk.steps)
        words(slide.shapes, HEAD, talk.title(language), bold=True)
        words(slide.shapes, PLACE, phrase("talk_place", language, number=number, whole=whole))
        data = staged(facts, drawn, step.view.choice, language)
        _picture(slide.shapes, step, data, states(step, drawn))
        words(slide.shapes, CAPTION, step.caption(language), 24)
        notes = [step.caption(language), *evidence(facts, step, language), *_credit(step, data)]
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def states(step: Step, drawn: Shown) -> dict[str, str]:
    """How each line of a step stands at its moment; those that are not yet are left out."""
    lines = drawn.found[step.view.choice].lines
    years = moments(lines)
    now = step.view.year or (years[-1] if years else 0)
    told = {line.id: state((line.possible, line.certain), now) for line in lines}
    hidden = {State.LATER} if step.view.undated else {State.LATER, State.UNDATED}
    return {id: one.value for id, one in told.items() if one not in hidden}


def _picture(shapes: Any, step: Step, data: Item, told: dict[str, str]) -> None:
    """The network or the map of a step, or one beside the other."""
    is_map = step.view.layout == "map" and data["atlas"]
    both = step.view.layout in ("all", "curve") and data["atlas"]
    left, right = _halves() if both else (PICTURE, PICTURE)
    if is_map or both:
        atlas(shapes, data["atlas"], told, right)
    if not is_map:
        network(shapes, data["picture"], data["groups"]["light"], told, left)
    legend(shapes, data["picture"], SIGNS)


def _halves() -> tuple[Frame, Frame]:
    half = PICTURE.width / 2
    left = Frame(PICTURE.left, PICTURE.top, half, PICTURE.height)
    return left, Frame(PICTURE.left + half, PICTURE.top, half, PICTURE.height)


def _credit(step: Step, data: Item) -> list[str]:
    """Whose the map is, for the steps that show it."""
    return [data["atlas"]["credit"]] if data["atlas"] and step.view.layout != "network" else []
