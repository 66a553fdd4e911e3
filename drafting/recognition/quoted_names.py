"""Names in quotation marks: “三通”模式."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafting.words.word_tables import word_pattern

MAX_NAME_LETTERS = 30
QUOTATION = re.compile(
    rf"“([^“”\n]{{1,{MAX_NAME_LETTERS}}})”|「([^「」\n]{{1,{MAX_NAME_LETTERS}}})」|‘([^‘’\n]{{1,{MAX_NAME_LETTERS}}})’"
    r'|"([^"\n]+)"'
)
SENTENCE_MARKS = re.compile("[。；;！!？?，]")


@dataclass(frozen=True, order=True)
class QuotedName:
    """A quoted name: characters `start` to `end` of the clean text, marks and last word included.

    `name` is the text within the marks, `head` the word after them that says what it is (模式), or
    "".
    """

    start: int
    end: int
    name: str
    head: str


def quoted_names(text: str) -> tuple[QuotedName, ...]:
    """The quoted names of a clean text, without quoted speech (with marks of a sentence)."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[QuotedName]:
    heads = word_pattern("name_heads")
    for match in QUOTATION.finditer(text):
        name = next(filter(None, match.groups()))
        if len(name) > MAX_NAME_LETTERS or SENTENCE_MARKS.search(name):
            continue
        head = heads.match(text, match.end())
        end = head.end() if head else match.end()
        yield QuotedName(match.start(), end, name, head[0] if head else "")
