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
    first_filled,
    letters_of,
    tidy,
)
from drafting.sources.documents.page_text import page_text, parsed_page
from drafting.text.body import is_item, is_paragraph

# Browsers write the address of a page that they save in its first lines.
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})",
    re.IGNORECASE,
)
CANONICAL = "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"
# A line is recognised as part of the article, or as its title, only if it is at least this long.
SHORTEST, SHORTEST_TITLE = 2, 4
# How many lines before the first paragraph its day may stand, and how long such a line may be.
HEAD, LONGEST_HEAD = 4, 150
MONTH = re.compile(r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}")


def declared_encodings(content: bytes) -> Iterator[str]:
    """The encodings that the head of a page declares."""
    for match in DECLARED.finditer(content[:4096]):
        yield (match[1] or match[2]).decode("ascii")


def html_document(text: str, encoding: str, today: date) -> Document:
    """The document of a page. `today` is the last day on which it can have been published."""
    root = parsed_page(text)
    if root is None:
        return Document("", encoding=encoding)
    extracted = _extracted(root, today)
    page = tidy(page_text(root))
    lines = page.split("\n")
    title = first_filled([getattr(extracted, "title", None) or "", *root.xpath("//h1[1]//text()")])
    article_lines, shown_title = _article_lines(
        lines, getattr(extracted, "text", None) or "", title
    )
    left_out = frozenset(range(len(lines))) - article_lines if article_lines else frozenset()
    description = _description(root, text, extracted, shown_title or title)
    return Document(page, left_out, description, encoding)


def _extracted(root: Any, today: date) -> Any:
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
    alone, joined = frozenset(passages), "\n".join(passages)
    chosen = {
        number
        for number, line in enumerate(lines)
        if len(words := letters_of(line)) >= SHORTEST
        and (words in alone or (is_paragraph(line) and words in joined))
    }
    if not chosen:
        return frozenset(), ""
    texts = [number for number in chosen if is_paragraph(lines[number])] or sorted(chosen)
    first, last = min(texts), max(texts)
    heads = [number for number in range(first) if _is_title(lines[number], title)]
    begin = max(heads) if heads else _dated_head(lines, first)
    # lines that trafilatura missed between two parts count if they are running text or a list
    between = {n for n in range(first, last) if is_paragraph(lines[n]) or is_item(lines[n])}
    behind = {number for number in chosen if begin <= number}
    article_lines = behind | between | set(range(begin, first))
    return frozenset(article_lines), lines[begin] if heads else ""


def _is_title(line: str, title: str) -> bool:
    """Whether a line is the title of a page, often followed by the site's name."""
    words, written = letters_of(line), letters_of(title)
    return words == written or (len(words) >= SHORTEST_TITLE and written.startswith(words))


def _dated_head(lines: Sequence[str], first: int) -> int:
    """Where the head of an article without a title begins: at a line with a day just before it."""
    near = range(max(0, first - HEAD), first)
    return next((n for n in near if MONTH.search(lines[n]) and len(lines[n]) < LONGEST_HEAD), first)


def _description(root: Any, text: str, extracted: Any, title: str) -> Description:
    saved = SAVED_FROM.search(text[:2000])
    linked = [str(address) for path in CANONICAL for address in root.xpath(path)]
    addresses = ([saved[1]] if saved else []) + [a for a in linked if a.startswith("http")]
    if extracted is None:
        return Description(title, language=root.get("lang", ""), address=first_filled(addresses))
    return Description(
        title=" ".join(title.split()),
        authors=tuple(name.strip() for name in (extracted.author or "").split(";") if name.strip()),
        publisher=extracted.sitename or "",
        published=extracted.date or "",
        language=root.get("lang", ""),
        licence=extracted.license or "",
        address=first_filled(addresses),
    )
