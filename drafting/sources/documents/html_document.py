"""An HTML page as a document: the lines of its article, and its description.

trafilatura says which lines are the article; the letters are those of the page itself, so that a
passage of the copy is a passage of the page.
"""

from __future__ import annotations

import copy
import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from trafilatura import bare_extraction

from drafting.sources.documents.document import (
    Description,
    Document,
    first_non_empty,
    letters_of,
    tidy,
)
from drafting.sources.documents.page_text import page_text, parsed_page
from drafting.text.body import is_item, is_paragraph

# Browsers write the address of a page that they save in its first lines.
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
ENCODING_DECLARATION = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})",
    re.IGNORECASE,
)
CANONICAL_PATHS = "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"
# A line is recognised as part of the article, or as its title, only if it is at least this long.
MIN_LINE_LETTERS, MIN_TITLE_LETTERS = 2, 4
# How many lines before the first paragraph its day may stand, and how long such a line may be.
MAX_LINES_BEFORE, MAX_HEAD_LETTERS = 4, 150
MONTH = re.compile(r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}")


def declared_encodings(content: bytes) -> Iterator[str]:
    """The encodings that the head of a page declares."""
    for match in ENCODING_DECLARATION.finditer(content[:4096]):
        yield (match[1] or match[2]).decode("ascii")


def html_document(text: str, encoding: str, today: date) -> Document:
    """The document of a page. `today` is the last day on which it can have been published."""
    root = parsed_page(text)
    if root is None:
        return Document("", encoding=encoding)
    extraction = _extract(root, today)
    page = tidy(page_text(root))
    lines = page.split("\n")
    title = first_non_empty(
        [getattr(extraction, "title", None) or "", *root.xpath("//h1[1]//text()")]
    )
    article_lines, shown_title = _article_lines(
        lines, getattr(extraction, "text", None) or "", title
    )
    omitted_lines = frozenset(range(len(lines))) - article_lines if article_lines else frozenset()
    description = _description(root, text, extraction, shown_title or title)
    return Document(page, omitted_lines, description, encoding)


def _extract(root: Any, today: date) -> Any:
    """The result of trafilatura; None if it finds no article."""
    days = {"extensive_search": False, "original_date": True, "max_date": today.isoformat()}
    # messages of these packages on odd pages and dates do not help a curator
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bare_extraction(
            copy.deepcopy(root),
            favor_recall=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=days,
        )


def _article_lines(lines: Sequence[str], article: str, title: str) -> tuple[frozenset[int], str]:
    """The numbers of the lines that are the article, from its title on, and the title as shown."""
    # trafilatura draws the cells of tables with bars
    passages = [letters_of(line.replace("|", "")) for line in article.split("\n")]
    passage_set, passage_text = frozenset(passages), "\n".join(passages)
    numbers = {
        number
        for number, line in enumerate(lines)
        if len(words := letters_of(line)) >= MIN_LINE_LETTERS
        and (words in passage_set or (is_paragraph(line) and words in passage_text))
    }
    if not numbers:
        return frozenset(), ""
    texts = [number for number in numbers if is_paragraph(lines[number])] or sorted(numbers)
    first_text, last_text = min(texts), max(texts)
    heads = [number for number in range(first_text) if _is_title(lines[number], title)]
    begin = max(heads) if heads else _dated_head(lines, first_text)
    # lines that trafilatura missed between two parts count if they are running text or a list
    lines_between = {
        n for n in range(first_text, last_text) if is_paragraph(lines[n]) or is_item(lines[n])
    }
    later_lines = {number for number in numbers if begin <= number}
    article_lines = later_lines | lines_between | set(range(begin, first_text))
    return frozenset(article_lines), lines[begin] if heads else ""


def _is_title(line: str, title: str) -> bool:
    """Whether a line is the title of a page, often followed by the site's name."""
    words, title_letters = letters_of(line), letters_of(title)
    return words == title_letters or (
        len(words) >= MIN_TITLE_LETTERS and title_letters.startswith(words)
    )


def _dated_head(lines: Sequence[str], first_text: int) -> int:
    """Where the head of an article without a title begins: at a line with a day just before it."""
    numbers = range(max(0, first_text - MAX_LINES_BEFORE), first_text)
    return next(
        (n for n in numbers if MONTH.search(lines[n]) and len(lines[n]) < MAX_HEAD_LETTERS),
        first_text,
    )


def _description(root: Any, text: str, extraction: Any, title: str) -> Description:
    saved_from = SAVED_FROM.search(text[:2000])
    links = [str(address) for path in CANONICAL_PATHS for address in root.xpath(path)]
    addresses = ([saved_from[1]] if saved_from else []) + [a for a in links if a.startswith("http")]
    if extraction is None:
        return Description(title, language=root.get("lang", ""), address=first_non_empty(addresses))
    return Description(
        title=" ".join(title.split()),
        authors=tuple(
            name.strip() for name in (extraction.author or "").split(";") if name.strip()
        ),
        publisher=extraction.sitename or "",
        published=extraction.date or "",
        language=root.get("lang", ""),
        licence=extraction.license or "",
        address=first_non_empty(addresses),
    )
