"""A small map within a picture: areas by year, or dots and arcs, always at the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from exports.pictures.network_pane import place_name
from exports.pictures.svg_canvas import SvgCanvas, number
from graph.drawing.layout.edge_path import Box, map_path, shorten
from graph.drawing.scene_types.map import AdoptionMap, MapGround, MapScene, YearClass
from ontology.schema.value_types import CODE_SEPARATOR

# The fills of areas without a year, and of areas without a statement; `-map` has the map's scale.
UNDATED_FILL, SILENT_FILL = "url(#dotted)", "url(#silent)"
DOTTED_MAP, SILENT_MAP = "url(#dotted-map)", "url(#silent-map)"
PATTERN = 'width="6" height="6" patternUnits="userSpaceOnUse" patternTransform='
# A map of this width has the names of its places.
NAMED_WIDTH = 400.0
DOT = 3.5


def patterns(scale: float) -> str:
    """The patterns of the legend, and those of a map that is drawn with this scale."""
    parts = []
    for end, factor in (("", 1.0), ("-map", 1 / scale)):
        parts.append(
            f'<pattern id="silent{end}" {PATTERN}"rotate(45) scale({factor:.4f})">'
            f'<path d="M0 0V6" stroke="#9a9a9a" stroke-width="1"/></pattern>'
            f'<pattern id="dotted{end}" {PATTERN}"scale({factor:.4f})">'
            '<circle cx="3" cy="3" r="1.3" fill="#666666"/></pattern>'
        )
    return f"<defs>{''.join(parts)}</defs>"


def draw_map_pane(
    canvas: SvgCanvas,
    scene: MapScene,
    box: Box,
    states: Mapping[str, str],
    years: Mapping[str, int],
) -> None:
    """Draws a map into a box; `years` are those of the lines that have one."""
    scale = (box[2] - box[0]) / scene["width"]
    looks = _looks_of_areas(scene, states, years, canvas.style.theme.ground)
    _part(canvas, scene, 0, (box[0], box[1], scale), looks, scene["adoption"])
    _insets(canvas, scene, box, scale, looks)
    if scene["adoption"] is None:
        _links(canvas, scene, (box[0], box[1], scale), states)
    if box[2] - box[0] >= NAMED_WIDTH:
        _names(canvas, scene, box, scale, states, years)


def map_height(scene: MapScene, width: float) -> float:
    """How high a map of this width is."""
    return scene["height"] * width / scene["width"]


def area_fill(classes: list[YearClass], year: int | None) -> str:
    """The colour of a year, or the pattern of an adoption without one."""
    if year is None:
        return DOTTED_MAP
    return str(next((x["color"] for x in classes if year <= x["to"]), classes[-1]["color"]))


def _looks_of_areas(
    scene: MapScene, states: Mapping[str, str], years: Mapping[str, int], paper: str
) -> dict[str, dict[str, str]]:
    """The fill of each area of which a line is drawn, or is known at another time.

    A drawn area stands for its earliest line, as on the large map.
    """
    looks: dict[str, dict[str, str]] = {}
    if scene["adoption"] is None:
        return looks
    for area in scene["adoption"]["levels"][0]["areas"]:
        visible = [id for id in area["lines"] if id in states]
        if not visible:
            looks[area["code"]] = {"fill": paper}
            continue
        dated_ids = [id for id in visible if id in years]
        first_id = min(dated_ids, key=years.__getitem__, default=visible[0])
        fill = area_fill(scene["adoption"]["classes"], years.get(first_id))
        looks[area["code"]] = {"fill": fill, "data_pick": first_id}
    return looks


def _insets(
    canvas: SvgCanvas,
    scene: MapScene,
    box: Box,
    scale: float,
    looks: Mapping[str, Mapping[str, str]],
) -> None:
    widths, theme = [inset["width"] * scale for inset in scene["insets"]], canvas.style.theme
    x = box[0] if scene["insets_left"] else box[2] - sum(widths)
    for place, (inset, width) in enumerate(zip(scene["insets"], widths, strict=True), 1):
        height = inset["height"] * scale
        y = box[1] + map_height(scene, box[2] - box[0]) - height
        frame = {"x": number(x), "y": number(y), "width": number(width), "height": number(height)}
        canvas.shape("rect", **frame, fill=theme.ground, stroke=theme.border, stroke_width=0.5)
        with canvas.clip_to((x, y, x + width, y + height)):
            _part(canvas, inset, place, (x, y, scale), looks, scene["adoption"])
        x += width


def _part(
    canvas: SvgCanvas,
    ground: MapGround,
    place: int,
    view: tuple[float, float, float],
    looks_of: Mapping[str, Mapping[str, str]],
    adoption: AdoptionMap | None,
) -> None:
    """The outlines of a part of the map, and the areas that have a fill."""
    (x, y, scale), theme = view, canvas.style.theme
    looks = {
        "transform": f"translate({number(x)} {number(y)}) scale({scale:.4f})",
        "stroke_width": number(0.5 / scale),
        "stroke": theme.border,
    }
    for area in ground["areas"]:
        fill = theme.land if adoption is None else SILENT_MAP
        canvas.shape("path", d=area["d"], fill=fill, **looks)
    for border in ground["borders"]:
        canvas.shape("path", d=border, fill="none", **looks)
    for coloured_area in adoption["levels"][0]["areas"] if adoption else ():
        if path := coloured_area["paths"][place]:
            canvas.shape("path", d=path, **looks_of[coloured_area["code"]], **looks)


def _names(
    canvas: SvgCanvas,
    scene: MapScene,
    box: Box,
    scale: float,
    states: Mapping[str, str],
    years: Mapping[str, int],
) -> None:
    """The names of places with a drawn line, with their first year, where they have room."""
    taken_boxes: list[Box] = []
    lines_at: dict[str, list[str]] = defaultdict(list)
    for mark in scene["marks"]:
        lines_at[mark["at"]].append(mark["id"])
    for arc in scene["arcs"]:
        for end in (arc["from"], arc["to"]):
            lines_at[end].append(arc["id"])
    for spot in scene["spots"]:
        visible = [id for id in lines_at[spot["id"]] if id in states]
        if not visible:
            continue
        first_year = min((years[id] for id in visible if id in years), default=None)
        year = f" {first_year}" if first_year and scene["adoption"] else ""
        spot_on_picture = (box[0] + spot["at"][0] * scale, box[1] + spot["at"][1] * scale)
        texts = [spot["name"] + year] + [spot["short"] + year] * bool(spot["short"])
        is_area = scene["adoption"] is not None
        any(
            place_name(canvas, text, spot_on_picture, box, taken_boxes, on_spot=is_area)
            for text in texts
        )


def _links(
    canvas: SvgCanvas, scene: MapScene, view: tuple[float, float, float], states: Mapping[str, str]
) -> None:
    (x, y, scale), theme = view, canvas.style.theme
    ends = set()
    for arc in scene["arcs"]:
        if arc["id"] not in states:
            continue
        path = map_path(arc["path"], lambda u: x + u * scale, lambda v: y + v * scale)
        dash = {"stroke_dasharray": "4 3"} if states[arc["id"]] != "certain" else {}
        looks = {"stroke_width": 1.2, "data_pick": arc["id"]}
        canvas.path(shorten(path, DOT), stroke=arc["color"], **looks, **dash)
        ends |= {arc["from"], arc["to"]}
    ends |= {mark["at"] for mark in scene["marks"] if mark["id"] in states}
    for spot in scene["spots"]:
        if spot["id"] in ends:
            place = {"cx": x + spot["at"][0] * scale, "cy": y + spot["at"][1] * scale}
            looks = {"fill": theme.text, "stroke": theme.ground, "stroke_width": 0.8}
            canvas.shape(
                "circle", **place, r=DOT, **looks, data_pick=CODE_SEPARATOR.join(spot["codes"])
            )
