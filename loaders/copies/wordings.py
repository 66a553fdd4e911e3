"""Whether the words that the facts keep of a text stand in the passages that they cite."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.lookup.romanization import normalise
from loaders.copies.number_borders import split_numbers, whole_numbers
from ontology.schema.fields import wording_fields
from ontology.schema.kinds import Statement

# Pinyin that stands behind a character in some copies: 学(xué)习(xí).
PINYIN = re.compile(r"[(（][^\W\d_\u3400-\u9fff]+[)）]")
LINE_BREAK = re.compile(r"[ \t\u3000]*\r?\n\s*")
NUMBER = re.compile(r"([0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)*)")
# 2016.8 is a month and 2016.8.17 a day, whose year may be a wording of its own.
DATE = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]{1,2}|[0-9]+(?:\.[0-9]+){2,}")


@dataclass(frozen=True)
class UnwrittenField:
    """A wording that is in none of the passages of its statement, and is not marked as composed."""

    statement: str
    source: str
    field: str
    wording: str


def unwritten_fields(
    id: str, statement: Statement, passages: Iterable[str]
) -> Iterator[UnwrittenField]:
    """The wordings of a statement that stand in none of these passages.

    Letters and numbers are compared: signs, spaces, pinyin in brackets and the forms of characters
    make no difference. A number is compared as a whole, in digits and in Chinese numerals: 99 has
    neither 9 nor 9.9, and 二十 has no 十.
    """
    passages = list(passages)
    for field in wording_fields(type(statement)):
        wording = getattr(statement, field.name)
        if wording is None or field.name in statement.composed:
            continue
        if not any(is_written(wording, passage) for passage in passages):
            yield UnwrittenField(id, statement.source, field.name, wording)


def is_written(wording: str, passage: str) -> bool:
    """Whether a passage has these words; a number may have a line break inside or after it."""
    pattern = whole_numbers(letters(wording))
    texts = (letters(passage), letters(LINE_BREAK.sub("", passage)))
    return any(pattern.search(text) for text in texts)


def letters(text: str) -> str:
    """The letters (without pinyin) and numbers of a text, in the form that name search compares.

    A number keeps its decimal point, and a space separates it from the next.
    """
    plain_text = unicodedata.normalize("NFKC", PINYIN.sub("", text))
    return " ".join(_letters(part) for part in split_numbers(plain_text))


def _letters(text: str) -> str:
    parts = NUMBER.split(text)
    for position, part in enumerate(parts):
        if position % 2:
            parts[position] = _number(part)
        else:
            is_between = 0 < position < len(parts) - 1
            parts[position] = normalise(part) or (" " if is_between else "")
    return "".join(parts)


def _number(text: str) -> str:
    digits = text.replace(",", "")
    return digits.replace(".", " ") if DATE.fullmatch(digits) else digits
