"""The parts of all pictures on a slide: frames in inches, texts and colours."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from exports.talk.analysis_figure import AnalysisFigure
from graph.drawing.layout.edge_path import Point

# 16 points are 21 pixels of a slide shown 1280 pixels wide.
LETTER_PT = 16
LINE_HEIGHT, LETTER_WIDTH = LETTER_PT * 1.2 / 72, LETTER_PT * 0.52 / 72
TEXT_COLOUR = "1F2933"
# A pinned note: its colours, its greatest width, and its distance from its thing, in inches.
NOTE_GROUND, NOTE_EDGE, MAX_NOTE_WIDTH, NOTE_GAP = "FFF6D6", "B58900", 3.2, 0.14

# The picture in SVG beside a PNG: [MS-ODRAWXML] 2.2.7, `asvg:svgBlip`.
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

States = Mapping[str, str]


@dataclass(frozen=True)
class SlideFrame:
    """A rectangle on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other_frame: SlideFrame) -> bool:
        """Whether the two lie on one another."""
        overlaps_in_x = (
            self.left < other_frame.left + other_frame.width
            and other_frame.left < self.left + self.width
        )
        return (
            overlaps_in_x
            and self.top < other_frame.top + other_frame.height
            and other_frame.top < self.top + self.height
        )

    def holds(self, other_frame: SlideFrame) -> bool:
        """Whether the other lies within this one."""
        fits_in_x = self.left <= other_frame.left <= self.left + self.width - other_frame.width
        return (
            fits_in_x and self.top <= other_frame.top <= self.top + self.height - other_frame.height
        )


# The pictures of a slide by name: network, map and curve.
Frames = Mapping[str, SlideFrame]
PICTURE = SlideFrame(0.5, 1.05, 12.3, 4.5)
CAPTION = SlideFrame(0.5, 5.62, 12.3, 1.53)
# With a passage under it, a caption has less room.
SHORT_CAPTION, PASSAGE = SlideFrame(0.5, 5.62, 12.3, 0.98), SlideFrame(0.5, 6.62, 12.3, 0.53)
CAPTION_SIZE, QUOTED_SIZE, MAX_QUOTED_LETTERS = 24, 20, 110
# The share of its height that a map above a curve gets.
MAP_HEIGHT_SHARE = 0.47


def frames(
    layout: str, has_room: Callable[[SlideFrame], bool], *, has_map: bool
) -> Sequence[Frames]:
    """Where the pictures of a layout stand, slide by slide; without outlines there is no map.

    A network that does not fit beside the other pictures has a slide of its own.
    """
    if layout == "map" and not has_map:
        return [{"network": PICTURE}]
    if layout != "all":
        return [{layout: PICTURE}]
    half_width, map_height = PICTURE.width / 2, PICTURE.height * MAP_HEIGHT_SHARE
    left = SlideFrame(PICTURE.left, PICTURE.top, half_width, PICTURE.height)
    right = SlideFrame(PICTURE.left + half_width, PICTURE.top, half_width, PICTURE.height)
    if not has_room(left):
        other_frames = {"map": left, "curve": right} if has_map else {"curve": PICTURE}
        return [{"network": PICTURE}, other_frames]
    if not has_map:
        return [{"network": left, "curve": right}]
    upper = SlideFrame(right.left, right.top, half_width, map_height)
    lower = SlideFrame(right.left, right.top + map_height, half_width, right.height - map_height)
    return [{"network": left, "map": upper, "curve": lower}]


def words(
    shapes: Any, frame: SlideFrame, text: str, size: int = LETTER_PT, *, is_bold: bool = False
) -> Any:
    """A text on a slide."""
    box = shapes.add_textbox(*map(Inches, (frame.left, frame.top, frame.width, frame.height)))
    write(box.text_frame, text, TEXT_COLOUR, size, is_bold=is_bold)
    for paragraph in box.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    return box


def write(body: Any, text: str, colour: str, size: int, *, is_bold: bool = False) -> None:
    """Writes into the text frame of a shape, in the middle and without margins."""
    body.margin_left = body.margin_right = body.margin_top = body.margin_bottom = 0
    body.word_wrap = True
    body.vertical_anchor = MSO_ANCHOR.MIDDLE
    body.text = text
    for paragraph in body.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), is_bold
            run.font.color.rgb = rgb(colour)


def caption(shapes: Any, text: str, passages: Sequence[str] = ()) -> None:
    """The caption of a step and, if a copy has it, the first passage under it."""
    passage = next(filter(None, passages), "")
    if not passage:
        words(shapes, CAPTION, text, CAPTION_SIZE)
        return
    words(shapes, SHORT_CAPTION, text, QUOTED_SIZE)
    quotation = (
        passage if len(passage) <= MAX_QUOTED_LETTERS else passage[:MAX_QUOTED_LETTERS] + "…"
    )
    words(shapes, PASSAGE, f"“{quotation}”")


def pinned_note(shapes: Any, text: str, spot: Point, limits: SlideFrame) -> None:
    """A callout with a text whose tip is at a spot, inside of these limits."""
    width = min(MAX_NOTE_WIDTH, width_of([text]) + 0.3)
    height = LINE_HEIGHT * (1 + int(width_of([text]) / (MAX_NOTE_WIDTH - 0.2))) + 0.12
    right, bottom = limits.left + limits.width, limits.top + limits.height
    left = min(max(limits.left, spot[0] - 0.2), right - width)
    is_low = spot[1] + NOTE_GAP + height > bottom
    top = spot[1] - NOTE_GAP * 2 - height if is_low else spot[1] + NOTE_GAP
    box = shapes.add_shape(MSO_SHAPE.RECTANGULAR_CALLOUT, *map(Inches, (left, top, width, height)))
    box.adjustments[0] = (spot[0] - left) / width - 0.5  # the tip, counted from the middle
    box.adjustments[1] = (spot[1] - top) / height - 0.5
    without_shadow(box)
    box.fill.solid()
    box.fill.fore_color.rgb, box.line.color.rgb = rgb(NOTE_GROUND), rgb(NOTE_EDGE)
    write(box.text_frame, text, TEXT_COLOUR, LETTER_PT)


def loose_note(shapes: Any, text: str, limits: SlideFrame, top: float) -> float:
    """A note at the right side of these limits; returns how much room it takes down the side."""
    width = min(MAX_NOTE_WIDTH, width_of([text]) + 0.3)
    height = LINE_HEIGHT * (1 + int(width_of([text]) / (MAX_NOTE_WIDTH - 0.2))) + 0.12
    left = limits.left + limits.width - width
    box = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, (left, top, width, height)))
    without_shadow(box)
    box.fill.solid()
    box.fill.fore_color.rgb, box.line.color.rgb = rgb(NOTE_GROUND), rgb(NOTE_EDGE)
    write(box.text_frame, text, TEXT_COLOUR, LETTER_PT)
    return height + NOTE_GAP


def without_shadow(shape: Any) -> None:
    """Takes the theme's shadow off a shape; some programs see it unless both elements say so."""
    shape.shadow.inherit = False
    shape._element.find(f".//{qn('a:effectRef')}").set("idx", "0")


def width_of(rows: Sequence[str]) -> float:
    """How wide a text is, in inches; a Chinese character is two letters wide."""
    return (
        max(sum(2 if ord(letter) > 0x2E80 else 1.05 for letter in row) for row in rows)
        * LETTER_WIDTH
    )


def rgb(colour: str) -> Any:
    """A colour such as `#0072B2`."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def add_svg(slide: Any, picture: Any, svg: str) -> None:
    """Gives a picture of a slide an SVG, which programs that know it show in its place."""
    package = slide.part.package
    name = PackURI(f"/ppt/media/figure{slide.slide_id}-{picture.shape_id}.svg")
    part = Part(name, "image/svg+xml", package, svg.encode())
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = picture._element.blipFill.find(qn("a:blip"))
    extensions = blip.makeelement(qn("a:extLst"))
    extension = extensions.makeelement(qn("a:ext"), {"uri": EXTENSION})
    image = extension.makeelement(f"{{{SVG}}}svgBlip", {qn("r:embed"): relation}, {"asvg": SVG})
    extension.append(image)
    extensions.append(extension)
    blip.append(extensions)


def add_figure(slide: Any, figure: AnalysisFigure, frame: SlideFrame) -> None:
    """Puts a figure into the middle of a frame, as large as it fits, with its text for readers
    who do not see it.

    Programs that know SVG show that, which is sharp at any size and whose shapes can be edited;
    others the PNG that stands in for it.
    """
    picture = slide.shapes.add_picture(io.BytesIO(figure.png), 0, 0)
    scale = min(Inches(frame.width) / picture.width, Inches(frame.height) / picture.height)
    picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
    picture.left = Inches(frame.left) + (Inches(frame.width) - picture.width) // 2
    picture.top = Inches(frame.top) + (Inches(frame.height) - picture.height) // 2
    picture.name = figure.title
    picture._element.nvPicPr.cNvPr.set("descr", " ".join((figure.title, *figure.notes)))
    add_svg(slide, picture, figure.svg)
