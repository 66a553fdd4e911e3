"""Places the things of a picture: a column for the year, a lane for the owner.

Everything is placed from the whole graph, so that nothing moves when a part of it is shown.
From left to right: where the story starts, the years, and the things without a year.
From top to bottom: bands, and in each band a lane for everyone who learns or has a model.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from graph.drawing.layout.lane_assignment import (
    ACTOR_KINDS,
    FURTHER_BANDS,
    START_COLUMN,
    UNDATED_COLUMN,
    Lanes,
    lanes,
)
from graph.drawing.theme import row_count
from graph.links.edge_bundles import EdgeBundle

# The height of a thing's row in the picture: a base, and more for each row of its name.
ROW, TEXT_ROW, LANE_GAP, BAND_GAP = 18.0, 15.0, 8.0, 30.0
# The height that a line between two things of the same column needs to be seen.
LINE_GAP = 34.0
# How many letters a row of a name holds, in the column of a year and of the undated; a name of
# more rows than this is cut.
YEAR_NAME_LETTERS, UNDATED_NAME_LETTERS, MAX_NAME_ROWS = 14, 20, 7
DEFAULT_ROOM = (UNDATED_NAME_LETTERS, 3)
COLUMN_WIDTHS_PX = {START_COLUMN: 150.0, UNDATED_COLUMN: 484.0}
YEAR_WIDTH, EMPTY_YEAR_WIDTH = 120.0, 42.0
# In the column of the undated: the places of actors, and of all else in two half-columns.
ACTOR_X, OTHER_X = 66.0, (222.0, 398.0)
# Things that several share stand below those that belong to one.
SHARED_KINDS = ("Programme", "Mechanism", "Event")


@dataclass(frozen=True)
class Column:
    """A vertical strip of the picture: its year, or START or UNDATED, and its borders."""

    key: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half-way between the borders."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Layout:
    """The place of each thing and the columns, in pixels at the scale of one.

    `room` is how many letters wide and how many rows high a thing's name may be; else FREE. A thing
    that is `hanging` is joined by a line to a thing above it in the same column.
    """

    spots: Mapping[str, tuple[float, float]]
    columns: tuple[Column, ...]
    room: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    hanging: frozenset[str] = frozenset()


Labels = Mapping[str, Sequence[str]]


def layout(
    kinds: Mapping[str, str],
    bundles: Sequence[EdgeBundle],
    start: str | None,
    publication_years: Mapping[str, int] | None = None,
    labels: Labels | None = None,
) -> Layout:
    """Places all things at the ends of bundles.

    `kinds` is the kind of each thing, `publication_years` the year of those that have one of their
    own, `labels` the names of each in every language: there is room for the longest of them.
    """
    lane_plan = lanes(kinds, bundles, start, publication_years or {})
    room = {
        code: _name_size(lane_plan.column(code), (labels or {}).get(code, ()))
        for code in lane_plan.homes
    }
    columns = _columns(lane_plan)
    lefts = {column.key: column for column in columns}
    spots: dict[str, tuple[float, float]] = {}
    top = 0.0
    members: dict[tuple[int, str], list[str]] = defaultdict(list)
    for code, home in lane_plan.homes.items():
        members[lane_plan.bands[code], home].append(code)
    for band in sorted(set(lane_plan.bands.values())):
        for hub in (*lane_plan.hubs, ""):
            lane_members = members.get((band, hub), ())
            top = _place_lane(lane_plan, lefts, lane_members, room, top, spots)
        top += BAND_GAP
    places = Layout(spots, columns, room, _hanging_things(kinds, spots, bundles))
    return _with_gaps(places, spots, inf)


def close_gaps(places: Layout, codes: Collection[str]) -> Layout:
    """The same places without the empty heights between these things, for a tall picture of few.

    Columns and the order from top to bottom stay as they are.
    """
    return _with_gaps(places, codes, LANE_GAP)


def _with_gaps(places: Layout, codes: Collection[str], largest_gap: float) -> Layout:
    """The same places with no empty height above `largest_gap`, and room for lines that hang."""
    spots: dict[str, tuple[float, float]] = {}
    half = {code: (ROW + TEXT_ROW * places.room.get(code, DEFAULT_ROOM)[1]) / 2 for code in codes}
    tops = sorted((places.spots[code][1] - half[code], code) for code in codes)
    bottom, shift = (tops[0][0] if tops else 0.0), 0.0
    bottoms: dict[float, float] = {}
    for top, code in tops:
        x = places.spots[code][0]
        shift += max(0.0, top - shift - bottom - largest_gap)
        if code in places.hanging and x in bottoms:
            shift -= max(0.0, bottoms[x] + LINE_GAP - (top - shift))
        spots[code] = x, top - shift + half[code]
        bottoms[x] = top - shift + 2 * half[code]
        bottom = max(bottom, bottoms[x])
    return replace(places, spots=spots)


def _hanging_things(
    kinds: Mapping[str, str],
    spots: Mapping[str, tuple[float, float]],
    bundles: Sequence[EdgeBundle],
) -> frozenset[str]:
    """The things that are joined by a line to a thing above them in the same column."""
    actor_pairs = (
        bundle.ends for bundle in bundles if all(kinds[code] in ACTOR_KINDS for code in bundle.ends)
    )
    pairs = (sorted(ends, key=lambda code: spots[code][1]) for ends in actor_pairs)
    return frozenset(low for high, low in pairs if spots[high][0] == spots[low][0] and high != low)


def _columns(lane_plan: Lanes) -> tuple[Column, ...]:
    crowded_columns = {
        lane_plan.column(code)
        for code in lane_plan.bands
        if lane_plan.bands[code] not in FURTHER_BANDS
    }
    used_columns = {lane_plan.column(code) for code in lane_plan.bands}
    years = sorted(int(key) for key in used_columns if key not in COLUMN_WIDTHS_PX)
    keys = [START_COLUMN] if START_COLUMN in used_columns else []
    keys += [str(year) for year in range(years[0], years[-1] + 1)] if years else []
    columns = []
    left = 0.0
    for key in (*keys, UNDATED_COLUMN):
        only_further = key in used_columns and YEAR_WIDTH
        width = COLUMN_WIDTHS_PX.get(key) or (
            YEAR_WIDTH if key in crowded_columns else only_further
        )
        columns.append(Column(key, left, left + (width or EMPTY_YEAR_WIDTH)))
        left = columns[-1].right
    return tuple(columns)


def _name_size(column: str, labels: Sequence[str]) -> tuple[int, int]:
    width = UNDATED_NAME_LETTERS if column == UNDATED_COLUMN else YEAR_NAME_LETTERS
    return width, min(MAX_NAME_ROWS, max((row_count(name, width) for name in labels), default=2))


def _place_lane(
    lane_plan: Lanes,
    columns: Mapping[str, Column],
    members: Sequence[str],
    room: Mapping[str, tuple[int, int]],
    top: float,
    spots: dict[str, tuple[float, float]],
) -> float:
    """Places the members of a lane and returns where the next lane begins."""
    if not members:
        return top
    high = {code: ROW + TEXT_ROW * room[code][1] for code in members}
    upper_cells, lower_cells, undated = _cells(lane_plan, columns, members)
    height_above = _height(upper_cells, high)
    dated = height_above + _height(lower_cells, high)
    # the rows of the half-columns alternate, so that fewer lines run behind a name
    shift = (ROW + TEXT_ROW) / 2 if undated[max(undated)] else 0.0
    height = max(dated, _height(undated, high) + shift)
    hub_is_dated = any(code in lane_plan.hubs for codes in upper_cells.values() for code in codes)
    first = top + (height - dated) / 2 * hub_is_dated
    _stack(upper_cells, first, height_above, high, spots)
    for x, codes in lower_cells.items():
        _stack({x: codes}, first + height_above, _height({x: codes}, high), high, spots)
    for x, codes in undated.items():
        _stack({x: codes}, top + shift * (x == max(undated)), height - shift, high, spots)
    return top + height + LANE_GAP


def _height(cells: Cells, high: Mapping[str, float]) -> float:
    """The height of the highest cell."""
    return max((sum(high[code] for code in codes) for codes in cells.values()), default=0.0)


Cells = dict[float, list[str]]


def _cells(
    lane_plan: Lanes, columns: Mapping[str, Column], members: Sequence[str]
) -> tuple[Cells, Cells, Cells]:
    """The members by their places: those with a year, the shared ones below, the undated."""
    upper_cells: Cells = defaultdict(list)
    lower_cells: Cells = defaultdict(list)
    left = columns[UNDATED_COLUMN].left
    undated: Cells = {left + at: [] for at in (ACTOR_X, *OTHER_X)}
    for code in sorted(members, key=lambda code: _rank(lane_plan, code)):
        column, acts = columns[lane_plan.column(code)], lane_plan.kinds[code] in ACTOR_KINDS
        if column.key != UNDATED_COLUMN:
            upper = acts or lane_plan.kinds[code] not in SHARED_KINDS
            (upper_cells if upper else lower_cells)[column.middle].append(code)
        elif acts:
            undated[left + ACTOR_X].append(code)
        else:
            halves = [undated[left + at] for at in OTHER_X]
            min(halves, key=len).append(code)
    return upper_cells, lower_cells, undated


def _stack(
    cells: Cells,
    top: float,
    height: float,
    high: Mapping[str, float],
    spots: dict[str, tuple[float, float]],
) -> None:
    """Places the codes of each cell below each other, in the middle of a height."""
    for x, codes in cells.items():
        y = top + (height - _height({x: codes}, high)) / 2
        for code in codes:
            spots[code] = (x, y + high[code] / 2)
            y += high[code]


def _rank(lane_plan: Lanes, code: str) -> tuple[bool, int, bool, str]:
    return code not in lane_plan.hubs, lane_plan.bands[code], code not in lane_plan.firm, code
