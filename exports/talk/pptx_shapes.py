"""The parts of all pictures on a slide: frames in inches, texts and colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

Item = dict[str, Any]
# 16 points are 21 pixels of a slide shown 1280 pixels wide.
LETTER = 16
LINE_HIGH, LETTER_WIDE = LETTER * 1.2 / 72, LETTER * 0.52 / 72
TEXT = "1F2933"

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
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
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


def width_of(rows: Sequence[str]) -> float:
    """How wide a text is, in inches; a Chinese character is two letters wide."""
    return (
        max(sum(2 if ord(letter) > 0x2E80 else 1.05 for letter in row) for row in rows)
        * LETTER_WIDE
    )


def rgb(colour: str) -> Any:
    """A colour such as `#0072B2`."""
    return RGBColor.from_string(colour.lstrip("#").upper())
