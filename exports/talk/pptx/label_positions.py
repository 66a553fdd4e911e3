"""Where the name of a dot on a slide may stand, and which of these places is free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

import numpy as np

from exports.talk.pptx.shapes import LINE_HEIGHT, SlideFrame
from graph.drawing.layout.edge_path import Point

# Where a name may stand about its dot, the best first: across and down, in units of its own size.
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
# The distances of a name from the middle of its dot, in inches: a thin line joins all but the
# nearest.
NAME_DISTANCES = 0.14, 0.35, 0.65, 0.9
# The room of a line, of the line to a name, and of a dot, in inches.
LINE_ROOM, LINE_WIDTH, DOT_SIZE = 0.08, 0.01, 0.2


@dataclass(frozen=True)
class LabelPosition:
    """A place for a name: `side` is 1 at the right of its dot, -1 at its left, and else 0.

    A far name has the `end` of the line that joins it to its dot, which covers the `joints`.
    """

    frame: SlideFrame
    side: int
    joints: Sequence[SlideFrame] = ()
    end: Point | None = None


def label_positions(spot: Point, width: float) -> Iterator[LabelPosition]:
    """Where a name may stand about its dot, the best first."""
    x, y = spot
    for gap in NAME_DISTANCES:
        for side, row in SIDES:
            left = x + gap if side > 0 else x - gap - width if side < 0 else x - width / 2
            middle = y + row * (gap + LINE_HEIGHT / 2)
            frame = SlideFrame(left, middle - LINE_HEIGHT / 2, width, LINE_HEIGHT)
            if gap == NAME_DISTANCES[0]:
                yield LabelPosition(frame, side)
                continue
            end = (min(max(x, left), left + width), middle - row * LINE_HEIGHT / 2)
            length = dist(spot, end)
            shares = [distance / length for distance in np.arange(DOT_SIZE, length, LINE_ROOM)]
            joints = [(x + share * (end[0] - x), y + share * (end[1] - y)) for share in shares]
            yield LabelPosition(
                frame, side, [box_around(joint, LINE_WIDTH) for joint in joints], end
            )


def first_free_position(
    places: Sequence[LabelPosition],
    obstacles: Sequence[SlideFrame],
    line_obstacles: Sequence[SlideFrame],
) -> LabelPosition | None:
    """The first place that meets nothing, and whose line runs through nothing shut; or none."""
    for place in places:
        is_free = not any(place.frame.meets(obstacle) for obstacle in obstacles)
        if is_free and not any(
            joint.meets(box) for joint in place.joints for box in line_obstacles
        ):
            return place
    return None


def box_around(middle: Point, size: float) -> SlideFrame:
    """A square of this size with a point in its middle."""
    return SlideFrame(middle[0] - size / 2, middle[1] - size / 2, size, size)
