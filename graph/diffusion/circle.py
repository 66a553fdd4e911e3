"""A network as a figure: who stands in a circle, arrows between, inferred dashed, stated solid."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, pi, sin

import altair as alt

from graph.diffusion.sketch import Sketch

# More arrows than these are a thicket: the strongest are drawn, and the figure says so.
MOST = 80
STATED, INFERRED, BOTH = "#c0392b", "#7f8c8d", "#27618d"
NAMES = {
    "zh": {"stated": "文中所说", "inferred": "推断", "both": "推断且文中所说"},
    "en": {"stated": "stated", "inferred": "inferred", "both": "inferred and stated"},
}
DRAWN = {"zh": "画出最强的 {count} 条，共 {all} 条", "en": "the strongest {count} of {all} edges"}
# Where an arrow ends before its node, and how far it bends to the side.
SHORT, BEND, STEPS = 0.97, 0.12, 16


Place = tuple[float, float]
Edge = tuple[str, str]


def network(sketch: Sketch) -> alt.TopLevelMixin:
    """Arrows from `source` to `target`, with the stated ties of the study."""
    said = sketch.said
    inferred = [
        (str(row[said["source"]]), str(row[said["target"]]))
        for row in sketch.result.records()[:MOST]
    ]
    stated = {(tie.teacher, tie.learner) for tie in sketch.study.ties}
    edges = list(dict.fromkeys([*inferred, *sorted(stated)]))
    places = _places(sorted({end for edge in edges for end in edge}))
    kinds = {edge: _kind(edge in stated, edge in set(inferred)) for edge in edges}
    drawn = DRAWN[sketch.language].format(count=len(inferred), all=len(sketch.result.rows))
    layers = [_curves(sketch, kinds, places), _heads(kinds, places), *_dots(sketch, places)]
    return alt.layer(*layers, title=alt.Title("", subtitle=drawn))


def _kind(stated: bool, inferred: bool) -> str:
    return "both" if stated and inferred else "stated" if stated else "inferred"


def _places(nodes: list[str]) -> dict[str, Place]:
    turn = 2 * pi / max(len(nodes), 1)
    return {node: (sin(i * turn), cos(i * turn)) for i, node in enumerate(nodes)}


def _way(start: Place, end: Place) -> list[Place]:
    """Points of an arc from start to end that bends to its right, so that both ways show."""
    middle = tuple((a + b) / 2 for a, b in zip(start, end, strict=True))
    bent = (middle[0] + BEND * (end[1] - start[1]), middle[1] - BEND * (end[0] - start[0]))
    steps = [SHORT * step / STEPS for step in range(STEPS + 1)]
    return [
        (_bezier(t, start[0], bent[0], end[0]), _bezier(t, start[1], bent[1], end[1]))
        for t in steps
    ]


def _bezier(t: float, start: float, middle: float, end: float) -> float:
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end


def _curves(sketch: Sketch, kinds: dict[Edge, str], places: dict[str, Place]) -> alt.Chart:
    names = NAMES[sketch.language]
    values = [
        {"edge": f"{edge}", "step": step, "x": x, "y": y, "kind": names[kind]}
        for edge, kind in kinds.items()
        for step, (x, y) in enumerate(_way(places[edge[0]], places[edge[1]]))
    ]
    order = [names[kind] for kind in ("stated", "both", "inferred")]
    scale = alt.Scale(domain=order, range=[STATED, BOTH, INFERRED])
    dashes = alt.Scale(domain=order, range=[[1, 0], [8, 2], [4, 4]])
    legend = alt.Legend(orient="bottom", title=None)
    return (
        alt.Chart(alt.Data(values=values))
        .mark_line(opacity=0.8, strokeWidth=1.2)
        .encode(
            x=_axis("x"),
            y=_axis("y"),
            detail="edge:N",
            order="step:Q",
            color=alt.Color("kind:N", scale=scale, legend=legend),
            strokeDash=alt.StrokeDash("kind:N", scale=dashes, legend=legend),
        )
    )


def _heads(kinds: dict[Edge, str], places: dict[str, Place]) -> alt.Chart:
    colours = {"stated": STATED, "both": BOTH, "inferred": INFERRED}
    values = []
    for (start, end), kind in kinds.items():
        (before, tip) = list(pairwise(_way(places[start], places[end])))[-1]
        angle = degrees(atan2(tip[0] - before[0], tip[1] - before[1]))
        values.append({"x": tip[0], "y": tip[1], "angle": angle, "colour": colours[kind]})
    return (
        alt.Chart(alt.Data(values=values))
        .mark_point(shape="triangle", filled=True, size=45, opacity=1)
        .encode(
            x=_axis("x"),
            y=_axis("y"),
            angle=alt.Angle("angle:Q", scale=alt.Scale(domain=[0, 360], range=[0, 360])),
            color=alt.Color("colour:N", scale=None),
        )
    )


def _dots(sketch: Sketch, places: dict[str, Place]) -> tuple[alt.Chart, alt.Chart]:
    values = [
        {"x": x, "y": y, "name": sketch.node(id), "lx": 1.06 * x, "ly": 1.06 * y}
        for id, (x, y) in places.items()
    ]
    base = alt.Chart(alt.Data(values=values))
    dots = base.mark_circle(size=30, color="#2c3e50", opacity=1).encode(x=_axis("x"), y=_axis("y"))
    right = "datum.x > 0.01 ? 'left' : datum.x < -0.01 ? 'right' : 'center'"
    text = base.mark_text(fontSize=10, align=alt.ExprRef(right)).encode(
        x=_axis("lx"), y=_axis("ly"), text="name:N"
    )
    return dots, text


def _axis(field: str) -> alt.X | alt.Y:
    channel = alt.X if field.endswith("x") else alt.Y
    return channel(field, type="quantitative", axis=None, scale=alt.Scale(domain=[-1.45, 1.45]))
