"""The theme: a colour and a shape for each kind, for a light and a dark page.

The hues are those of Okabe and Ito, which people with any colour vision can tell apart. As lines
they have a contrast of 3:1 with white paper and with a dark background (WCAG 2.2, criterion
1.4.11): where a hue is too pale or too dark for that, lines use another hue instead. Lines that are
possible, undated or one of many side by side are paler on purpose.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from graph.drawing.scene_types.map import MapScene
from graph.drawing.scene_types.network import (
    FillColours,
    NetworkScene,
    NodeLook,
)

BLUE, SKY, GREEN, ORANGE = "#0072B2", "#56B4E9", "#009E73", "#E69F00"
RED, PURPLE, GREY = "#D55E00", "#CC79A7", "#7F8C8D"
# Their yellow, orange, sky blue and purple, and a grey, dark enough for a line.
OLIVE, AMBER, INDIGO, MAUVE, SLATE = "#8A7B00", "#B97F00", "#3D3A8C", "#C7689F", "#76838A"
TEAL = "#00838F"
# For things of one sort side by side; each also has its own shape.
HUES = (BLUE, RED, GREEN, PURPLE, ORANGE, SKY)
FONT = (
    "'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC','Source Sans','Source Sans "
    "Pro',sans-serif"
)


@dataclass(frozen=True)
class Theme:
    """The colours of a page: its background, text and columns, and the fills of chips by kind.

    A map's areas have the fill `land` and the line `border`; what is there but not drawn is `pale`.
    A line's hue that is hard to see on this background has another shade in `shades`. No line is
    drawn with less than the opacity `min_opacity`.
    """

    ground: str
    text: str
    faint: str
    land: str
    border: str
    pale: str
    fills: Mapping[str, str]
    shades: Mapping[str, str]
    min_opacity: float

    def shade(self, hue: str) -> str:
        """The hue of a line on this ground."""
        return self.shades.get(hue, hue)


LIGHT = Theme(
    "#ffffff",
    "#1f2933",
    "#8a97a3",
    "#eef2f5",
    "#93a3af",
    "#c4ccd3",
    {
        "Organisation": "#e2f1fb",
        "Person": "#f4f6f8",
        "ReformModel": "#fff3df",
        "Programme": "#dff3ec",
        "Mechanism": "#f8e9f2",
        "Event": "#fbe6d9",
        "Source": "#eceff1",
    },
    shades={},
    min_opacity=0.55,
)
DARK = Theme(
    "#0e1117",
    "#f0f2f6",
    "#7d8894",
    "#22303b",
    "#5f7686",
    "#46525d",
    {
        "Organisation": "#0f2f45",
        "Person": "#1c232b",
        "ReformModel": "#3b2a0c",
        "Programme": "#0a3327",
        "Mechanism": "#3d2433",
        "Event": "#43200c",
        "Source": "#2b3238",
    },
    shades={
        BLUE: "#4FA3E0",
        RED: "#F0742B",
        GREEN: "#1FBE90",
        OLIVE: "#C7B700",
        AMBER: ORANGE,
        INDIGO: "#B4BDFF",
        MAUVE: "#E294BC",
        SLATE: "#A9B4BD",
        TEAL: "#35B8C4",
    },
    min_opacity=0.62,
)
THEMES = {"light": LIGHT, "dark": DARK}
Colours = TypeVar("Colours")


def by_theme(colours: Callable[[Theme], Colours]) -> dict[str, Colours]:
    """These colours of each theme, by the name of the theme, as scripts read them."""
    return {name: colours(theme) for name, theme in THEMES.items()}


class Chip(NamedTuple):
    """A box of a kind: its border, the radius of its corners, and the sign before a name."""

    border: str
    radius: int
    sign: str


CHIPS: Mapping[str, Chip] = {
    "Organisation": Chip(BLUE, 14, ""),
    "Person": Chip(GREY, 14, "○"),
    "ReformModel": Chip(ORANGE, 1, ""),
    "Programme": Chip(GREEN, 4, "◆"),
    "Mechanism": Chip(PURPLE, 4, "●"),
    "Event": Chip(RED, 4, "★"),
    "Source": Chip(GREY, 4, "▲"),
}

OPENING_SIGNS, CLOSING_SIGNS = "“‘（《「(", "”’）》」)，、。：；,.;:!?！？·"


def groups(theme: Theme) -> dict[str, NodeLook]:
    """The look of each kind of thing, as vis-network's groups."""
    looks = {"Place": _look("ellipse", BLUE, BLUE, "#ffffff", 17, 0)}
    for kind, chip in CHIPS.items():
        looks[kind] = _look("box", theme.fills[kind], chip.border, theme.text, 15, chip.radius)
    return looks


def network_in_theme(scene: NetworkScene, theme: Theme) -> NetworkScene:
    """A network whose lines have the hues that can be seen on a theme's ground."""
    return scene | {
        "edges": [edge | {"color": theme.shade(edge["color"])} for edge in scene["edges"]],
        "legend": scene["legend"]
        | {
            "lines": [
                line | {"color": theme.shade(line["color"])} for line in scene["legend"]["lines"]
            ]
        },
    }


def map_in_theme(scene: MapScene, theme: Theme) -> MapScene:
    """A map whose arcs have the hues that can be seen on a theme's ground."""
    return scene | {"arcs": [arc | {"color": theme.shade(arc["color"])} for arc in scene["arcs"]]}


def sign(kind: str) -> str:
    """The sign before a name that shows its kind without colour."""
    return CHIPS[kind].sign if kind in CHIPS else ""


def chip_size(label: str, kind: str) -> tuple[float, float]:
    """About the width and height of a drawn thing, in pixels: the font changes them a little."""
    rows = label.split("\n")
    size = 17 if kind == "Place" else 15
    text = max(sum(_sign_width(sign) for sign in row) for row in rows) * size
    if kind == "Place":  # an ellipse about the text, as vis-network draws it
        return text + size * len(rows) + 4, 2.15 * size * len(rows)
    return text + 12, size * len(rows) * 1.02 + 12


def _sign_width(sign: str) -> float:
    """The width of a letter by its height, of the broader fonts."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if sign in "iljtfrI.,:;!|'()[] -":
        return 0.36
    return 0.68 if sign.isupper() or sign in "mw—%◆●★▲○“”" else 0.56


def row_count(name: str, width: int) -> int:
    """How many rows a name takes, for a number of letters in a row."""
    return len(_break_lines(name, width))


def wrap_name(name: str, width: int, rows: int) -> str:
    """A name in at most `rows` rows of similar length; a Chinese character is two letters wide."""
    lines = _break_lines(name, width)
    if len(lines) > rows:
        return "\n".join([*lines[: rows - 1], _cut_line(lines[rows - 1], width - 2) + "…"])
    while width > 1 and len(narrower := _break_lines(name, width - 1)) == len(lines):
        lines, width = narrower, width - 1
    return "\n".join(lines)


def _break_lines(name: str, width: int) -> list[str]:
    lines = [""]
    for word in _words(name):
        if lines[-1] and _text_width(lines[-1] + word.rstrip()) > width:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return [line.rstrip() for line in lines]


def _words(name: str) -> list[str]:
    """Where a name may be broken: after a space, and beside a wide character."""
    words = [""]
    for sign in name:
        before = words[-1][-1:]
        may_break = _text_width(sign) == 2 or _text_width(before) == 2 or before in (" ", "-", "/")
        if before and may_break and sign not in CLOSING_SIGNS and before not in OPENING_SIGNS:
            words.append("")
        words[-1] += sign
    return words


def _cut_line(line: str, width: int) -> str:
    while _text_width(line) > width:
        line = line[:-1]
    return line


def _text_width(text: str) -> int:
    # quotation marks are "ambiguous": as wide as a Chinese character in a Chinese font
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _look(shape: str, fill: str, border: str, text: str, size: int, radius: int) -> NodeLook:
    return {
        "shape": shape,
        "color": _fill_colours(fill, border),
        "font": {"color": text, "size": size, "face": FONT},
        "shapeProperties": {"borderRadius": radius},
        "borderWidth": 1.5,
        "borderWidthSelected": 3,
        "margin": {"top": 5, "right": 6, "bottom": 5, "left": 6},
    }


def _fill_colours(fill: str, border: str) -> FillColours:
    highlight = {"background": fill, "border": RED}
    return {"background": fill, "border": border, "highlight": highlight, "hover": highlight}
