"""An answer in a reader's language: headings and values in words, things by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from ontology.labels.dates import date_in_words
from ontology.labels.labels import name as word
from ontology.labels.labels import schema_words
from queries.catalogue import WORD_COLUMN, AnswerColumn, ColumnType, Question
from queries.rendering.formats import text
from queries.rendering.texts import phrase
from texts.tables import ANSWERS

# The headings of the columns for programs: the code of a thing, and a date in EDTF.
CODE_HEADINGS = {ColumnType.THING: "coded", ColumnType.DATE: "dated_in_edtf"}
LANGUAGE_OF_A_NAME = re.compile(r"_(zh|en)$")


def label_answer(
    facts: Facts, answer: Answer, question: Question, language: str, *, codes: bool = False
) -> Answer:
    """An answer of a question with headings and values in `zh` or `en`; its ids stay ids.

    With `codes`, for programs, the code of a thing stands in a column beside its name, and a date
    in EDTF beside its words. Without, a column in which no row holds anything is left out.
    """
    columns = [
        (i, c)
        for i, c in enumerate(question.columns)
        if not only_names(c, question.columns) and (codes or _holds_something(answer, i))
    ]
    coded_columns = {column.key for _, column in columns if codes and column.type in CODE_HEADINGS}
    headings: list[str] = []
    for _, column in columns:
        name = column.name.name(language)
        code = phrase(CODE_HEADINGS.get(column.type, "coded"), language, name=name)
        headings += [name, code] if column.key in coded_columns else [name]
    rows = []
    for row in answer.rows:
        cells: list[Cell] = []
        for i, column in columns:
            label = in_words(facts, column, row[i], language)
            cells += [label, row[i]] if column.key in coded_columns else [label]
        rows.append(tuple(cells))
    return Answer(tuple(headings), tuple(rows), answer.is_cut, answer.is_shortened)


def in_words(facts: Facts, column: AnswerColumn, cell: Cell, language: str) -> Cell:
    """A cell as its reader calls it; numbers, ids and values without a name are unchanged."""
    match cell:
        case list():
            if any(part in facts.statements for part in cell):
                return cell
            parts = (text(in_words(facts, column, part, language)) for part in cell)
            return phrase("list_comma", language).join(parts)
        case str() if column.type is ColumnType.DATE:
            return date_in_words(cell, language)
        case str() if column.type in (ColumnType.THING, ColumnType.LIST) and cell in facts.things:
            return _name(facts, cell, language)
        case str():
            return _value(facts, column, cell, language)
        case _:
            return cell


def _holds_something(answer: Answer, place: int) -> bool:
    """Whether a column holds something in some row; of an answer without rows all do."""
    return not answer.rows or any(row[place] not in (None, "", []) for row in answer.rows)


def only_names(column: AnswerColumn, columns: Sequence[AnswerColumn]) -> bool:
    """Whether a column has the names, in one language, for the codes in another column."""
    stem = LANGUAGE_OF_A_NAME.sub("", column.key)
    return stem != column.key and any(other_column.key == stem for other_column in columns)


def _value(facts: Facts, column: AnswerColumn, cell: str, language: str) -> str:
    """A choice's value, the key of a word, or the codes of things, in words."""
    for word_key in _word_keys(column, cell):
        if word_key in schema_words():
            return word(word_key, language)
    if f"{column.key}.{cell}" in ANSWERS:
        return phrase(f"{column.key}.{cell}", language)
    parts = cell.split()
    if column.type is ColumnType.THINGS and facts.things.keys() >= {*parts}:
        return " → ".join(_name(facts, part, language) for part in parts)
    return cell


def _word_keys(column: AnswerColumn, cell: str) -> list[str]:
    if column.type is ColumnType.WORD or column.choices == WORD_COLUMN:
        return [cell]
    return [f"{choice}.{cell}" for choice in column.choices]


def _name(facts: Facts, code: str, language: str) -> str:
    return facts.display_name(code, language)
