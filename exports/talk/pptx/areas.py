"""The areas of a map of adoptions on a slide, coloured by the first year, with their legend.

The rules are those of graph/drawing/web/map/area_state.js, which colours them on a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from exports.talk.pptx.base_map import DASH, WHITE, AreaLook, MapView, draw_area, fill
from exports.talk.pptx.shapes import SlideFrame, States, width_of, words
from graph.drawing.maps.adoption_areas import map_level
from graph.drawing.scene_types.map import AdoptionMap, MapGround, MapScene, YearClass
from graph.drawing.scene_types.stage import StageLine, StageScene

INK = "#1F2933"
SILENT_LOOK = AreaLook(WHITE, MSO_PATTERN.WIDE_UPWARD_DIAGONAL)
UNDATED_LOOK = AreaLook(WHITE, MSO_PATTERN.PERCENT_25, DASH)
OUTSIDE_LOOK = AreaLook(WHITE, edge=DASH)
DENIED_LOOK = AreaLook(edge=INK, width=2)
UNSURE_LOOK = AreaLook(WHITE, edge=INK, width=1.75, is_dashed=True)
# A row of the legend, its sample, and the room between columns, in inches.
ROW_HEIGHT, SAMPLE_WIDTH, SAMPLE_HEIGHT, COLUMN_GAP = 0.31, 0.4, 0.2, 0.25


@dataclass(frozen=True)
class FirstYear:
    """The first year in an area: its number, the words for it, and whether it is sure."""

    year: int
    text: str
    is_sure: bool = field(kw_only=True)


@dataclass(frozen=True)
class AreaState:
    """What a moment makes of an area: its year, or `undated` or `outside` if it has none."""

    kind: str
    first_year: FirstYear | None = None


def first_year(onset: Sequence[int | None], years: Sequence[int]) -> FirstYear | None:
    """The first year that a date allows, from the places of `onset` in the years of a timeline."""
    possible, certain = onset
    if not possible:  # index 0 is the year before all dates
        if certain is None:
            return None
        return FirstYear(years[certain], f"≤{years[certain]}", is_sure=False)
    year = years[possible]
    if certain == possible:
        return FirstYear(year, str(year), is_sure=True)
    return FirstYear(
        year, f"{year}?" if certain is None else f"{year}–{years[certain]}", is_sure=False
    )


def area_state(
    ids: Iterable[str], states: States, lines: Mapping[str, StageLine], years: Sequence[int]
) -> AreaState:
    """The state of an area by its lines, which come in the order of their years."""
    visible = [lines[id] for id in ids if id in states]
    for line in visible:
        if line["dated"] and (first_dated := first_year(line["onset"], years)):
            return AreaState("year", first_dated)
    return AreaState("undated" if visible else "outside")


def colour_of(classes: Sequence[YearClass], year: int) -> str:
    """The colour of a year."""
    return str(next((span["color"] for span in classes if year <= span["to"]), WHITE))


class ColouredAreas:
    """The areas of a map of adoptions at a moment."""

    def __init__(
        self,
        data: StageScene,
        drawn_map: MapScene,
        adoption: AdoptionMap,
        states: States,
        level: str,
    ) -> None:
        self._words, self._adoption = data["words"], adoption
        self._areas = map_level(self._adoption, level)["areas"]
        self._level = map_level(self._adoption, level)["name"]
        lines = {line["id"]: line for line in data["lines"]}
        years = data["years"]
        self._at = {
            area["code"]: area_state(area["lines"], states, lines, years) for area in self._areas
        }
        coloured_codes = {
            area["code"] for level in self._adoption["levels"] for area in level["areas"]
        }
        self._is_silent = any(area["code"] not in coloured_codes for area in drawn_map["areas"])
        self._years = {
            mark["at"]: state.first_year.text
            for mark in reversed(drawn_map["marks"])
            if (state := area_state([mark["id"]], states, lines, years)).first_year is not None
        }

    def paint(self, shapes: Any, scene: MapGround, part: int, view: MapView) -> None:
        """Draws the ground of a part of the map, the full one first, and its areas over it."""
        denied_codes = self._adoption["denied"]
        for area in scene["areas"]:
            look = DENIED_LOOK if area["code"] in denied_codes else SILENT_LOOK
            draw_area(shapes, area["d"], view, look)
        for coloured_area in self._areas:
            if path := coloured_area["paths"][part]:
                state = self._at[coloured_area["code"]]
                title = f"{coloured_area['name']}{self._words['colon']}{self._in_words(state)}"
                draw_area(shapes, path, view, self._look(state), title)

    def year_at(self, spot: str) -> str:
        """The year beside the name of a spot; empty if it has none."""
        return self._years.get(spot, "")

    def legend_rows(self) -> list[tuple[AreaLook, str]]:
        """What the legend has to explain: the spans of years, and what has no year."""
        spans = self._adoption["classes"]
        kinds = {state.kind for state in self._at.values()}
        firsts = [state.first_year for state in self._at.values() if state.first_year]
        rows = [
            (
                AreaLook(span["color"]),
                f"{span['from']}–{span['to']}".removesuffix(f"–{span['from']}"),
            )
            for span in spans
        ]
        signs = {
            "unsure": (UNSURE_LOOK, any(not first_year.is_sure for first_year in firsts)),
            "undated": (UNDATED_LOOK, "undated" in kinds),
            "outside": (OUTSIDE_LOOK, "outside" in kinds),
            "denied": (DENIED_LOOK, bool(self._adoption["denied"])),
            "silent": (SILENT_LOOK, self._is_silent),
        }
        rows += [(look, self._words[f"map_{key}"]) for key, (look, has) in signs.items() if has]
        return rows

    @property
    def title(self) -> str:
        """What the colours say, and of which areas if there are several sizes."""
        title = self._adoption["title"]
        return f"{title} · {self._level}" if len(self._adoption["levels"]) > 1 else title

    def _look(self, state: AreaState) -> AreaLook:
        if state.first_year is None:
            return UNDATED_LOOK if state.kind == "undated" else OUTSIDE_LOOK
        colour = colour_of(self._adoption["classes"], state.first_year.year)
        if state.first_year.is_sure:
            return AreaLook(colour, edge=WHITE)
        return AreaLook(colour, edge=INK, width=1.75, is_dashed=True)

    def _in_words(self, state: AreaState) -> str:
        return state.first_year.text if state.first_year else self._words[f"map_{state.kind}"]


def area_legend(shapes: Any, areas: ColouredAreas, frame: SlideFrame) -> SlideFrame:
    """Draws the title above the map and the legend at the left; returns the room that is left."""
    title_height = ROW_HEIGHT * ceil(1.1 * width_of([areas.title]) / frame.width)
    words(
        shapes,
        SlideFrame(frame.left, frame.top, frame.width, title_height),
        areas.title,
        is_bold=True,
    )
    top, height = frame.top + title_height, frame.height - title_height
    entries = areas.legend_rows()
    rows_a_column = max(1, int(height / ROW_HEIGHT))
    left = frame.left
    for start in range(0, len(entries), rows_a_column):
        column = entries[start : start + rows_a_column]
        for row, (look, text) in enumerate(column):
            y = top + row * ROW_HEIGHT
            place = map(
                Inches, (left, y + (ROW_HEIGHT - SAMPLE_HEIGHT) / 2, SAMPLE_WIDTH, SAMPLE_HEIGHT)
            )
            sample = shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
            fill(sample, look)
            width = width_of([text]) + 0.1
            words(shapes, SlideFrame(left + SAMPLE_WIDTH + 0.1, y, width, ROW_HEIGHT), text)
        left += SAMPLE_WIDTH + 0.2 + width_of([text for _, text in column]) + COLUMN_GAP
    return SlideFrame(left, top, frame.left + frame.width - left, height)
