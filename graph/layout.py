"""Where each thing stands in a picture: a column for its year, a lane for whom it belongs to.

Everything is placed from the whole graph, so that nothing moves when a part of it is shown.
From left to right: where the story starts, the years, and the things without a year.
From top to bottom: bands, and in each band a lane for everyone who learns or has a model.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.lanes import ACTORS, FURTHER, START, UNDATED, Lanes, lanes
from graph.lines import Line

ROW, LANE_GAP, BAND_GAP = 44.0, 8.0, 30.0
WIDE = {START: 150.0, UNDATED: 484.0}
YEAR_WIDTH, EMPTY_YEAR_WIDTH = 120.0, 42.0
# In the column of the undated: where actors stand, and where all else does, in two half-columns.
ACTOR_AT, OTHERS_AT = 66.0, (222.0, 398.0)
# What many have a part in stands below what is one's own.
WHAT_IS_SHARED = ("Programme", "Mechanism", "Event")


@dataclass(frozen=True)
class Column:
    """A strip of the picture: its year, or START or UNDATED, and its borders."""

    key: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half-way between the borders."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Layout:
    """The place of each thing and the columns, in pixels at the scale of one."""

    spots: Mapping[str, tuple[float, float]]
    columns: tuple[Column, ...]

    def rows(self, code: str) -> int:
        """How many rows of text there is room for: three, or two between close neighbours."""
        x, y = self.spots[code]
        return 2 if any(abs(other - y) < 1.4 * ROW for other in self._heights[x] - {y}) else 3

    @cached_property
    def _heights(self) -> Mapping[float, set[float]]:
        heights: dict[float, set[float]] = defaultdict(set)
        for x, y in self.spots.values():
            heights[x].add(y)
        return heights


def layout(
    kinds: Mapping[str, str],
    lines: Sequence[Line],
    start: str | None,
    published: Mapping[str, int] | None = None,
) -> Layout:
    """Places all things at the ends of lines.

    `kinds` is the kind of each thing, `published` the year of those that have one of their own.
    """
    whole = lanes(kinds, lines, start, published or {})
    columns = _columns(whole)
    lefts = {column.key: column for column in columns}
    spots: dict[str, tuple[float, float]] = {}
    top = 0.0
    members: dict[tuple[int, str], list[str]] = defaultdict(list)
    for code, home in whole.homes.items():
        members[whole.bands[code], home].append(code)
    for band in sorted(set(whole.bands.values())):
        for hub in (*whole.hubs, ""):
            top = _place_lane(whole, lefts, members.get((band, hub), ()), top, spots)
        top += BAND_GAP
    return Layout(spots, columns)


def _columns(whole: Lanes) -> tuple[Column, ...]:
    crowded = {whole.column(code) for code in whole.bands if whole.bands[code] not in FURTHER}
    used = {whole.column(code) for code in whole.bands}
    years = sorted(int(key) for key in used if key not in WIDE)
    keys = [START] if START in used else []
    keys += [str(year) for year in range(years[0], years[-1] + 1)] if years else []
    columns = []
    left = 0.0
    for key in (*keys, UNDATED):
        only_further = key in used and YEAR_WIDTH
        width = WIDE.get(key) or (YEAR_WIDTH if key in crowded else only_further)
        columns.append(Column(key, left, left + (width or EMPTY_YEAR_WIDTH)))
        left = columns[-1].right
    return tuple(columns)


def _place_lane(
    whole: Lanes,
    columns: Mapping[str, Column],
    members: Sequence[str],
    top: float,
    spots: dict[str, tuple[float, float]],
) -> float:
    """Places the members of a lane and gives where the next lane begins."""
    if not members:
        return top
    above, below, undated = _cells(whole, columns, members)
    rows_above = max(map(len, above.values()), default=0)
    dated = rows_above + max(map(len, below.values()), default=0)
    rows = max(dated, *map(len, undated.values()), 1)
    hub_is_dated = any(code in whole.hubs for codes in above.values() for code in codes)
    first = top + ROW * (rows - dated) / 2 * hub_is_dated
    _stack(above, first, rows_above, spots)
    for x, codes in below.items():
        _stack({x: codes}, first + ROW * rows_above, len(codes), spots)
    for x, codes in undated.items():
        # half-columns stand between each other's rows: no line runs behind a name
        _stack({x: codes}, top + (ROW / 2 if x == max(undated) else 0), rows, spots)
    return top + ROW * rows + LANE_GAP


Cells = dict[float, list[str]]


def _cells(
    whole: Lanes, columns: Mapping[str, Column], members: Sequence[str]
) -> tuple[Cells, Cells, Cells]:
    """The members by where they stand: those with a year, what they share below, the undated."""
    above: Cells = defaultdict(list)
    below: Cells = defaultdict(list)
    left = columns[UNDATED].left
    undated: Cells = {left + at: [] for at in (ACTOR_AT, *OTHERS_AT)}
    for code in sorted(members, key=lambda code: _rank(whole, code)):
        column, acts = columns[whole.column(code)], whole.kinds[code] in ACTORS
        if column.key != UNDATED:
            upper = acts or whole.kinds[code] not in WHAT_IS_SHARED
            (above if upper else below)[column.middle].append(code)
        elif acts:
            undated[left + ACTOR_AT].append(code)
        else:
            halves = [undated[left + at] for at in OTHERS_AT]
            min(halves, key=len).append(code)
    return above, below, undated


def _stack(cells: Cells, top: float, rows: int, spots: dict[str, tuple[float, float]]) -> None:
    """Places the codes of each cell below each other, in the middle of so many rows."""
    for x, codes in cells.items():
        first = top + ROW * (rows - len(codes) + 1) / 2
        for place, code in enumerate(codes):
            spots[code] = (x, first + ROW * place)


def _rank(whole: Lanes, code: str) -> tuple[bool, int, bool, str]:
    return code not in whole.hubs, whole.bands[code], code not in whole.firm, code
