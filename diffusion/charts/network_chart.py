"""A network as a figure: nodes in a circle; inferred edges dashed, stated ties solid."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, degrees, pi, sin
from typing import Any, Literal

import altair as alt

from diffusion.charts.chart_data import ChartData
from texts.tables import MEASURES

XY = tuple[float, float]
NodePair = tuple[str, str]
Side = Literal["left", "right"]

# More arrows cannot be read: the strongest are drawn, and the caption says so.
MAX_EDGES = 80
# Each kind of arrow: the key of its name, its colour, its dashes.
KINDS = {
    "stated": ("edge_stated", "#c0392b", [1, 0]),
    "both": ("edge_both", "#27618d", [10, 2]),
    "inferred": ("edge_inferred", "#7f8c8d", [4, 4]),
}
# The width of a narrow and of a wide character of a name, and the smallest radius of the circle.
NARROW_LETTER_WIDTH, WIDE_LETTER_WIDTH, MIN_RADIUS = 0.034, 0.056, 0.9
# Where an arrow ends before its node, how far it bends to the side, how far out names stand.
ARROW_END, ARROW_BEND, ARC_STEPS, NAME_RADIUS, HALF_WIDTH = 0.97, 0.15, 16, 1.05, 1.5
# The key below the circle: its height, the width of a sample, and the step to the next one.
KEY_HEIGHT, SAMPLE_WIDTH, SAMPLE_DISTANCE = 0.2, 0.3, 1.05
# The height of the figure divided by its width.
ASPECT = (2 * HALF_WIDTH + KEY_HEIGHT) / (2 * HALF_WIDTH)
INK = "#2c3e50"


def network(chart_data: ChartData) -> Any:
    """Arrows from `source` to `target`, with the stated ties of the study."""
    inferred_pairs = set(_inferred_pairs(chart_data))
    stated_pairs = {(tie.teacher, tie.learner) for tie in chart_data.study.ties}
    kinds = {
        edge: _kind(is_stated=edge in stated_pairs, is_inferred=edge in inferred_pairs)
        for edge in sorted(inferred_pairs | stated_pairs)
    }
    nodes = sorted({end for edge in kinds for end in edge})
    turn = 2 * pi / max(len(nodes), 1)
    radius = _radius([chart_data.node(node) for node in nodes])
    places = {
        node: (radius * sin(i * turn), radius * cos(i * turn)) for i, node in enumerate(nodes)
    }
    return alt.layer(
        _curves(kinds, places),
        _heads(kinds, places),
        *_node_marks(chart_data, places),
        *_key(chart_data.language, [kind for kind in KINDS if kind in kinds.values()]),
    )


def caption(chart_data: ChartData) -> list[str]:
    """How many of the edges are drawn, if not all."""
    count = len(_inferred_pairs(chart_data))
    if count == len(chart_data.result.rows):
        return []
    return [
        MEASURES.say("edges_cut", chart_data.language, count=count, all=len(chart_data.result.rows))
    ]


def _radius(names: list[str]) -> float:
    """The radius of the largest circle that leaves room for the longest name."""
    rooms = [
        sum(WIDE_LETTER_WIDTH if ord(c) > 0x2E80 else NARROW_LETTER_WIDTH for c in name)
        for name in names
    ]
    return max(MIN_RADIUS, HALF_WIDTH / NAME_RADIUS - max(rooms, default=0.0))


def _inferred_pairs(chart_data: ChartData) -> list[NodePair]:
    source, target = chart_data.column("source"), chart_data.column("target")
    return [(str(row[source]), str(row[target])) for row in chart_data.result.records()[:MAX_EDGES]]


def _kind(*, is_stated: bool, is_inferred: bool) -> str:
    return "both" if is_stated and is_inferred else "stated" if is_stated else "inferred"


def _arc_points(start: XY, end: XY) -> list[XY]:
    """Points of an arc from start to end that bends to its right, so that both ways show."""
    middle = tuple((a + b) / 2 for a, b in zip(start, end, strict=True))
    bent = (
        middle[0] + ARROW_BEND * (end[1] - start[1]),
        middle[1] - ARROW_BEND * (end[0] - start[0]),
    )
    steps = [ARROW_END * step / ARC_STEPS for step in range(ARC_STEPS + 1)]
    return [
        (_bezier(t, start[0], bent[0], end[0]), _bezier(t, start[1], bent[1], end[1]))
        for t in steps
    ]


def _bezier(t: float, start: float, middle: float, end: float) -> float:
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end


def _curves(kinds: dict[NodePair, str], places: dict[str, XY]) -> alt.Chart:
    return _strokes(
        {"edge": f"{edge}", "step": step, "x": x, "y": y, "kind": kind}
        for edge, kind in kinds.items()
        for step, (x, y) in enumerate(_arc_points(places[edge[0]], places[edge[1]]))
    )


def _strokes(points: Iterable[dict[str, Any]]) -> alt.Chart:
    """A line through the points of each edge, in the colour and dashes of its kind."""
    colours = alt.Scale(domain=[*KINDS], range=[kind[1] for kind in KINDS.values()])
    dashes = alt.Scale(domain=[*KINDS], range=[kind[2] for kind in KINDS.values()])
    return (
        alt.Chart(alt.Data(values=[*points]))
        .mark_line(opacity=0.8, strokeWidth=1.2)
        .encode(
            x=_axis("x"),
            y=_axis("y"),
            detail="edge:N",
            order="step:Q",
            color=alt.Color("kind:N", scale=colours, legend=None),
            strokeDash=alt.StrokeDash("kind:N", scale=dashes, legend=None),
        )
    )


def _key(language: str, kinds: list[str]) -> tuple[alt.Chart, alt.Chart]:
    """A sample of each kind of arrow with its name; some renderers split a legend in two."""
    y, starts = (
        -HALF_WIDTH - KEY_HEIGHT / 2,
        {kind: i * SAMPLE_DISTANCE - HALF_WIDTH for i, kind in enumerate(kinds)},
    )
    samples = _strokes(
        {"edge": kind, "step": step, "x": x + step * SAMPLE_WIDTH, "y": y, "kind": kind}
        for kind, x in starts.items()
        for step in (0, 1)
    )
    values = [
        {"x": x + 1.2 * SAMPLE_WIDTH, "y": y, "name": MEASURES.say(KINDS[kind][0], language)}
        for kind, x in starts.items()
    ]
    names = (
        alt.Chart(alt.Data(values=values))
        .mark_text(fontSize=11, align="left", baseline="middle", color=INK)
        .encode(x=_axis("x"), y=_axis("y"), text="name:N")
    )
    return samples, names


def _heads(kinds: dict[NodePair, str], places: dict[str, XY]) -> alt.Chart:
    values = []
    for (start, end), kind in kinds.items():
        *_, before, tip = _arc_points(places[start], places[end])
        angle = degrees(atan2(tip[0] - before[0], tip[1] - before[1]))
        values.append({"x": tip[0], "y": tip[1], "angle": angle, "colour": KINDS[kind][1]})
    return (
        alt.Chart(alt.Data(values=values))
        .mark_point(shape="triangle", filled=True, size=45, opacity=1)
        .encode(
            x=_axis("x"),
            y=_axis("y"),
            angle=alt.Angle("angle:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        )
    )


def _node_marks(chart_data: ChartData, places: dict[str, XY]) -> list[alt.Chart]:
    """A dot for each node, its name outside along the radius, read from the left."""
    sides: dict[Side, list[dict[str, Any]]] = {"left": [], "right": []}
    for id, (x, y) in places.items():
        right = x >= 0
        turn = degrees(atan2(-y, x)) if right else degrees(atan2(y, -x))
        place = {
            "x": x,
            "y": y,
            "outer_x": NAME_RADIUS * x,
            "outer_y": NAME_RADIUS * y,
            "angle": turn,
        }
        sides["left" if right else "right"].append({**place, "name": chart_data.node(id)})
    dots = alt.Chart(alt.Data(values=sides["left"] + sides["right"]))
    texts = [
        alt.Chart(alt.Data(values=values))
        .mark_text(fontSize=10, align=align, baseline="middle")
        .encode(
            x=_axis("outer_x"),
            y=_axis("outer_y"),
            text="name:N",
            angle=alt.Angle("angle:Q", scale=None),
        )
        for align, values in sides.items()
    ]
    return [
        dots.mark_circle(size=30, color=INK, opacity=1).encode(x=_axis("x"), y=_axis("y")),
        *texts,
    ]


def _axis(field: str) -> alt.X | alt.Y:
    is_horizontal = field.endswith("x")
    domain = [-HALF_WIDTH, HALF_WIDTH] if is_horizontal else [-HALF_WIDTH - KEY_HEIGHT, HALF_WIDTH]
    channel = alt.X if is_horizontal else alt.Y
    return channel(field, type="quantitative", axis=None, scale=alt.Scale(domain=domain))
