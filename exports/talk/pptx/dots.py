"""The dots of a map on a slide, with the names that have room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches

from exports.talk.pptx.areas import INK, ColouredAreas
from exports.talk.pptx.base_map import WHITE
from exports.talk.pptx.label_positions import (
    DOT_SIZE,
    LINE_WIDTH,
    LabelPosition,
    box_around,
    first_free_position,
    label_positions,
)
from exports.talk.pptx.shapes import SlideFrame, rgb, width_of, without_shadow, words
from graph.drawing.layout.edge_path import Point
from graph.drawing.scene_types.map import MapSpot

PLACE_COLOUR, ORIGIN_COLOUR, CONNECTOR_COLOUR = "#0072B2", "#D55E00", "#5F6F7C"
ALIGNMENT = {1: PP_ALIGN.LEFT, 0: PP_ALIGN.CENTER, -1: PP_ALIGN.RIGHT}
BOLD_WIDTH_FACTOR = 1.2  # times as wide as other letters


@dataclass(frozen=True)
class LabelSpace:
    """The frame in which names stand, and what is shut in it."""

    frame: SlideFrame
    obstacles: Sequence[SlideFrame]


def draw_dots(
    shapes: Any,
    dots: Sequence[MapSpot],
    spots: Mapping[str, Point],
    arc_boxes: Sequence[SlideFrame],
    areas: ColouredAreas | None,
    room: LabelSpace,
) -> None:
    """A dot for each spot, and its name where no other name and, if there is room, no arrow is.

    The first have the choice; a name without room is left out, which the dot itself still has.
    On coloured areas, where there may be hundreds, dots are small and names have their years.
    """
    obstacles = [*room.obstacles, *(box_around(spots[mark["id"]], DOT_SIZE) for mark in dots)]
    for mark in dots:
        year = areas.year_at(mark["id"]) if areas else ""
        spot, name = spots[mark["id"]], f"{mark['name']} {year}".strip()
        width = width_of([name]) * (BOLD_WIDTH_FACTOR if mark["origin"] else 1) + 0.1
        positions = [
            position for position in label_positions(spot, width) if not (areas and position.end)
        ]
        inner_positions = [position for position in positions if room.frame.holds(position.frame)]
        place = first_free_position(
            inner_positions, [*obstacles, *arc_boxes], obstacles
        ) or first_free_position(inner_positions, obstacles, obstacles)
        if place is not None:
            obstacles += [place.frame, *place.joints]
            _name(shapes, spot, name, place, is_origin=mark["origin"])
        _dot(shapes, spot, name, is_origin=mark["origin"], is_small=areas is not None)


def _name(shapes: Any, spot: Point, name: str, place: LabelPosition, *, is_origin: bool) -> None:
    """A name, and the line that joins it to its dot if it is far; letters end towards the dot."""
    frame = place.frame
    if place.end is not None:
        connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (*spot, *place.end)))
        connector.line.color.rgb, connector.line.width = rgb(CONNECTOR_COLOUR), Inches(LINE_WIDTH)
    text = words(shapes, frame, name, is_bold=is_origin).text_frame
    text.word_wrap = False
    text.paragraphs[0].alignment = ALIGNMENT[place.side]


def _dot(shapes: Any, spot: Point, name: str, *, is_origin: bool, is_small: bool) -> None:
    size = 0.08 if is_small else 0.2 if is_origin else 0.14
    box = (spot[0] - size / 2, spot[1] - size / 2, size, size)
    shape = shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, box))
    without_shadow(shape)
    shape.name = name
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(
        INK if is_small else ORIGIN_COLOUR if is_origin else PLACE_COLOUR
    )
    shape.line.color.rgb = rgb(WHITE)
