"""The content of a file: its text, the lines of its article, and its description."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.tables.invisible_characters import without_invisible

SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
EMPTY_LINES = re.compile("\n{3,}")


@dataclass(frozen=True)
class Description:
    """A file's description of itself, as written; "" for missing parts.

    `published` is a day (2010-03-01) or a part of one, `language` a BCP 47 tag.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    published_written: str = ""
    language: str = ""
    licence: str = ""
    address: str = ""


@dataclass(frozen=True)
class Document:
    """The text of a file, with line feeds between lines and no spaces at their ends.

    `omitted_lines` are the numbers of lines, from 0, that the file's form shows to be no part of
    the article: menus of a page, headers of a print. `encoding` is "" for files that are no text.
    """

    text: str
    omitted_lines: frozenset[int] = frozenset()
    description: Description = field(default_factory=Description)
    encoding: str = ""


def tidy(text: str) -> str:
    """A text with line feeds only, no spaces at the ends of lines and no invisible character.

    At most one empty line stands between two others; the last line ends with a line feed.
    """
    text = without_invisible(text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\f", "\n")
    lines = "\n".join(SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", lines).strip("\n") + "\n"


def letters_of(line: str) -> str:
    """A line without any space: how lines are compared."""
    return "".join(line.split())


def printable(text: str) -> str:
    """A text without control characters, which a terminal would obey."""
    return "".join(letter for letter in text if letter.isprintable())


def first_non_empty(values: Iterable[str]) -> str:
    """The first text that is not empty; "" if all are."""
    return next((value.strip() for value in values if value and value.strip()), "")
