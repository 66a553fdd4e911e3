"""Paragraphs, sentences and clauses of a text, as spans that leave out only spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sentence ends with its mark and the closing quotation marks after it.
SENTENCE = re.compile("[^。！!？?；;]*(?:[。！!？?；;]+[”’」』）)]*|$)")
# The comma of 3,260 and the colon of 4:6 end no clause.
IN_NUMBER = "(?<=[0-9])(?:,(?=[0-9]{3}(?![0-9]))|[:：](?=[0-9]))"
CLAUSE = re.compile(f"(?:[^，,：:]|{IN_NUMBER})*(?:[，,：:]+[”’」』）)]*|$)")

# The mark of a list item: a bullet, or a number or letter with its sign. 3.5 is no mark.
LIST_MARK = re.compile(
    r"\s*(?:[●○■□◆◇★☆▲△•·∙▪◦–—*-]\s*"
    r"|[（(][0-9一二三四五六七八九十]{1,3}[)）]\s*"
    r"|[0-9]{1,3}(?:[)）、．]|\.(?![0-9]))\s*|[一二三四五六七八九十]{1,3}、\s*)"
)


@dataclass(frozen=True, order=True)
class Stretch:
    """Characters `start` to `end` of a text, without spaces at its ends."""

    start: int
    end: int

    def overlaps(self, other: Stretch) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def paragraphs(text: str) -> tuple[Stretch, ...]:
    """The lines that are not empty."""
    return tuple(_stretches(re.compile("[^\n]*(?:\n|$)"), text, Stretch(0, len(text))))


def line_of(text: str, stretch: Stretch) -> Stretch:
    """The line in which a stretch lies, with the spaces at its ends."""
    return Stretch(text.rfind("\n", 0, stretch.start) + 1, (text + "\n").find("\n", stretch.end))


def list_mark_end(line: str) -> int:
    """How many letters of a line are the mark of a list item; 0 for any other line."""
    match = LIST_MARK.match(line)
    return match.end() if match else 0


def sentences(text: str, paragraph: Stretch) -> tuple[Stretch, ...]:
    """The sentences of a paragraph; a semicolon ends one."""
    return tuple(_stretches(SENTENCE, text, paragraph))


def clauses(text: str, sentence: Stretch) -> tuple[Stretch, ...]:
    """The clauses of a sentence, between commas and colons."""
    return tuple(_stretches(CLAUSE, text, sentence))


def _stretches(pattern: re.Pattern[str], text: str, stretch: Stretch) -> Iterator[Stretch]:
    for match in pattern.finditer(text[stretch.start : stretch.end]):
        part = match[0]
        start = stretch.start + match.start() + len(part) - len(part.lstrip())
        end = stretch.start + match.start() + len(part.rstrip())
        if start < end:
            yield Stretch(start, end)
