"""A result as a figure, for the page and for files; what to draw stands in the measure's texts.

[figure]
kind = "line"      one line for each column of `y` over `x`
kind = "bars"      a bar of `y` for each `x`; with `color`, side by side
kind = "points"    `y` over `x`, each row a point, named by `label` if it is given
kind = "network"   an arrow from `source` to `target`, its width by `weight`: inferred edges
                   are dashed, the stated ties of the study are solid
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.diffusion.data import Study
from graph.diffusion.measure import Measure
from graph.diffusion.result import Result

if TYPE_CHECKING:
    import altair as alt

# Fonts that have Chinese characters where they are installed.
FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
WIDTH, HEIGHT = 560, 340
# Pixels of a PNG for each of the figure's own.
SCALE = 2


def figure(measure: Measure, result: Result, study: Study, language: str) -> alt.TopLevelMixin:
    """The figure of a result in `zh` or `en`."""
    # slow to import, so only where something is drawn
    from graph.diffusion import circle, sketch

    drawn = {
        "line": sketch.line,
        "bars": sketch.bars,
        "points": sketch.points,
        "network": circle.network,
    }
    chart = drawn[measure.texts["figure"]["kind"]](sketch.Sketch(measure, result, study, language))
    title = measure.text("title").name(language)
    return (
        chart.properties(title=title, width=WIDTH, height=HEIGHT)
        .configure(font=FONT)
        .configure_view(stroke=None)
    )


def write_figure(measure: Measure, result: Result, study: Study, language: str, path: Path) -> None:
    """Writes the figure as SVG or PNG (at double size), without network."""
    figure(measure, result, study, language).save(str(path), scale_factor=SCALE)
