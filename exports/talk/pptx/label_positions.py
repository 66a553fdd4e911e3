"""Where the name of a dot on a slide may stand, and which of these places is free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

import numpy as np

from exports.talk.pptx.shapes import LINE_HIGH, Point, SlideFrame

# Where a name may stand about its dot, the best first: across and down, in units of its own size.
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
# The distances of a name from the middle of its dot, in inches: a thin line joins all but the
# nearest.
GAPS = 0.14, 0.35, 0.65, 0.9
# The room of a line, of the line to a name, and of a dot, in inches.
THIN, THINNEST, SPOT = 0.08, 0.01, 0.2


@dataclass(frozen=True)
class LabelPosition:
    """A place for a name: `across` is 1 at the right of its dot, -1 at its left, and else 0.

    A far name has the `end` of the line that joins it to its dot, which covers the `joints`.
    """

    frame: SlideFrame
    across: int
    joints: Sequence[SlideFrame] = ()
    end: Point | None = None


def label_positions(at: Point, wide: float) -> Iterator[LabelPosition]:
    """Where a name may stand about its dot, the best first."""
    x, y = at
    for gap in GAPS:
        for across, down in SIDES:
            left = x + gap if across > 0 else x - gap - wide if across < 0 else x - wide / 2
            middle = y + down * (gap + LINE_HIGH / 2)
            frame = SlideFrame(left, middle - LINE_HIGH / 2, wide, LINE_HIGH)
            if gap == GAPS[0]:
                yield LabelPosition(frame, across)
                continue
            end = (min(max(x, left), left + wide), middle - down * LINE_HIGH / 2)
            far = dist(at, end)
            shares = [near / far for near in np.arange(SPOT, far, THIN)]
            joints = [(x + share * (end[0] - x), y + share * (end[1] - y)) for share in shares]
            yield LabelPosition(
                frame, across, [box_around(joint, THINNEST) for joint in joints], end
            )


def first_free(
    places: Sequence[LabelPosition], obstacles: Sequence[SlideFrame], shut: Sequence[SlideFrame]
) -> LabelPosition | None:
    """The first place that meets nothing, and whose line runs through nothing shut; or none."""
    for place in places:
        is_free = not any(place.frame.meets(other) for other in obstacles)
        if is_free and not any(joint.meets(box) for joint in place.joints for box in shut):
            return place
    return None


def box_around(at: Point, size: float) -> SlideFrame:
    """A square of this size with a point in its middle."""
    return SlideFrame(at[0] - size / 2, at[1] - size / 2, size, size)
