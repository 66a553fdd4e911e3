"""The rows in a model's answer, whatever text is around them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

THOUGHT_END = "</think>"
THOUGHT = re.compile(r"<think>.*", re.DOTALL)
# Where a list of rows may begin: in its object, or on its own.
LIST_OPENING = re.compile(r'"rows"\s*:\s*\[|\[(?=\s*[{\]])')
ROW_SEPARATOR = re.compile(r"[\s,]*")
# No answer needs more lists, and no stretch of an article more rows.
LISTS, ROWS = 20, 60
# Numbers stay as they are written: the digits are what is checked.
DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


@dataclass(frozen=True)
class AnswerRows:
    """The rows of an answer; `is_whole` says whether their list was closed."""

    rows: tuple[Any, ...]
    is_whole: bool


def answer_rows(content: str) -> AnswerRows | None:
    """The longest list of rows that a text has; None if it has none.

    A model's thoughts are left out: a list in them is no answer. If a list breaks off, the rows
    before the break count.
    """
    text = THOUGHT.sub("", content.rpartition(THOUGHT_END)[2])
    lists: list[AnswerRows] = []
    start = 0
    while len(lists) < LISTS and (match := LIST_OPENING.search(text, start)):
        rows, start = _list(text, match.end())
        lists.append(rows)
    return max(lists, key=lambda each: (len(each.rows), each.is_whole), default=None)


def _list(text: str, start: int) -> tuple[AnswerRows, int]:
    """The rows of a list from its first letter, and the position where the search continues."""
    rows: list[Any] = []
    while len(rows) < ROWS:
        if (match := ROW_SEPARATOR.match(text, start)) is not None:
            start = match.end()
        if start >= len(text):
            break
        if text[start] == "]":
            return AnswerRows(tuple(rows), is_whole=True), start + 1
        try:
            row, start = DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            break
        rows.append(row)
    return AnswerRows(tuple(rows), is_whole=False), start + 1
