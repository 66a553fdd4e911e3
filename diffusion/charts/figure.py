"""A result as a figure, for the page and for files; the measure's texts say what to draw.

A measure's texts say it in [figure]. A measure whose results have several forms has several
[[figure]]; the first whose columns are all there is drawn:

    kind = "line"        one line for each column of `y` over `x`, a band from `low` to `high`
    kind = "stacks"      for each `x` the columns of `y` one on the other
    kind = "bars"        a bar of `y` for each `x`; with `color`, side by side
    kind = "sides"       the columns of `y` as bars side by side, for each `x` if there is one
    kind = "points"      `y` over `x`, each row a point, named by `label` if it is given
    kind = "boxes"       for each `x` the quartiles of `y`
    kind = "intervals"   for each `y` a point at `x`, from `low` to `high` or by its `error`
    kind = "network"     an arrow from `source` to `target`: inferred edges are dashed, the
                         stated ties of the study are solid
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diffusion.framework.measure import Measure
from diffusion.study.errors import BadOption
from diffusion.study.result import Result
from diffusion.study.study import Study
from graph.drawing.chart_image import FONT, Suffix, chart_file

if TYPE_CHECKING:
    import altair as alt

WIDTH, HEIGHT, SQUARE = 560, 340, 560
KINDS = (
    "line",
    "stacked_bars",
    "bars",
    "grouped_bars",
    "points",
    "box_plots",
    "intervals",
    "network",
)
SUFFIXES: Mapping[str, Suffix] = {".svg": "svg", ".png": "png"}


@dataclass(frozen=True)
class FigureSize:
    """The width and height of the area of a figure, and of its letters, in pixels.

    Letters of None are as small as a screen at arm's length allows.
    """

    width: int = WIDTH
    height: int = HEIGHT
    letter: int | None = None


SCREEN = FigureSize()


def figure(
    measure: Measure,
    result: Result,
    study: Study,
    language: str,
    size: FigureSize = SCREEN,
) -> alt.TopLevelMixin:
    """The figure of a result in `zh` or `en`."""
    # slow to import, so only where something is drawn
    import altair as alt

    from diffusion.charts import chart_kinds, network_chart
    from diffusion.charts.chart_data import ChartData

    chart_data = ChartData(measure, result, study, language)
    kind = chart_data.specification["kind"]
    chart = (
        network_chart.network(chart_data)
        if kind == "network"
        else getattr(chart_kinds, kind)(chart_data)
    )
    square = {"width": SQUARE, "height": round(SQUARE * network_chart.ASPECT)}
    sizes = {"network": square, "intervals": {"width": size.width}}
    subtitle = network_chart.caption(chart_data) if kind == "network" else chart_data.caption
    title = alt.Title(measure.text("title").name(language), subtitle=subtitle, subtitlePadding=6)
    area = sizes.get(kind, {"width": size.width, "height": size.height})
    configured = (
        chart.properties(title=title, **area).configure(font=FONT).configure_view(stroke=None)
    )
    return _with_letters(configured, size.letter) if size.letter else configured


def _with_letters(chart: Any, letter: int) -> Any:
    """The chart with all its letters of a height; those of its title are larger."""
    both: dict[str, Any] = {"labelFontSize": letter, "titleFontSize": letter}
    return (
        chart.configure_axis(**both)
        .configure_legend(**both, labelLimit=600)
        .configure_title(fontSize=round(letter * 1.2), subtitleFontSize=letter)
        .configure_text(fontSize=letter)
    )


def check_suffix(path: Path) -> None:
    """Raises BadOption if a figure cannot be written to a file of this name."""
    if path.suffix.lower() not in SUFFIXES:
        raise BadOption(f"--figure {path.name} → {', '.join(SUFFIXES)}")


def write_figure(measure: Measure, result: Result, study: Study, language: str, path: Path) -> None:
    """Writes the figure as SVG or PNG (at double size), without network.

    Raises BadOption if the file's name ends otherwise, OSError if it cannot be written.
    """
    check_suffix(path)
    chart = figure(measure, result, study, language)
    path.write_bytes(chart_file(chart, SUFFIXES[path.suffix.lower()]))
