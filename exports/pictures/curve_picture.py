"""The curve of a stage as a picture for print: steps by year, certain and possible apart.

Series differ by dashes besides colour, and what is only possible is hatched, also in grey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.pictures.print_style import LETTER, PrintStyle
from exports.pictures.svg_canvas import ROW, SvgCanvas, legend_rows, number, width_of
from graph.drawing.layout.edge_path import Box
from graph.drawing.scene_types.stage import StageScene

CERTAIN_COLOUR, GRID_COLOUR, AXIS_COLOUR = "#0072b2", "#d5dce2", "#6f8594"
CERTAIN_AREA_COLOUR, HATCH_FILL = "#9ecae1", "url(#possible)"
HATCH_PATTERN = (
    '<defs><pattern id="possible" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0V6" stroke="#666666" stroke-width="1.4"/>'
    "</pattern></defs>"
)
DASHES = ("", "7 3", "2 3", "10 3 2 3", "5 2 2 2 2 2", "1 2")
# The height of the plot as a share of the width, its least height, and the size of a sample.
PLOT_HEIGHT_SHARE, MIN_PLOT_HEIGHT, SAMPLE_WIDTH, ENTRY_GAP = 0.5, 170.0, 32.0, 18.0
# The width of the line for possible, not certain, adopters.
POSSIBLE_LINE_WIDTH = 0.8


@dataclass(frozen=True)
class Series:
    """A curve: how many had adopted for certain, and at most, at the end of each year."""

    name: str
    colour: str
    dash: str
    certain: Sequence[int]
    possible: Sequence[int]


def curve_picture(data: StageScene, style: PrintStyle, texts: Mapping[str, str], now: int) -> str:
    """The SVG of the curve of a stage up to the year `now`.

    `texts` are `title`, `source`, `note`, and the words `certain` and `possible` of the legend.
    """
    canvas = SvgCanvas(style)
    canvas.define(HATCH_PATTERN)
    years = [year for year in data["years"] if year <= now]
    series = _series(data, len(years))
    canvas.paragraph(texts["title"], font_weight=700)
    _legend(canvas, series, texts)
    if years:
        _plot(canvas, series, years)
    for note in filter(None, (texts["note"], texts["source"])):
        canvas.paragraph(note)
    return canvas.svg(texts["title"], texts["source"])


def axis_unit(highest_count: int) -> int:
    """A round step of an axis of counts, so that it has five at most."""
    units = (unit for power in range(9) for unit in (10**power, 2 * 10**power, 5 * 10**power))
    return int(next(unit for unit in units if highest_count / unit <= 5))


def _series(data: StageScene, count: int) -> list[Series]:
    """The curves of the compared mechanisms, or else the one curve of the stage."""
    if not data["curves"]:
        curve = data["curve"]
        return [Series("", CERTAIN_COLOUR, "", curve["certain"][:count], curve["possible"][:count])]
    return [
        Series(
            line["name"],
            line["hue"],
            DASHES[place % len(DASHES)],
            line["certain"][:count],
            line["possible"][:count],
        )
        for place, line in enumerate(data["curves"])
    ]


def _legend(canvas: SvgCanvas, series: Sequence[Series], texts: Mapping[str, str]) -> None:
    """A sample of each curve; of a single one, of what is certain and what is possible."""
    names = [line.name for line in series]
    if any(map(_has_possible_adopters, series)):
        names.append(texts["possible"])
    if len(series) == 1 and not series[0].name:
        names = [texts["certain"], texts["possible"]]
    widths = [SAMPLE_WIDTH + 6 + width_of(name) + ENTRY_GAP for name in names]
    for row in legend_rows(widths, canvas.style.width):
        x = 0.0
        canvas.height += ROW * 1.1
        for place in row:
            _sample(canvas, series, place, x)
            canvas.text(x + SAMPLE_WIDTH + 6, canvas.height, names[place])
            x += widths[place]


def _sample(canvas: SvgCanvas, series: Sequence[Series], place: int, x: float) -> None:
    y = canvas.height - 0.35 * LETTER
    if place >= len(series) and series[0].name:
        possible_series = Series("", AXIS_COLOUR, "", (), ())
        _line(
            canvas, f"M{number(x)} {number(y)}h{SAMPLE_WIDTH}", possible_series, POSSIBLE_LINE_WIDTH
        )
        return
    if not series[0].name:
        looks = {"x": number(x), "y": number(y - 6), "width": SAMPLE_WIDTH, "height": 12}
        canvas.shape(
            "rect",
            **looks,
            fill=HATCH_FILL if place else CERTAIN_AREA_COLOUR,
            stroke=CERTAIN_COLOUR,
        )
        return
    _line(canvas, f"M{number(x)} {number(y)}h{SAMPLE_WIDTH}", series[place])


def _plot(canvas: SvgCanvas, series: Sequence[Series], years: Sequence[int]) -> None:
    highest_count = max(1, *(max(line.possible, default=0) for line in series))
    unit = axis_unit(highest_count)
    top = (highest_count // unit + 1) * unit
    left = width_of(str(top)) + 8
    height = max(MIN_PLOT_HEIGHT, PLOT_HEIGHT_SHARE * canvas.style.width)
    box = (left, canvas.height + ROW, canvas.style.width, canvas.height + ROW + height)
    _axes(canvas, box, range(0, top + 1, unit), years)
    for line in series:
        certain_path, possible_path = (
            _steps(counts, top, box) for counts in (line.certain, line.possible)
        )
        if not line.name:
            base = f"V{number(box[3])}H{number(box[0])}Z"
            canvas.shape(
                "path", d=possible_path + base, fill=canvas.style.theme.ground, stroke="none"
            )
            canvas.shape(
                "path",
                d=possible_path + base,
                fill=HATCH_FILL,
                stroke=CERTAIN_COLOUR,
                stroke_width=1,
            )
            canvas.shape("path", d=certain_path + base, fill=CERTAIN_AREA_COLOUR, stroke="none")
        elif _has_possible_adopters(line):
            _line(canvas, possible_path, line, POSSIBLE_LINE_WIDTH)
        _line(canvas, certain_path, line)
    canvas.height = box[3] + ROW * 1.2


def _axes(canvas: SvgCanvas, box: Box, ticks: Sequence[int], years: Sequence[int]) -> None:
    left, top, right, bottom = box
    for tick in ticks:
        y = bottom - (bottom - top) * tick / ticks[-1]
        looks = {"stroke": AXIS_COLOUR if tick == 0 else GRID_COLOUR, "stroke_width": 1}
        canvas.shape("path", d=f"M{number(left)} {number(y)}H{number(right)}", **looks)
        canvas.text(left - 6, y + 0.35 * LETTER, str(tick), text_anchor="end")
    year_width = (right - left) / len(years)
    every = max(1, -int(-(width_of("0000") + 10) // year_width))
    for place in range((len(years) - 1) % every, len(years), every):
        x = left + (place + 0.5) * year_width
        canvas.text(x, bottom + ROW, str(years[place]), text_anchor="middle")


def _steps(counts: Sequence[int], axis_end: int, box: Box) -> str:
    """The path of a curve that keeps a year's count for the width of the year."""
    left, top, right, bottom = box
    year_width = (right - left) / len(counts)
    parts = [f"M{number(left)} {number(bottom)}"]
    for place, count in enumerate(counts):
        y = bottom - (bottom - top) * count / axis_end
        parts.append(f"V{number(y)}H{number(left + (place + 1) * year_width)}")
    return "".join(parts)


def _has_possible_adopters(series: Series) -> bool:
    """Whether more may have adopted than is certain."""
    return list(series.certain) != list(series.possible)


def _line(canvas: SvgCanvas, path: str, series: Series, width: float = 2) -> None:
    dash = {"stroke_dasharray": series.dash} if series.dash else {}
    canvas.shape("path", d=path, fill="none", stroke=series.colour, stroke_width=width, **dash)
