"""The profile of a thing: its names and kind, and a table of statements for each section."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.result_table import picked_row, with_address
from app_pages.panels.cite_control import cite_statements
from app_pages.panels.evidence import evidence
from app_pages.rows.table_pages import statement_page
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import named_address, thing_address
from app_pages.state.workspace import graph
from exports.cards.statement_words import Row, names
from exports.cards.thing_head import identity_line
from exports.cards.thing_sections import (
    Section,
    link_columns,
    row,
    statements_by_section,
    wholes_and_parts,
)
from graph.drawing.network_view import name_of
from graph.model.facts import Facts


def identity(facts: Facts, code: str, with_name: bool = True) -> None:
    """Shows its name and kind, its other names, the place it lies in and the things in it.

    A page whose title is the name shows the rest only.
    """
    wholes, parts = wholes_and_parts(graph(), code)
    line = identity_line(
        facts, code, wholes, parts, language(), plain, partial(_linked_name, facts)
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if with_name:
            st.header(plain(names(facts, language())[code]), anchor=False, width="content")
        st.caption(line, width="stretch")
    if not all((*wholes.values(), *parts.values())):
        st.caption(say("code_list_help"))


def _linked_name(facts: Facts, code: str) -> str:
    """The name of a thing as Markdown, which leads to its page."""
    name = plain(name_of(facts, code, language()))
    return f"[{name}]({thing_address(facts, code, language())})" if code in facts.things else name


def profile(facts: Facts, code: str, is_told_otherwise: bool = False) -> None:
    """All statements on the thing, a table for each section; a selected row opens its evidence.

    Without any it says so, unless the page has shown statements on what is narrower.
    """
    by_section = statements_by_section(facts, code)
    for section, ids in by_section.items():
        _section(facts, section, ids, code)
    if not by_section and not is_told_otherwise:
        st.info(say("nothing_told"))


def _section(facts: Facts, section: Section, ids: Sequence[str], code: str) -> None:
    spoken = language()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{section.title(spoken)} · {len(ids)}", anchor=False)
        all_rows = partial(_rows, facts, section, ids, spoken)
        table_file(facts, all_rows, [[id] for id in ids], section.key)
        cite_statements(facts, ids, f"told_{section.key}")
    key = f"told_{section.key}_{code}"
    visible = statement_page(facts, ids, key)
    rows = [_linked(facts, section, id, spoken) for id in visible]
    name_columns = [column for column in link_columns(section, spoken) if column in rows[0]]
    id_columns = [say("statement_id_column")]
    place = picked_row(rows, key, id_columns=id_columns, name_columns=name_columns)
    if place is not None:
        evidence(facts, [visible[place]], names(facts, spoken)[code], section.key)


def _linked(facts: Facts, section: Section, id: str, spoken: str) -> Row:
    linked_row = row(facts, facts.statements[id], section, spoken, partial(_address, facts, spoken))
    return with_address(facts, linked_row, id, spoken)


def _address(facts: Facts, spoken: str, code: str) -> str:
    return named_address(facts, code, spoken)


def _rows(facts: Facts, section: Section, ids: Sequence[str], spoken: str) -> list[Row]:
    """All rows, for the file, which is written outside a run of the page."""
    return [row(facts, facts.statements[id], section, spoken) for id in ids]
