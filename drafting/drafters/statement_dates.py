"""The date of a statement: in the words of its clause, or in words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.recognition.dates import REPEATED_LETTERS, RecognisedDate
from drafting.recognition.recognised_text import RecognisedText
from drafting.recognition.stances import sentence_of
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_table
from graph.model.statement_content import snake
from ontology.schema.enums import DatedBy
from ontology.schema.fields import WRITTEN_SUFFIX
from ontology.schema.kinds import STATEMENTS

# The date columns, by table.
DATE_COLUMNS = {snake(kind.__name__): kind.date_field for kind in STATEMENTS if kind.date_field}
OPENING_BRACKETS, CLOSING_BRACKETS = "（(", "）)"
DAY = re.compile(r"(?:\.\./)?[0-9]{4}-[0-9]{2}-[0-9]{2}")
SINCE = "/.."


@dataclass(frozen=True)
class StatementDate:
    """A date with its passages; a relative date rests on the dateline too."""

    date: RecognisedDate
    passages: tuple[Stretch, ...]

    def cells(self, column: str) -> Mapping[str, str]:
        """The cells of a date column, of its words, and of the date's basis."""
        relative = self.date.is_relative and self.date.edtf
        return {
            column: self.date.edtf,
            column + WRITTEN_SUFFIX: self.date.words,
            "dated_by": DatedBy.RELATIVE.value if relative else "",
        }


@dataclass(frozen=True)
class Dating:
    """Finds the dates of statements in a text with these clauses."""

    text: RecognisedText
    clauses: Sequence[Clause]

    def statement_date(self, kind: str, clause: Clause, end: int) -> StatementDate | None:
        """The last date that may be a statement's, before a position in its clause.

        It stands in the sentence of the clause; else it is an earlier day of the paragraph, if the
        kind carries a day on, or the time since when something is so.
        """
        letters = self.text.clean.text
        sentence = sentence_of(letters, clause.stretch).start
        paragraph = letters.rfind("\n", 0, clause.sentence.start) + 1
        rule = next((row for row in word_table("date_rules") if row["kind"] == kind), None)
        idle_words = {word for word in rule["idle_words"].split("|") if word} if rule else set()
        dates = [
            date
            for date in self.text.dates
            if paragraph <= date.start < end and date.meaning not in idle_words
            if not (self._is_aside(date, clause.stretch.start) or _is_unresolved(date))
            if not is_compared(letters, date)
        ]
        sentence_dates = [
            date for date in dates if date.start >= sentence
        ]  # a semicolon ends no sentence
        carried_dates = [date for date in dates if rule and _is_carried_on(date, rule["carries"])]
        last_date = next(iter([*carried_dates[-1:], *sentence_dates[-1:]][::-1]), None)
        return StatementDate(last_date, tuple(self._passages(last_date))) if last_date else None

    def _is_aside(self, date: RecognisedDate, start: int) -> bool:
        """Whether a date is in brackets that close before a position."""
        letters_between = self.text.clean.text[date.end : max(date.end, start)]
        open_brackets = sum(map(letters_between.count, OPENING_BRACKETS))
        return sum(map(letters_between.count, CLOSING_BRACKETS)) > open_brackets

    def _passages(self, date: RecognisedDate) -> Iterator[Stretch]:
        """The clause with a date, with the next if it has no other words; the date's basis."""
        yield self._clause(date)
        if date.is_relative and date.edtf:
            if date.meaning in REPEATED_LETTERS:
                earlier_dates = [
                    other_date for other_date in self.text.dates if other_date.end <= date.start
                ]
                yield from map(self._clause, earlier_dates[-1:])
            if self.text.dateline:
                yield self.text.dateline

    def _clause(self, date: RecognisedDate) -> Stretch:
        stretches = [clause.stretch for clause in self.clauses]
        for place, stretch in enumerate(stretches):
            if stretch.start <= date.start < stretch.end:
                other_words = self.text.clean.text[stretch.start : stretch.end].replace(
                    date.words, ""
                )
                next_stretches = stretches[place + 1 : place + 2]
                if next_stretches and not re.search(r"\w", other_words):
                    return Stretch(stretch.start, next_stretches[0].end)
                return stretch
        return Stretch(date.start, date.end)


def is_compared(text: str, date: RecognisedDate) -> bool:
    """Whether something is compared with a date: 较2020年."""
    words = tuple(row["written"] for row in word_table("comparison_words"))
    return text.endswith(words, 0, date.start)


def _is_unresolved(date: RecognisedDate) -> bool:
    return date.meaning in REPEATED_LETTERS and not date.edtf


def _is_carried_on(date: RecognisedDate, carried_dates: str) -> bool:
    if carried_dates == "day":
        return bool(DAY.fullmatch(date.edtf))
    return carried_dates == "since" and date.edtf.endswith(SINCE)
