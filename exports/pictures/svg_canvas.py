"""A canvas that gathers shapes and texts and becomes an SVG of an exact width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from html import escape

from exports.pictures.print_style import LETTER, PrintStyle
from graph.drawing.chart_image import FONT
from graph.drawing.layout.edge_path import Box, Path, Point

ROW = 1.35 * LETTER
# How wide a letter is, as a share of its height: measured for Noto Sans CJK, rounded up.
WIDE_LETTER, NARROW_LETTER = 1.0, 0.58


class SvgCanvas:
    """Shapes in the order in which they are painted; `height` grows with what is written."""

    def __init__(self, style: PrintStyle) -> None:
        self.style = style
        self.height = 0.0
        self._parts: list[str] = []

    def shape(self, tag: str, **looks: object) -> None:
        """An element without content; `stroke_width=2` becomes `stroke-width="2"`.

        `data_pick` is the id of what it shows, or several, which only some styles write.
        """
        if not self.style.has_ids:
            looks.pop("data_pick", None)
        self._parts.append(f"<{tag}{_attributes(self.style, looks)}/>")

    def define(self, patterns: str) -> None:
        """The patterns that fills name, as SVG."""
        self._parts.append(patterns)

    @contextmanager
    def clip_to(self, box: Box) -> Iterator[None]:
        """What is drawn meanwhile is visible as far as it lies in a box."""
        left, top, right, bottom = box
        key = f"box{len(self._parts)}"
        looks = {"x": number(left), "y": number(top)}
        looks |= {"width": number(right - left), "height": number(bottom - top)}
        self._parts.append(f'<clipPath id="{key}">')
        self.shape("rect", **looks)
        self._parts.append(f'</clipPath><g clip-path="url(#{key})">')
        yield
        self._parts.append("</g>")

    def path(self, path: Path, **looks: object) -> None:
        """A line along cubic curves."""
        (x, y), controls = path[0], path[1:]
        curves = "".join(
            "C" + " ".join(f"{number(u)} {number(v)}" for u, v in controls[start : start + 3])
            for start in range(0, len(controls), 3)
        )
        self.shape("path", d=f"M{number(x)} {number(y)}{curves}", fill="none", **looks)

    def polygon(self, corners: Iterable[Point], **looks: object) -> None:
        """A filled shape."""
        spots = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
        self.shape("polygon", points=spots, **looks)

    def text(self, x: float, y: float, text: str, **looks: object) -> None:
        """One row of text; its letters are 15 units high."""
        place = {"x": number(x), "y": number(y), "font_size": number(LETTER)}
        looks = {"fill": self.style.theme.text} | place | looks
        self._parts.append(f"<text{_attributes(self.style, looks)}>{escape(text)}</text>")

    def halo(self, x: float, y: float, text: str, **looks: object) -> None:
        """A row of text on a rim of paper, readable across lines."""
        ground = self.style.theme.ground
        rim = {"fill": ground, "stroke": ground, "stroke_width": 4, "stroke_linejoin": "round"}
        self.text(x, y, text, **(looks | rim))
        self.text(x, y, text, **looks)

    @contextmanager
    def part(self, label: str) -> Iterator[None]:
        """What is drawn meanwhile belongs to a part with a name, which only some styles write."""
        if self.style.has_ids:
            self._parts.append(f'<g data-part="{escape(label)}">')
        yield
        if self.style.has_ids:
            self._parts.append("</g>")

    @contextmanager
    def link(self, address: str | None) -> Iterator[None]:
        """Everything painted within links to an address, if there is one, in a new tab."""
        if address:
            self._parts.append(f'<a href="{escape(address)}" target="_blank" rel="noopener">')
        yield
        if address:
            self._parts.append("</a>")

    def paragraph(self, text: str, **looks: object) -> None:
        """A text under all that is written, in rows as wide as the picture."""
        for row in rows_of(text, self.style.width):
            self.height += ROW
            self.text(0, self.height - 0.3 * LETTER, row, **looks)

    def svg(self, title: str, description: str = "") -> str:
        """The whole SVG: its width and height in millimetres, its letters as large as asked."""
        style, height = self.style, self.height + 0.3 * LETTER
        ground = style.theme.ground
        size = f'width="{number(style.width_mm)}mm" height="{number(height * style.mm_of_unit)}mm"'
        box = f'viewBox="0 0 {number(style.width)} {number(height)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} '
            f'font-family="{escape(FONT)}"><title>{escape(title)}</title>'
            f"<desc>{escape(description)}</desc>"
            f'<rect width="{number(style.width)}" height="{number(height)}" fill="{ground}"/>'
            f"{''.join(self._parts)}</svg>"
        )


def number(value: float) -> str:
    """A number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def width_of(text: str) -> float:
    """How wide a row of text is, in units; never less than it is."""
    return LETTER * sum(WIDE_LETTER if ord(x) > 0x2000 else NARROW_LETTER for x in text)


def rows_of(text: str, room: float) -> list[str]:
    """Words, and Chinese characters one by one, in rows that have room."""
    pieces: list[str] = []
    for letter in text:
        joins = pieces and not pieces[-1][-1].isspace() and ord(letter) <= 0x2E80
        joins = joins and ord(pieces[-1][-1]) <= 0x2E80
        pieces = [*pieces[:-1], pieces[-1] + letter] if joins else [*pieces, letter]
    rows = [""]
    for piece in pieces:
        if rows[-1] and width_of((rows[-1] + piece).rstrip()) > room:
            rows.append("")
        rows[-1] += piece if rows[-1] else piece.lstrip()
    return [row.rstrip() for row in rows]


def _attributes(style: PrintStyle, looks: dict[str, object]) -> str:
    texts = {name.replace("_", "-"): str(value) for name, value in looks.items()}
    attributes = {
        name: style.paint(text) if name in ("fill", "stroke") and text.startswith("#") else text
        for name, text in texts.items()
    }
    return "".join(f' {name}="{escape(text)}"' for name, text in attributes.items())


def legend_rows(entries: Sequence[float], room: float) -> list[list[int]]:
    """The places of entries of these widths, row by row, in rows that have room."""
    rows: list[list[int]] = [[]]
    x = 0.0
    for place, width in enumerate(entries):
        if rows[-1] and x + width > room:
            rows.append([])
            x = 0.0
        rows[-1].append(place)
        x += width
    return rows
