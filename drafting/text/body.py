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
MIN_PARAGRAPH_LETTERS, MIN_PAUSES, MAX_REPEATABLE_LETTERS = 45, 2, 12
# The fewest Chinese characters of an item of a list.
MIN_ITEM_CHARACTERS = 8
HAN = re.compile("[\u3400-\u9fff]")


def is_paragraph(line: str) -> bool:
    """Whether a line is running text, not a heading or a menu."""
    pauses = len(PAUSE.findall(line))
    return (
        len(line) >= MIN_PARAGRAPH_LETTERS
        and bool(SENTENCE_END.search(line))
        and pauses >= MIN_PAUSES
    )


def is_item(line: str) -> bool:
    """Whether a short line is an item of a list or a bulletin, not of a menu or page layout.

    It is a sentence, or it begins with the mark of a list item and is more than a title.
    """
    words = line[list_mark_end(line) :]
    if len(HAN.findall(words)) < MIN_ITEM_CHARACTERS or words.startswith(_end_markers()):
        return False
    return bool(SENTENCE_END.search(words[-1:])) or words != line


def body(text: str) -> tuple[Stretch, ...]:
    """The lines of the article, headings included; none if the text has no paragraph and no list.

    The article ends at the first line after its first paragraph that begins with an end marker; a
    bulletin of short items has no paragraph, so its first item counts. Lines before it stay because
    the title and the dateline are among them.
    """
    lines = paragraphs(text)
    lines_with_text = [(line, text[line.start : line.end]) for line in lines]
    texts = [line for line, line_text in lines_with_text if is_paragraph(line_text)]
    first_line = next(
        iter(texts or [line for line, line_text in lines_with_text if is_item(line_text)]), None
    )
    if first_line is None:
        return ()
    end_markers = _end_markers()
    body_lines: list[Stretch] = []
    passages: set[str] = set()
    for line in lines:
        line_text = text[line.start : line.end]
        if line > first_line and line_text.startswith(end_markers):
            break
        letters = "".join(line_text.split())
        if len(letters) <= MAX_REPEATABLE_LETTERS or letters not in passages:
            body_lines.append(line)
        passages.add(letters)
    return tuple(body_lines)


@cache
def _end_markers() -> tuple[str, ...]:
    return tuple(row["written"] for row in word_table("end_markers"))
