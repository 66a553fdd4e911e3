"""Whether a passage is in a text, or a part of one, that says what is to be done."""

from __future__ import annotations

import re
from functools import cache

from drafting.text.sentences import LIST_MARK, Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

# How many lines from the first may be the title, and the longest line that is a heading.
TITLE_LINES, MAX_HEADING_LETTERS = 4, 30
# 各县（区）人民政府: to whom a document is sent.
ADDRESSEES = re.compile("^各[^。；;]{2,80}[：:]$", re.MULTILINE)
SENTENCE_MARK = re.compile("[。；;！!？?]")
# A heading of the first order: 二、工作任务, 附件2 目标.
FIRST_ORDER = re.compile("(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章部]|附件)")


def plan_heading(text: str, passage: Stretch) -> str:
    """The word of a heading above a passage by which what follows is to be done, or ""."""
    matches = (word_pattern("plan_headings").search(line) for line in _headings(text, passage))
    return next((match[0] for match in matches if match), "")


@cache
def is_directive(text: str) -> bool:
    """Whether a text is a notice, a plan or another order by its title or its addressees.

    A notice that passes on cases or results tells what was done.
    """
    if any(word_pattern("telling_titles").search(title) for title in _titles(text)):
        return False
    return is_order(text)


@cache
def is_order(text: str) -> bool:
    """Whether a text is an order by its title or its addressees, whatever it also tells."""
    ending = rf"(?:{word_alternatives('order_titles')})(?:[（(][^）)]*[）)])?[》”]?$"
    is_titled = any(re.search(ending, title) for title in _titles(text))
    return is_titled or bool(ADDRESSEES.search(text))


def _titles(text: str) -> list[str]:
    """The first lines that are no sentences."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()][:TITLE_LINES]
    return [line for line in lines if not SENTENCE_MARK.search(line)]


def _headings(text: str, passage: Stretch) -> list[str]:
    """The nearest heading above a passage's line, and the nearest one of the first order."""
    lines = text[: text.rfind("\n", 0, passage.start) + 1].split("\n")[::-1]
    written = [line.strip() for line in lines if line.strip()][:-1]
    headings = [
        line
        for line in written
        if len(LIST_MARK.sub("", line)) <= MAX_HEADING_LETTERS and not SENTENCE_MARK.search(line)
    ]
    first_order = [line for line in headings if FIRST_ORDER.match(line)]
    return headings[:1] + first_order[:1]
