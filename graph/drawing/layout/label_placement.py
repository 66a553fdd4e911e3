"""The names of a picture that have room: the most important first, none over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.drawing.layout.edge_path import Box

# The side of the squares that names are searched in, and the distance of a name from its sign.
CELL_PX, NAME_DISTANCE_PX = 64.0, 3.0


@dataclass(frozen=True)
class NamedSign:
    """A sign with the middle (x, y) and a radius, and the width of its name, in units."""

    name: str
    x: float
    y: float
    radius: float
    width: float


class TakenBoxes:
    """Boxes that are taken, in squares, so that a name is compared with few others."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def take(self, box: Box) -> bool:
        """Takes a box if it overlaps none that is taken; whether it did."""
        left, top, right, bottom = box
        keys = list(_cells(box))
        for key in keys:
            for a, b, c, d in self._cells[key]:
                if left < c and a < right and top < d and b < bottom:
                    return False
        for key in keys:
            self._cells[key].append(box)
        return True


def placed_names(
    signs: Iterable[NamedSign], row: float, limits: Box, boxes: TakenBoxes
) -> list[tuple[NamedSign, float]]:
    """The signs whose names have room, each with the left end of its name.

    `signs` come in the order of their importance. A name of the height `row` stands to the right of
    its sign, or to the left where the `limits` end; its box is then taken.
    """
    placements = []
    for sign in signs:
        right = sign.x + sign.radius + NAME_DISTANCE_PX
        left = sign.x - sign.radius - NAME_DISTANCE_PX - sign.width
        for start in (right, left):
            if start < limits[0] or start + sign.width > limits[2]:
                continue
            low = min(start, sign.x - sign.radius)
            high = max(start + sign.width, sign.x + sign.radius)
            if boxes.take((low, sign.y - row / 2, high, sign.y + row / 2)):
                placements.append((sign, start))
                break
    return placements


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = box
    for across in range(int(left // CELL_PX), int(right // CELL_PX) + 1):
        for down in range(int(top // CELL_PX), int(bottom // CELL_PX) + 1):
            yield across, down
