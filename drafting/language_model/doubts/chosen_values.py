"""Values that a model chooses, and that no word of the passages supports.

How one praises or learned, a part in a group or an event, a rank, the first place of an area, and a
figure that only counts the parts of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.lint.checks.lessons import LEARNS
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.recognition.numbers.numerals import letters
from drafting.recognition.quoted_names import quoted_names
from drafting.text.clean_text import CleanText
from drafting.words.word_tables import alternatives, word_alternatives, word_table
from loaders.copies.wordings import is_written
from ontology.schema.enums import Counting, Learning, Stance
from ontology.schema.fields import LOCAL_NAME
from ontology.schema.kinds import LearnedFrom, Measurement, Statement

RANK = "rank"
# Particles, pronouns and counts, which no name has, but for one in quotation marks.
SENTENCE_WORDS = re.compile("[把被将已须又也她]|[0-9]+[家名位]")
QUOTATION_MARKS = re.compile('[“”"]')
MARKS = '“”"'


def choice_doubts(evidence: Evidence) -> Iterator[str]:
    """The codes of the doubts about chosen values."""
    statement, words = evidence.statement, _words(evidence)
    if any(
        _chooses(statement, field, choice) and not pattern.search(words)
        for field, choice, pattern in _supports(evidence.kind)
    ):
        yield FindingCode.TRIGGER.value
    rank = getattr(statement, RANK, None)
    if rank and not any(is_written(rank, evidence.read(part)) for part in evidence.stretches):
        yield FindingCode.TRIGGER.value
    if isinstance(statement, LearnedFrom) and _only_looked(evidence, statement):
        yield FindingCode.TRIGGER.value
    local_name = CleanText(getattr(statement, LOCAL_NAME, None) or "").text
    if any(
        _chooses(statement, field, choice)
        and rival.search(evidence.passage)
        and not (supports and supports.search(evidence.passage))
        for field, choice, rival, supports in _rivals(evidence.kind)
    ):
        yield FindingCode.TRIGGER.value
    if local_name and _is_piece_of_sentence(local_name):
        yield FindingCode.LOCAL_NAME.value
    if local_name and _is_of_another_deed(evidence, local_name):
        yield FindingCode.LOCAL_NAME.value
    is_label = isinstance(statement, Measurement) and statement.counts is Counting.LABEL
    if is_label and not _counts_parts_of_name(evidence):
        yield FindingCode.INDICATOR.value


def _chooses(statement: Statement, field: str, choice: str) -> bool:
    """Whether a field has a choice; an empty choice stands for any."""
    value = getattr(statement, field, None)
    return value is not None and choice in ("", str(value))


def _words(evidence: Evidence) -> str:
    """The passages, and the sentence of the first."""
    return f"{evidence.read(evidence.sentence)}\n{evidence.cited_text}"


@cache
def _supports(kind: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The choices of a kind that need words: field, choice, and a pattern of any word."""
    words: dict[tuple[str, str], list[str]] = {}
    for row in word_table("choice_words"):
        if row["kind"] == kind:
            words.setdefault((row["field"], row["choice"]), []).append(row["written"])
    return tuple((*key, re.compile(alternatives(row))) for key, row in words.items())


@cache
def _rivals(
    kind: str,
) -> tuple[tuple[str, str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """The choices of a kind that words for another choice make doubtful: field, choice, a pattern
    of these words, and one of the words that leave no doubt."""
    words: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in word_table("rival_words"):
        if row["kind"] == kind:
            sides = words.setdefault((row["field"], row["choice"]), {})
            sides.setdefault(row["side"], []).append(row["written"])
    return tuple(
        (
            *key,
            re.compile(alternatives(sides["against"])),
            re.compile(alternatives(sides["for"])) if "for" in sides else None,
        )
        for key, sides in words.items()
    )


def _is_piece_of_sentence(local_name: str) -> bool:
    """Whether a local name without quotation marks has words that only sentences have."""
    return not QUOTATION_MARKS.search(local_name) and bool(SENTENCE_WORDS.search(local_name))


def _is_of_another_deed(evidence: Evidence, local_name: str) -> bool:
    """Whether a local name stands in other passages alone, and not in the sentence of the deed."""
    statement = evidence.statement
    if statement.stance is Stance.IMPLIED or LOCAL_NAME in statement.composed:
        return False
    words = evidence.read(evidence.sentence) + evidence.passage
    return local_name not in words and local_name.strip(MARKS) not in words


def _only_looked(evidence: Evidence, statement: LearnedFrom) -> bool:
    """Whether a lesson is stated where the words only tell that someone went to look."""
    if statement.how is Learning.VISITED or statement.stance is not Stance.STATED:
        return False
    up_to_passage = evidence.sentence_to_passage_end
    words = f"{evidence.read(up_to_passage)}\n{evidence.cited_text}"
    return not (LEARNS.search(words) or _lesson_words().search(words))


@cache
def _lesson_words() -> re.Pattern[str]:
    """The words for a lesson besides those for going to see."""
    looking = {row["written"] for row in word_table("looking_words")}
    words = {row["written"] for row in word_table("triggers") if row["kind"] == "learned_from"}
    return re.compile(alternatives(words - looking))


def _counts_parts_of_name(evidence: Evidence) -> bool:
    """Whether a figure of the passage stands in a quoted name, or before a word such as 级."""
    text = evidence.text.clean.text
    names = quoted_names(text)
    words = word_alternatives("label_units")
    label = re.compile(rf"[{''.join(letters('digit'))}十0-9]+(?:{words})")
    return bool(label.search(evidence.passage)) or any(
        name.start <= figure.start < name.end
        for figure in evidence.text.figures_in(evidence.stretch)
        for name in names
    )
