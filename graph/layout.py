"""Where each thing stands in a picture: a column for its year, a lane for whom it belongs to.

Everything is placed from the whole graph, so that nothing moves when a part of it is shown.
From left to right: where the story starts, the years, and the things without a year.
From top to bottom: bands, first what is stated of the story; in each band a lane for everyone
who learns or has a model, ordered by the barycentre of those they are linked with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from graph.lines import MAIN, Line
from graph.story import LESSONS, PRAISED, core, story
from ontology.kinds import Stance

START, UNDATED = "start", "undated"
ROW, LANE_GAP, BAND_GAP = 44.0, 8.0, 30.0
WIDE = {START: 150.0, UNDATED: 484.0}
YEAR_WIDTH, EMPTY_YEAR_WIDTH = 120.0, 42.0
# In the column of the undated: where actors stand, and where all else does, in two half-columns.
ACTOR_AT, OTHERS_AT = 66.0, (222.0, 398.0)
ACTORS = ("Place", "Organisation")
# What many have a part in stands below what is one's own.
WHAT_IS_SHARED = ("Programme", "Mechanism", "Event")
# Types of link that date who acts, not whom it is done to.
PASSIVE = (*LESSONS, PRAISED)
SWEEPS = 8
# How many bands there are, and those of what only the further types of link name.
BANDS, FURTHER = 6, (2, 5)


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


@dataclass(frozen=True)
class _Whole:
    """The whole graph, and what is asked of it again and again."""

    kinds: Mapping[str, str]
    lines: Sequence[Line]
    start: str | None
    years: Mapping[str, int]
    bands: Mapping[str, int]
    hubs: Sequence[str]
    homes: Mapping[str, str]
    firm: frozenset[str]

    def column(self, code: str) -> str:
        """The column of a thing: what belongs to the start stands with it, if undated."""
        if code == self.start:
            return START
        if code in self.years:
            return str(self.years[code])
        at_start = self.homes.get(code) == self.start and self.bands[code] not in FURTHER
        return START if self.start and at_start else UNDATED


def layout(
    kinds: Mapping[str, str],
    lines: Sequence[Line],
    start: str | None,
    published: Mapping[str, int] | None = None,
) -> Layout:
    """Places all things at the ends of lines.

    `kinds` is the kind of each thing, `published` the year of those that have one of their own.
    """
    whole = _whole(kinds, lines, start, published or {})
    columns = _columns(whole)
    lefts = {column.key: column for column in columns}
    spots: dict[str, tuple[float, float]] = {}
    top = 0.0
    for band in range(BANDS):
        for hub in (*whole.hubs, ""):
            homes = whole.homes.items()
            members = [code for code, home in homes if home == hub and whole.bands[code] == band]
            top = _place_lane(whole, lefts, members, top, spots)
        top += BAND_GAP
    return Layout(spots, columns)


def _whole(
    kinds: Mapping[str, str],
    lines: Sequence[Line],
    start: str | None,
    published: Mapping[str, int],
) -> _Whole:
    years = _years(lines, published)
    bands = _bands(lines, start)
    hubs = _hubs(kinds, lines, start, years, bands)
    firm = frozenset(code for line in lines if line.stance == "stated" for code in line.ends)
    return _Whole(kinds, lines, start, years, bands, hubs, _homes(lines, hubs, bands), firm)


def _bands(lines: Sequence[Line], start: str | None) -> dict[str, int]:
    """From top to bottom: what is stated of the story, what is told of it otherwise, what its
    own take up besides; what the main types of link state and tell otherwise; and the rest."""
    stated = [line for line in lines if line.stance == Stance.STATED]
    own = core(lines, start) if start else set()
    bands = {code: 5 for line in lines for code in line.ends}
    bands |= {code: 4 for line in lines if line.type in MAIN for code in line.ends}
    bands |= {code: 3 for line in stated if line.type in MAIN for code in line.ends}
    bands |= {line.end: 2 for line in lines if line.start in own and bands[line.end] == 5}
    bands |= dict.fromkeys(story(lines, start), 1) if start else {}
    bands |= dict.fromkeys(story(stated, start), 0) if start else {}
    known = {code for line in lines for code in line.ends}
    return {code: bands[code] for code in sorted(known)}


def _years(lines: Iterable[Line], published: Mapping[str, int]) -> dict[str, int]:
    """The first year of each thing: that in which it learned, else that of any link of its own.

    Nobody is dated by being learned from or praised. A learner whose lessons have no date has
    none either: its other dates would seem to say when it learned.
    """
    learned: dict[str, set[int]] = defaultdict(set)
    others: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        known = set() if line.year is None else {line.year}
        if line.type == "LEARNED_FROM":
            learned[line.start] |= known
        elif known:
            for code in line.ends[: 1 if line.type in PASSIVE else 2]:
                others[code] |= known
    found = {code: min(years) for code, years in (others | learned).items() if years}
    return found | dict(published)


def _hubs(
    kinds: Mapping[str, str],
    lines: Sequence[Line],
    start: str | None,
    years: Mapping[str, int],
    bands: Mapping[str, int],
) -> list[str]:
    """Who has a lane, from top to bottom."""
    codes = {line.start for line in lines if line.type == "HAS_MODEL"}
    codes |= {code for line in lines if line.type == "LEARNED_FROM" for code in line.ends}
    hubs = {code for code in codes if kinds[code] in ACTORS}
    if start is not None and start in bands:
        hubs.add(start)
    near = _near(lines, hubs)
    first = sorted(hubs, key=lambda code: (bands[code], years.get(code, 9999), code))
    order = {code: float(place) for place, code in enumerate(first)}
    for _ in range(SWEEPS):
        wish = {code: _barycentre(code, near[code], order) for code in order}
        first.sort(key=lambda code: (code != start, bands[code], wish[code], code))
        order = {code: float(place) for place, code in enumerate(first)}
    return first


def _near(lines: Iterable[Line], hubs: set[str]) -> dict[str, Counter[str]]:
    """How often two hubs are linked, directly or through one thing that both are linked with."""
    around: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        around[line.start].add(line.end)
        around[line.end].add(line.start)
    return {
        hub: Counter(
            other
            for other in chain(around[hub], *(around[code] for code in around[hub]))
            if other in hubs and other != hub
        )
        for hub in hubs
    }


def _barycentre(code: str, near: Counter[str], order: Mapping[str, float]) -> float:
    if not near:
        return order[code]
    middle = sum(order[other] * count for other, count in near.items()) / near.total()
    return 0.5 * order[code] + 0.5 * middle


def _homes(lines: Sequence[Line], hubs: Sequence[str], bands: Mapping[str, int]) -> dict[str, str]:
    """The hub in whose lane each thing stands: by its most telling link, then by the order."""
    homes = {hub: hub for hub in hubs}
    rank = {hub: place for place, hub in enumerate((*hubs, ""))}
    while True:
        wishes: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for line in lines:
            weight = MAIN.index(line.type) if line.type in MAIN else len(MAIN)
            for code, other in (line.ends, line.ends[::-1]):
                if code not in homes and other in homes:
                    wishes[code].append((weight, rank[homes[other]]))
        if not wishes:
            break
        homes |= {code: (*hubs, "")[min(found)[1]] for code, found in sorted(wishes.items())}
    return {code: homes.get(code, "") for code in sorted(bands)}


def _columns(whole: _Whole) -> tuple[Column, ...]:
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
    whole: _Whole,
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
    whole: _Whole, columns: Mapping[str, Column], members: Sequence[str]
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


def _rank(whole: _Whole, code: str) -> tuple[bool, int, bool, str]:
    return code not in whole.hubs, whole.bands[code], code not in whole.firm, code
