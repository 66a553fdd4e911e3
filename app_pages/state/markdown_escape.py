"""Escapes text such as names and messages, which Streamlit would read as Markdown."""

from __future__ import annotations

import re

from queries.rendering.formats import escape_markdown

# Streamlit's own marks, `:red[x]`, `:material/x:` and `:smile:`, cannot be escaped by a backslash.
DIRECTIVE = re.compile(r":(?=[\w+-][\w/+-]*[:\[\\])")
WORD_JOINER = "\N{WORD JOINER}"
# Signs that begin a list, a heading or a quotation at the start of a line.
BLOCK = re.compile(r"^\d+(?=[.)])|^(?=[-+#>=])")


def plain(text: str) -> str:
    """Markdown that shows just this text, on one line."""
    markdown = DIRECTIVE.sub(":" + WORD_JOINER, escape_markdown(text))
    return BLOCK.sub(r"\g<0>\\", markdown)
