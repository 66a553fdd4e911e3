"""An SVG of an exact width as a file for print: SVG, PDF with its fonts, or PNG at a resolution."""

from __future__ import annotations

import io
import re

import vl_convert

from exports.pictures.print_style import MM_OF_POINT
from graph.drawing.chart_image import register_font

SIZE = re.compile(r'width="([\d.]+)mm" height="([\d.]+)mm"')
PIXELS_OF_POINT = 96 / 72


def size_mm(svg: str) -> tuple[float, float]:
    """The width and height of an SVG of these pictures, in millimetres."""
    match = SIZE.search(svg)
    if match is None:
        raise ValueError("the picture has no size in millimetres")
    return float(match[1]), float(match[2])


def pdf_file(svg: str, title: str, subject: str = "") -> bytes:
    """A PDF with one page of the picture's size; the fonts of its texts are in the file.

    The converter takes a pixel for a point, so the page is scaled to its size.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 (slow to load, and few pages print)

    register_font()
    width, height = (length / MM_OF_POINT for length in size_mm(svg))
    writer = PdfWriter()
    page = writer.add_page(PdfReader(io.BytesIO(vl_convert.svg_to_pdf(svg))).pages[0])
    page.scale_to(width, height)
    writer.add_metadata({"/Title": title, "/Subject": subject})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def png_file(svg: str, dpi: int) -> bytes:
    """A PNG with this many pixels an inch, which the file says too.

    The converter takes a pixel for a point; its scale corrects that.
    """
    register_font()
    return vl_convert.svg_to_png(svg, scale=1 / PIXELS_OF_POINT, ppi=dpi)
