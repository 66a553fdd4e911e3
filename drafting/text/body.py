"""Finds the lines of a text that are the article, without menus before and notices after it."""

from __future__ import annotations

import re
from functools import cache

from drafting.text.sentences import Stretch, list_mark_end, paragraphs
from drafting.words.word_tables import word_table

SENTENCE_END = re.compile("[。！!？?；;]")
PAUSE = re.compile("[，,。；;：:、]")
# A line this long with a sentence's end and two pauses is a paragraph; a repeated line of more
# than a dozen letters is the same passage once more.
PARAGRAPH, PAUSES, REPEATED = 45, 2, 12
# The fewest Chinese characters of an item of a list.
SHORTEST_ITEM = 8
HAN = re.compile("[\u3400-\u9fff]")


def is_paragraph(line: str) -> bool:
    """Whether a line is running text, not a heading or a menu."""
    pauses = len(PAUSE.findall(line))
    return len(line) >= PARAGRAPH and bool(SENTENCE_END.search(line)) and pauses >= PAUSES


def is_item(line: str) -> bool:
    """Whether a short line is an item of a list or a bulletin, not of a menu or page layout.

    It is a sentence, or it begins with the mark of a list item and is more than a title.
    """
    words = line[list_mark_end(line) :]
    if len(HAN.findall(words)) < SHORTEST_ITEM or words.startswith(_end_markers()):
        return False
    return bool(SENTENCE_END.search(words[-1:])) or words != line


def body(text: str) -> tuple[Stretch, ...]:
    """The lines of the article, headings included; none if the text has no paragraph and no list.

    The article ends at the first line after its first paragraph that begins with an end marker; a
    bulletin of short items has no paragraph, so its first item counts. Lines before it stay because
    the title and the dateline are among them.
    """
    lines = paragraphs(text)
    written_lines = [(line, text[line.start : line.end]) for line in lines]
    texts = [line for line, written in written_lines if is_paragraph(written)]
    first = next(iter(texts or [line for line, written in written_lines if is_item(written)]), None)
    if first is None:
        return ()
    end_markers = _end_markers()
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


@cache
def _end_markers() -> tuple[str, ...]:
    return tuple(row["written"] for row in word_table("end_markers"))
