"""The profile of a thing: its names and kind, and a table of statements for each section."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.result_table import Row, names, picked_row, with_address
from app_pages.panels.cite_control import cite_statements
from app_pages.panels.evidence import evidence
from app_pages.panels.thing_sections import (
    Section,
    link_columns,
    row,
    statements_by_section,
    wholes_and_parts,
)
from app_pages.rows.table_pages import statement_page
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.page_links import thing_address
from app_pages.state.workspace import graph
from graph.drawing.network_view import name_of
from graph.lookup.thing_context import sort_label
from graph.model.facts import Facts
from ontology.labels.labels import name as word


def identity(facts: Facts, code: str, with_name: bool = True) -> None:
    """Shows its name and kind, its other names, the place it lies in and the things in it.

    A page whose title is the name shows the rest only.
    """
    thing, labels = facts.things[code], names(facts, language())
    wholes, parts = wholes_and_parts(graph(), code)
    other = thing.name("en" if language() == "zh" else "zh")
    parts_of_line = [other] if other != labels[code] else []
    parts_of_line += [sort_label(facts, thing, language()), f"{word('code', language())} {code}"]
    named = (
        (word("alt_names", language()), [plain(name) for name in thing.alt_names]),
        (say("lies_in"), [_lying(facts, whole, by_text) for whole, by_text in wholes.items()]),
        (say("lies_inside"), [_lying(facts, part, by_text) for part, by_text in parts.items()]),
    )
    line = [plain(part) for part in parts_of_line]
    line += [f"{key} {say('comma').join(names)}" for key, names in named if names]
    with st.container(horizontal=True, vertical_alignment="center"):
        if with_name:
            st.header(plain(labels[code]), anchor=False, width="content")
        st.caption(" · ".join(line), width="stretch")
    if not all((*wholes.values(), *parts.values())):
        st.caption(say("code_list_help"))


def _lying(facts: Facts, code: str, by_text: bool) -> str:
    """A place above the thing or a thing in it as a link, marked if no source says so."""
    name = plain(name_of(facts, code, language()))
    link = f"[{name}]({thing_address(facts, code, language())})" if code in facts.things else name
    return link if by_text else say("by_code_list", name=link)


def profile(facts: Facts, code: str) -> None:
    """All statements on the thing, a table for each section; a selected row opens its evidence."""
    by_section = statements_by_section(facts, code)
    for section, ids in by_section.items():
        _section(facts, section, ids, code)
    if not by_section:
        st.info(say("nothing_told"))


def _section(facts: Facts, section: Section, ids: Sequence[str], code: str) -> None:
    spoken = language()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{section.title} · {len(ids)}", anchor=False)
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
    linked_row = row(facts, facts.statements[id], section, spoken, with_links=True)
    return with_address(facts, linked_row, id, spoken)


def _rows(facts: Facts, section: Section, ids: Sequence[str], spoken: str) -> list[Row]:
    """All rows, for the file, which is written outside a run of the page."""
    return [row(facts, facts.statements[id], section, spoken) for id in ids]
