"""An answer on the page: its table, its files, and the network of its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import streamlit as st

from app_pages.components.answer_downloads import files
from app_pages.components.network import network
from app_pages.components.result_table import picked_row
from app_pages.panels.answer_chart import show_chart
from app_pages.panels.cite_control import cite_statements
from app_pages.panels.evidence import evidence
from app_pages.state.language import language, say
from app_pages.state.page_links import statement_address
from app_pages.state.workspace import all_bundles, layout_of
from app_pages.talk_making.add_step import add_evidence
from graph.drawing.layout.column_layout import Layout
from graph.drawing.network_view import network_layout, network_scene
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import limit_nodes
from graph.model.facts import Facts
from graph.stores.common.base import Answer, Cell
from queries.catalogue import Question
from queries.rendering.answer_labels import worded
from queries.rendering.citations import cited, statement_ids
from queries.rendering.date_cells import with_dates_in_words
from queries.rendering.formats import text
from queries.rendering.named_values import ValueNames
from texts.tables import APP

# The height of a network, and of its heading.
LEAST_HIGH, MOST_HIGH, HEAD = 300, 700, 130
# The browser shows larger whole numbers only as text: it would round them.
LARGEST = 2**53


def show_answer(
    facts: Facts,
    answer: Answer,
    question: Question | None,
    values: Mapping[str, str | int] = MappingProxyType({}),
) -> None:
    """Shows the rows by name, a selected row's evidence, the network, and the answer as files."""
    key = question.key if question else "own"
    if not answer.rows:
        st.info(say("no_rows"))
        return
    st.caption(say("cut" if answer.cut else "row_count", count=len(answer.rows)))
    if answer.shortened:
        st.caption(say("shortened"))
    if question:
        labelled = worded(facts, answer, question, language())
    else:
        labelled = with_dates_in_words(facts, answer, language())
    names = ValueNames(facts, language())
    columns = [
        _of_one_type([_cell(names, cell) for cell in column])
        for column in zip(*labelled.rows, strict=True)
    ]
    rows = [dict(zip(labelled.columns, row, strict=True)) for row in zip(*columns, strict=True)]
    id_columns = _link_ids(facts, answer, labelled.columns, rows)
    place = picked_row(rows, f"answer_{key}", id_columns=id_columns)
    if place is not None and (ids := list(dict.fromkeys(statement_ids(facts, answer.rows[place])))):
        evidence(facts, ids, say("row_number", number=place + 1), f"answer_{key}")
    files(facts, answer, question)
    cite_statements(facts, cited(facts, answer), f"all_{key}")
    _add_step(facts, answer, question)
    if question is not None:
        show_chart(facts, answer, question, values)
    _network(facts, answer, key)


def _add_step(facts: Facts, answer: Answer, question: Question | None) -> None:
    """The statements of the answer as a step of a talk."""

    def caption(spoken: str) -> str:
        return question.title.name(spoken) if question else APP.say("own_query", spoken)

    add_evidence(facts, "answer", list(cited(facts, answer)), caption)


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
    """A cell of the table: numbers as they are, for statements their number, all else as text."""
    match names.value(cell):
        case list() as ids:
            return len(ids)
        case bool() as answer:
            return text(answer)
        case int() as number if abs(number) > LARGEST:
            return str(number)
        case other:
            return other


def _of_one_type(column: Sequence[Cell]) -> Sequence[Cell]:
    """A column that the table can show: all as text where texts and numbers are mixed."""
    types = {isinstance(cell, str) for cell in column if cell is not None}
    return [text(cell) for cell in column] if len(types) > 1 else column


def _network(facts: Facts, answer: Answer, key: str) -> None:
    """The edges that the answer's statements support, if there are any."""
    bundles = all_bundles().with_statements(cited(facts, answer))
    drawn_bundles: list[EdgeBundle] = list(limit_nodes(bundles))
    if not drawn_bundles:
        return
    st.header(say("answer_network"))
    at, height = _places(facts, drawn_bundles)
    scene = network_scene(facts, drawn_bundles, at, language())
    state = f"answer_network_{key}"
    panel = f"network_{key}"
    network(state, scene, None, height, on_pick=lambda: None, evidence=panel)
    picked = (st.session_state.get(state) or {}).get("picked") or {}
    chosen = [
        x for x in drawn_bundles if picked.get("edge") == x.id or picked.get("node") in x.ends
    ]
    if chosen:
        bearing = dict.fromkeys(id for bundle in chosen for id in bundle.statements)
        evidence(facts, list(bearing), say("answer_network"), panel)


def _places(facts: Facts, bundles: list[EdgeBundle]) -> tuple[Layout, int]:
    """The places of the Spread page, or closer ones if they are too far apart; and the height."""
    for at in (layout_of(bundles), network_layout(facts, bundles)):
        ys = [at.spots[code][1] for line in bundles for code in line.ends]
        height = int(max(ys) - min(ys) + HEAD)
        if height <= MOST_HIGH:
            break
    return at, max(LEAST_HIGH, min(MOST_HIGH, height))
