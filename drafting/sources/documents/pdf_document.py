"""A PDF with text as a document: lines joined to paragraphs, headers and footers left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError

from drafting.sources.documents.document import Description, Document, tidy
from drafting.sources.documents.print_letters import plain_letters
from drafting.sources.documents.source_faults import UnusableSource, unusable

MAX_PAGES = 2000
# A page with fewer letters than this, on average, is a picture of a page.
MIN_LETTERS_PER_PAGE = 10
# A line of at least this share of a long line reaches the margin, and so continues in the next.
FULL_LINE_SHARE = 0.85
# How many lines at the top and the foot of a page may be its header or footer, and on how many
# pages the same one must stand.
EDGE_LINES, MIN_EDGE_PAGES = 2, 3
PAGE_NUMBER = re.compile(r"[-—–·\s第]*\d{1,4}[-—–·\s页]*")
SENTENCE_ENDS = ("。", "！", "!", "？", "?", "；", ";", "：", ":", "”", "」", ".")
LATIN = re.compile("[A-Za-z0-9,]")


def pdf_document(content: bytes) -> Document:
    """The document of a PDF. Raises UnusableSource if it is broken, locked or has no text."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # we report broken files, once
    try:
        pages, description = _pages(content)
    except UnusableSource:
        raise
    except DependencyError as error:  # an encryption that pypdf cannot open
        raise unusable("locked_file", form="PDF") from error
    except Exception as error:  # a broken file can raise anything inside pypdf
        raise unusable("broken_file", form="PDF", reason=_reason(error)) from error
    letters = sum(len("".join(line.split())) for page in pages for line in page)
    if letters < MIN_LETTERS_PER_PAGE * max(1, len(pages)):
        raise unusable("no_text_layer", pages=len(pages))
    return _join_pages(pages, description)


def _pages(content: bytes) -> tuple[list[list[str]], Description]:
    """The lines of each page, and the file's description."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise unusable("locked_file", form="PDF")
    if len(reader.pages) > MAX_PAGES:
        raise unusable("too_many_pages", pages=len(reader.pages), most=MAX_PAGES)
    pages = [
        tidy(plain_letters(page.extract_text())).strip("\n").split("\n") for page in reader.pages
    ]
    metadata = reader.metadata
    # its author is whoever printed it
    title = (metadata.title if metadata else None) or ""
    return pages, Description(title=title.strip())


def _join_pages(pages: Sequence[Sequence[str]], description: Description) -> Document:
    """The pages as one text, in which a paragraph is a line."""
    edge_shapes = _edge_shapes(pages)
    long_line = _long_line(pages)
    lines: list[tuple[str, bool]] = []
    is_open = False  # whether the line before continues
    for page in pages:
        for place, line in enumerate(page):
            at_edge = min(place, len(page) - 1 - place) < EDGE_LINES
            if at_edge and (PAGE_NUMBER.fullmatch(line) or _shape(line) in edge_shapes):
                lines.append((line, True))
                continue
            last_number = next((n for n in range(len(lines) - 1, -1, -1) if not lines[n][1]), None)
            if is_open and last_number is not None and line:
                lines[last_number] = (_join_lines(lines[last_number][0], line), False)
            elif line:
                lines.append((line, False))
            is_open = (
                bool(line)
                and len(line) >= FULL_LINE_SHARE * long_line
                and not line.endswith(SENTENCE_ENDS)
            )
    text = "\n".join(line for line, _ in lines) + "\n"
    omitted_lines = frozenset(number for number, (_, is_edge) in enumerate(lines) if is_edge)
    return Document(text, omitted_lines, description)


def _edge_shapes(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The shapes of lines that stand at the edges of several pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:]) if line})
    return frozenset(shape for shape, count in counts.items() if count >= MIN_EDGE_PAGES)


def _shape(line: str) -> str:
    """A line without its figures: page numbers differ from page to page."""
    return re.sub(r"\d+", "0", line)


def _long_line(pages: Sequence[Sequence[str]]) -> int:
    """The number of letters of a long line: nine of ten lines are not longer."""
    lengths = sorted(len(line) for page in pages for line in page if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _join_lines(line: str, next_line: str) -> str:
    is_latin = LATIN.fullmatch(line[-1]) and LATIN.fullmatch(next_line[0])
    return line + (" " if is_latin else "") + next_line


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
