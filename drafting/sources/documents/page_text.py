"""The text of an HTML page as a reader sees it: a line for each block, hidden parts left out."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

# Elements that begin their own line, cells of tables, and elements that show no text. What else
# stands in a head is shown: a page without a body may have its article there.
BLOCK_TAGS = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|d[dlt]|details|dialog|dir|div|fieldset|"
    "figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|menu|nav|ol|option|p|pre|section|"
    "summary|table|t(?:body|foot|head|r)|ul"
)
CELL_TAGS = frozenset({"td", "th"})
INVISIBLE_TAGS = re.compile(
    "audio|canvas|embed|iframe|math|noscript|object|script|style|svg|template|textarea|title|video"
)
HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")
# A line break of the markup between two Chinese characters is no space to a reader.
WIDE_LETTER = "[\u3000-\u9fff\uff00-\uffef]"
CHINESE_BREAK = re.compile(rf"(?<={WIDE_LETTER})\s*\n\s*(?={WIDE_LETTER})")


def parsed_page(text: str) -> Any:
    """The root of a page, which may be broken; None for a page without any element."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    content = text.replace("\0", "").encode("utf-8", errors="replace")
    try:
        return html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def page_text(root: Any) -> str:
    """The text that a page shows."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_element = event in ("start", "end") and isinstance(element.tag, str)
        if event == "start" and (not is_element or _is_hidden(element)):
            walk.skip_subtree()
        elif is_element and BLOCK_TAGS.fullmatch(element.tag):
            parts.append("\n\r")
        elif event == "end" and element.tag in CELL_TAGS:
            parts.append(" ")
        if event == "start" and is_element and not _is_hidden(element):
            parts.append(_words(element, element.text))
        if event != "start" and element is not root:
            parts.append(_words(element.getparent(), element.tail))
    lines = "".join(parts).split("\n\r")
    return "\n".join(line.strip() for line in lines if line.strip())


def _is_hidden(element: Any) -> bool:
    return (
        bool(INVISIBLE_TAGS.fullmatch(element.tag))
        or "hidden" in element.attrib
        or bool(HIDING_STYLE.search(element.get("style", "")))
    )


def _words(parent: Any, text: str | None) -> str:
    """Text inside an element: spaces as a browser shows them."""
    if not text:
        return ""
    if parent is not None and parent.tag == "pre":
        return text.replace("\r\n", "\n").replace("\n", "\n\r")
    return SPACE.sub(" ", CHINESE_BREAK.sub("", text))
