"""Which lines of a text are the article: not the menus before it, nor the notices behind it."""

from __future__ import annotations

import re

from drafting.text.sentences import Stretch, paragraphs
from drafting.words.word_tables import word_table

SENTENCE_END = re.compile("[。！!？?；;]")
PAUSE = re.compile("[，,。；;：:、]")
# A line this long with a sentence's end and two pauses is a paragraph; a repeated line of more
# than a dozen letters is the same passage once more.
PARAGRAPH, PAUSES, REPEATED = 45, 2, 12


def is_paragraph(line: str) -> bool:
    """Whether a line is running text, not a heading or a menu."""
    pauses = len(PAUSE.findall(line))
    return len(line) >= PARAGRAPH and bool(SENTENCE_END.search(line)) and pauses >= PAUSES


def body(text: str) -> tuple[Stretch, ...]:
    """The lines of the article, headings included; none if the text has no paragraph.

    The article ends at the first line behind its first paragraph that begins with an end marker.
    Lines before the first paragraph stay, for the title and the dateline are among them.
    """
    lines = paragraphs(text)
    first = next((line for line in lines if is_paragraph(text[line.start : line.end])), None)
    if first is None:
        return ()
    end_markers = tuple(row["written"] for row in word_table("end_markers"))
    chosen: list[Stretch] = []
    passages: set[str] = set()
    for line in lines:
        written = text[line.start : line.end]
        if line > first and written.startswith(end_markers):
            break
        letters = "".join(written.split())
        if len(letters) <= REPEATED or letters not in passages:
            chosen.append(line)
        passages.add(letters)
    return tuple(chosen)
