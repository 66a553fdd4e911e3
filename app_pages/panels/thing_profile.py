"""The profile of a thing: its names and kind, and a table of statements for each section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.result_table import picked_rows, with_address
from app_pages.panels.cite_control import cite_statements
from app_pages.panels.evidence import evidence
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import named_address, thing_address
from app_pages.tables.statement_pages import statement_page
from exports.cards.statement_words import Row, names
from exports.cards.thing_head import identity_line
from exports.cards.thing_sections import (
    Label,
    Section,
    full_row,
    link_columns,
    narrower_by_section,
    row,
    statements_by_section,
)
from graph.model.facts import Facts
from ontology.schema.kinds import Statement


def identity(facts: Facts, code: str, *, with_name: bool = True) -> None:
    """Shows its name and kind, its other names, the place it lies in and the things in it.

    A page whose title is the name shows the rest only.
    """
    wholes, parts = facts.wholes.get(code, {}), facts.parts.get(code, {})
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
    name = plain(facts.display_name(code, language()))
    return f"[{name}]({thing_address(facts, code, language())})" if code in facts.things else name


def profile(facts: Facts, code: str) -> None:
    """All statements on the thing, a table for each section; ticked rows open their evidence.

    Statements on narrower mechanisms or indicators have sections of their own, at the end.
    """
    by_section = statements_by_section(facts, code)
    narrower = narrower_by_section(facts, code)
    if not by_section and not narrower:
        st.info(say("nothing_told"))
        return
    st.caption(say("tick_rows"))
    for section, ids in by_section.items():
        _section(facts, _Table(section, section.title(language()), row), ids, code)
    for section, ids in narrower.items():
        title = say("told_of_narrower", title=section.title(language()))
        _section(facts, _Table(section, title, _row_with_thing, "narrower_"), ids, code)


@dataclass(frozen=True)
class _Table:
    """How the table of a section is headed, and how a statement reads as a row of it."""

    section: Section
    title: str
    row: Callable[..., Row]
    prefix: str = ""

    @property
    def key(self) -> str:
        return f"{self.prefix}{self.section.key}"


def _row_with_thing(
    facts: Facts, statement: Statement, _: Section, page_language: str, label: Label | None = None
) -> Row:
    """A statement on a narrower thing, which the row names."""
    return full_row(facts, statement, page_language, label)


def _section(facts: Facts, table: _Table, ids: Sequence[str], code: str) -> None:
    page_language = language()
    # The buttons stand beside the heading: at the right the toolbar of the table covers them.
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(f"{table.title} · {len(ids)}", anchor=False, width="content")
        all_rows = partial(_rows, facts, table, ids, page_language)
        table_file(facts, all_rows, [[id] for id in ids], table.key)
        cite_statements(facts, ids, f"told_{table.key}")
    key = f"told_{table.key}_{code}"
    visible = statement_page(facts, ids, key)
    rows = [_row_with_links(facts, table, id, page_language) for id in visible]
    name_columns = [
        column for column in link_columns(table.section, page_language) if column in rows[0]
    ]
    id_columns = [say("statement_id_column")]
    if places := picked_rows(rows, key, id_columns, name_columns):
        picked_ids = [visible[place] for place in places]
        evidence(facts, picked_ids, names(facts, page_language)[code], table.key, is_revealed=True)


def _row_with_links(facts: Facts, table: _Table, id: str, page_language: str) -> Row:
    label = partial(_address, facts, page_language)
    linked_row = table.row(facts, facts.statements[id], table.section, page_language, label)
    return with_address(facts, linked_row, id, page_language)


def _address(facts: Facts, page_language: str, code: str) -> str:
    return named_address(facts, code, page_language)


def _rows(facts: Facts, table: _Table, ids: Sequence[str], page_language: str) -> list[Row]:
    """All rows, for the file, which is written outside a run of the page."""
    return [table.row(facts, facts.statements[id], table.section, page_language) for id in ids]
