"""The table of an answer: things by their names, which lead to their pages; one row selected.

The selected row is a part of the view. It belongs to one question with its values: another answer
begins without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

import streamlit as st

from app_pages.components.result_table import picked_row
from app_pages.state.language import language
from app_pages.state.page_links import named_address, statement_address
from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from queries.catalogue import ColumnType, Question
from queries.rendering.answer_labels import label_answer
from queries.rendering.citations import statement_ids
from queries.rendering.date_cells import with_dates_in_words
from queries.rendering.formats import text
from queries.rendering.named_values import ValueNames

# The number of the selected row, from 1, as a text; and the answer that it belongs to.
ROW, ROW_OF = "ask_row", "ask_row_of"
# The browser shows larger whole numbers only as text: it would round them.
MAX_EXACT_NUMBER = 2**53


def keep_row(request: object) -> None:
    """Forgets the selected row of another answer; that of an address belongs to the first one."""
    if st.session_state.get(ROW_OF) not in (None, request):
        st.session_state[ROW] = ""
    st.session_state[ROW_OF] = request


def answer_table(
    facts: Facts,
    answer: Answer,
    question: Question | None,
    values: Mapping[str, str | int],
) -> int | None:
    """Shows the rows and gives the place of the selected one."""
    labelled_answer = (
        label_answer(facts, answer, question, language())
        if question
        else with_dates_in_words(facts, answer, language())
    )
    names = ValueNames(facts, language())
    columns = [
        _of_one_type([_cell(names, cell) for cell in column])
        for column in zip(*labelled_answer.rows, strict=True)
    ]
    rows = [
        dict(zip(labelled_answer.columns, row, strict=True)) for row in zip(*columns, strict=True)
    ]
    id_columns = _link_ids(facts, answer, labelled_answer.columns, rows)
    name_columns = _link_names(facts, answer, question, rows) if question else []
    if question is None:
        return picked_row(rows, "answer_own", id_columns=id_columns)
    values_hash = crc32(repr((sorted(values.items()), language())).encode())
    key = f"answer_{question.key}_{values_hash:08x}"

    def keep_selected_row() -> None:
        selected_rows = st.session_state[key]["selection"]["rows"]
        st.session_state[ROW] = str(selected_rows[0] + 1) if selected_rows else ""

    number = str(st.session_state.get(ROW) or "")
    row_in_address = (
        int(number) - 1 if number.isdecimal() and 0 < int(number) <= len(rows) else None
    )
    place = st.session_state.setdefault(f"{key}_first", row_in_address)
    return picked_row(rows, key, keep_selected_row, id_columns, name_columns, place)


def _link_names(
    facts: Facts, answer: Answer, question: Question, rows: list[dict[str, Cell]]
) -> list[str]:
    """Puts the address of a thing in the place of its name, in columns of nothing but things.

    Gives these columns. The address ends in the name, which the table shows.
    """
    name_columns = []
    for place, column in enumerate(question.columns):
        heading = column.name.name(language())
        if column.type is not ColumnType.THING or heading not in rows[0]:
            continue
        codes = [str(row[place] or "") for row in answer.rows]
        if not all(code in facts.things for code in codes if code):
            continue
        name_columns.append(heading)
        for row, code in zip(rows, codes, strict=True):
            row[heading] = named_address(facts, code, language()) if code else None
    return name_columns


def _link_ids(
    facts: Facts, answer: Answer, columns: Sequence[str], rows: list[dict[str, Cell]]
) -> list[str]:
    """Puts the address of a statement in the place of its id, in columns of nothing but ids.

    Gives these columns.
    """
    id_columns = []
    for place, column in enumerate(columns):
        ids = [_only_id(facts, line[place]) for line in answer.rows]
        if all(ids):
            id_columns.append(column)
            for line, id in zip(rows, ids, strict=True):
                line[column] = statement_address(facts, str(id), language())
    return id_columns


def _only_id(facts: Facts, cell: Cell) -> str | None:
    """The id of a statement if a cell is that or its IRI, and nothing besides."""
    if not isinstance(cell, str) or len(cell.split()) != 1:
        return None
    return next(statement_ids(facts, [cell]), None)


def _cell(names: ValueNames, cell: Cell) -> Cell:
    """A cell of the table: a number as it is, a list of statements as its length, else text."""
    match names.value(cell):
        case list() as ids:
            return len(ids)
        case bool() as answer:
            return text(answer)
        case int() as number if abs(number) > MAX_EXACT_NUMBER:
            return str(number)
        case other:
            return other


def _of_one_type(column: Sequence[Cell]) -> Sequence[Cell]:
    """A column that the table can show: all as text where texts and numbers are mixed."""
    types = {isinstance(cell, str) for cell in column if cell is not None}
    return [text(cell) for cell in column] if len(types) > 1 else column
