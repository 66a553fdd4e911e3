"""The style of a printed picture: width, size of letters, and grey or coloured.

The widths are those of Springer's "Artwork and Illustrations Guidelines": 84 mm for one column,
129 mm for one and a half and 174 mm for two, not higher than 234 mm, letters of 8 to 12 points.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.drawing.theme import LIGHT, Theme

MM_OF_POINT = 25.4 / 72
WIDTHS_MM = {"single": 84.0, "one_and_a_half": 129.0, "double": 174.0}
MAX_HEIGHT_MM = 234.0
MIN_WIDTH_MM, MAX_WIDTH_MM = 30.0, 400.0
MIN_FONT_PT, MAX_FONT_PT = 5.0, 16.0
DPIS = (300, 600)
# The height of letters in the unit of all pictures: a pixel of a screen.
LETTER = 15.0


@dataclass(frozen=True)
class PrintStyle:
    """A width in millimetres, a font size in points, and whether all colours become grey.

    A grey picture marks the types of links by letters; paper and letters are those of
    the `theme`. With `has_ids` its shapes name what they
    show, as `data-pick`, for a picture that is clicked on. Raises ValueError for a width or size
    that no page has.
    """

    width_mm: float = WIDTHS_MM["double"]
    font_pt: float = 8.0
    grey: bool = False
    has_ids: bool = False
    theme: Theme = LIGHT

    def __post_init__(self) -> None:
        if not MIN_WIDTH_MM <= self.width_mm <= MAX_WIDTH_MM:
            raise ValueError(f"a width of {self.width_mm} mm is not {MIN_WIDTH_MM}–{MAX_WIDTH_MM}")
        if not MIN_FONT_PT <= self.font_pt <= MAX_FONT_PT:
            raise ValueError(f"a size of {self.font_pt} pt is not {MIN_FONT_PT}–{MAX_FONT_PT}")

    @property
    def width(self) -> float:
        """The width in units of which a letter is 15 high."""
        return self.width_mm / self.mm_of_unit

    @property
    def mm_of_unit(self) -> float:
        """How many millimetres a unit is."""
        return self.font_pt * MM_OF_POINT / LETTER

    def paint(self, colour: str) -> str:
        """A colour such as `#0072B2`, or the grey that is as light."""
        return grey_of(colour) if self.grey else colour


def grey_of(colour: str) -> str:
    """The grey of the same relative luminance (WCAG 2.2), as `#rrggbb`."""
    parts = [int(colour.lstrip("#")[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    light = sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    even = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#" + f"{round(even * 255):02x}" * 3
