"""The byline of a text in its first lines: title, publisher, authors and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from drafting.recognition.dates import dates
from drafting.sources.documents.document import Description, first_non_empty
from drafting.text.body import is_paragraph
from drafting.text.clean_text import HAN
from drafting.words.word_tables import pairs, word_alternatives

# How far from the first line a byline may stand, and from the last one the day of a document.
HEAD_LINES, FOOT_LINES = 15, 4
MAX_TITLE_LETTERS, MAX_NAME_LETTERS, MAX_BYLINE_LETTERS = 80, 40, 150
TIME = re.compile(r"[ T]{0,2}(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?")
PATH = re.compile(r"\S\s*[>›»]\s*\S")
SIGNS = re.compile(r"[\W\d_年月日]*")
NAME_SEPARATOR = re.compile(r"[、,，;；/|]|\s+and\s+")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def byline(lines: Sequence[str]) -> Description:
    """The description in the first lines of an article; its day may be in the last ones too."""
    full_lines = [line for line in lines if line]
    head = [line for line in _head(full_lines) if len(line) <= MAX_BYLINE_LETTERS]
    values = _labelled_values(head)
    foot = [line for line in full_lines[-FOOT_LINES:] if SIGNS.fullmatch(line)]
    day, day_text = _day(head) or _day(foot) or ("", "")
    return Description(
        title=_title(head),
        authors=_names(values.get("authors", "")),
        publisher=_name(values.get("publisher", "")),
        published=day,
        published_written=day_text,
        licence=values.get("licence", "")[:MAX_NAME_LETTERS],
    )


def _head(lines: Sequence[str]) -> list[str]:
    """The lines before the first paragraph."""
    paragraph = next(
        (n for n, line in enumerate(lines[:HEAD_LINES]) if is_paragraph(line)), HEAD_LINES
    )
    return list(lines[:paragraph])


def _title(head: Sequence[str]) -> str:
    """The line before the first label or day; without one, the first that is no path of a site."""
    heads: list[str] = []
    for line in head:
        if _label_pattern().match(line) or _day([line]):
            if heads:
                return heads[-1]
        elif len(line) <= MAX_TITLE_LETTERS and not SIGNS.fullmatch(line) and not PATH.search(line):
            heads.append(line)
    return first_non_empty(heads)


def _labelled_values(head: Sequence[str]) -> dict[str, str]:
    """The value after each label, by the field that the label means; the first one counts."""
    fields = pairs("source_labels", "field")
    values: dict[str, str] = {}
    for line in head:
        labels = list(_label_pattern().finditer(line))
        ends = [label.start() for label in labels[1:]] + [len(line)]
        for label, end in zip(labels, ends, strict=False):
            value = re.split(r"\s{2,}|[|｜]", line[label.end() : end].strip())[0]
            if value:
                values.setdefault(fields[label[1]], value)
    return values


def _name(value: str) -> str:
    """A name at the beginning of a value; a Chinese one has no space."""
    return (value.split()[0] if HAN.match(value) else value)[:MAX_NAME_LETTERS]


def _names(value: str) -> tuple[str, ...]:
    """The names in a byline, without their roles."""
    words = word_alternatives("byline_words")
    parts = value.split() if HAN.search(value) else [value]
    names = [name.strip(" □■◎") for part in parts for name in NAME_SEPARATOR.split(part)]
    plain_names = [
        re.sub(rf"^(?:{words})+", "", name)
        for name in names
        if not re.search(f"(?:{words})$", name)
    ]
    return tuple(
        dict.fromkeys(name for name in plain_names if name and len(name) <= MAX_NAME_LETTERS)
    )


def _day(lines: Sequence[str]) -> tuple[str, str] | None:
    """The first full day in some lines: as EDTF, and as written with its time of day."""
    for line in lines:
        for date in dates(line):
            if DAY.fullmatch(date.edtf) and not date.is_relative:
                time = TIME.match(line, date.end)
                return date.edtf, line[date.start : time.end() if time else date.end]
    return None


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = word_alternatives("source_labels")
    return re.compile(rf"(?<![A-Za-z])({labels})\s*[:：]")
