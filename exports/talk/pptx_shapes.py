"""The parts of all pictures on a slide: frames in inches, texts and colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

Item = dict[str, Any]
# 16 points are 21 pixels of a slide shown 1280 pixels wide.
LETTER = 16
LINE_HIGH, LETTER_WIDE = LETTER * 1.2 / 72, LETTER * 0.52 / 72
TEXT = "1F2933"
# A pinned note: its colours, its greatest width, and its distance from its thing, in inches.
NOTE_GROUND, NOTE_EDGE, NOTE_WIDE, NOTE_GAP = "FFF6D6", "B58900", 3.2, 0.14

Point = tuple[float, float]
States = Mapping[str, str]


@dataclass(frozen=True)
class SlideFrame:
    """A rectangle on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


def words(shapes: Any, frame: SlideFrame, text: str, size: int = LETTER, bold: bool = False) -> Any:
    """A text on a slide."""
    box = shapes.add_textbox(*map(Inches, (frame.left, frame.top, frame.width, frame.height)))
    write(box.text_frame, text, TEXT, size, bold)
    for paragraph in box.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    return box


def write(body: Any, text: str, colour: str, size: int, bold: bool = False) -> None:
    """Writes into the text frame of a shape, in the middle and without margins."""
    body.margin_left = body.margin_right = body.margin_top = body.margin_bottom = 0
    body.word_wrap = True
    body.vertical_anchor = MSO_ANCHOR.MIDDLE
    body.text = text
    for paragraph in body.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = rgb(colour)


def pinned_note(shapes: Any, text: str, spot: Point, limits: SlideFrame) -> None:
    """A callout with a text whose tip is at a spot, inside of these limits."""
    wide = min(NOTE_WIDE, width_of([text]) + 0.3)
    high = LINE_HIGH * (1 + int(width_of([text]) / (NOTE_WIDE - 0.2))) + 0.12
    right, bottom = limits.left + limits.width, limits.top + limits.height
    left = min(max(limits.left, spot[0] - 0.2), right - wide)
    is_low = spot[1] + NOTE_GAP + high > bottom
    top = spot[1] - NOTE_GAP * 2 - high if is_low else spot[1] + NOTE_GAP
    box = shapes.add_shape(MSO_SHAPE.RECTANGULAR_CALLOUT, *map(Inches, (left, top, wide, high)))
    box.adjustments[0] = (spot[0] - left) / wide - 0.5  # the tip, counted from the middle
    box.adjustments[1] = (spot[1] - top) / high - 0.5
    without_shadow(box)
    box.fill.solid()
    box.fill.fore_color.rgb, box.line.color.rgb = rgb(NOTE_GROUND), rgb(NOTE_EDGE)
    write(box.text_frame, text, TEXT, LETTER)


def without_shadow(shape: Any) -> None:
    """Takes the theme's shadow off a shape; some programs see it unless both elements say so."""
    shape.shadow.inherit = False
    shape._element.find(f".//{qn('a:effectRef')}").set("idx", "0")


def width_of(rows: Sequence[str]) -> float:
    """How wide a text is, in inches; a Chinese character is two letters wide."""
    return (
        max(sum(2 if ord(letter) > 0x2E80 else 1.05 for letter in row) for row in rows)
        * LETTER_WIDE
    )


def rgb(colour: str) -> Any:
    """A colour such as `#0072B2`."""
    return RGBColor.from_string(colour.lstrip("#").upper())
