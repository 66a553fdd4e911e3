"""The profile of a thing: its names and kind, and a table of statements for each section."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.result_table import names, picked_row, with_address
from app_pages.panels.cite_control import cite_statements
from app_pages.panels.evidence import evidence
from app_pages.panels.thing_sections import (
    Section,
    row,
    statements_by_section,
    wholes_and_parts,
)
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.workspace import graph
from graph.lookup.thing_context import sort_label
from graph.model.facts import Facts
from ontology.labels.labels import name as word


def identity(facts: Facts, code: str) -> None:
    """Shows its name and kind, its other names, the place it lies in and the things in it."""
    thing, labels = facts.things[code], names(facts, language())
    wholes, parts = wholes_and_parts(graph(), code)
    other = thing.name("en" if language() == "zh" else "zh")
    parts_of_line = [other] if other != labels[code] else []
    parts_of_line += [sort_label(facts, thing, language()), f"{word('code', language())} {code}"]
    named = (
        (word("alt_names", language()), thing.alt_names),
        (say("lies_in"), [_lying(labels[whole], by_text) for whole, by_text in wholes.items()]),
        (say("lies_inside"), [_lying(labels[part], by_text) for part, by_text in parts.items()]),
    )
    parts_of_line += [f"{key} {say('comma').join(names)}" for key, names in named if names]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain(labels[code]), anchor=False, width="content")
        st.caption(plain(" · ".join(parts_of_line)), width="stretch")
    if not all((*wholes.values(), *parts.values())):
        st.caption(say("code_list_help"))


def _lying(name: str, by_text: bool) -> str:
    """The name of a place above the thing or a thing in it, marked if no source says so."""
    return name if by_text else say("by_code_list", name=name)


def profile(facts: Facts, code: str) -> None:
    """All statements on the thing, a table for each section; a selected row opens its evidence."""
    by_section = statements_by_section(facts, code)
    for section, ids in by_section.items():
        _section(facts, section, ids, code)
    if not by_section:
        st.info(say("nothing_told"))


def _section(facts: Facts, section: Section, ids: Sequence[str], code: str) -> None:
    rows = [row(facts, facts.statements[id], section, language()) for id in ids]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{section.title} · {len(ids)}", anchor=False)
        table_file(facts, rows, [[id] for id in ids], section.key)
        cite_statements(facts, ids, f"told_{section.key}")
    linked_rows = [
        with_address(facts, row, id, language()) for row, id in zip(rows, ids, strict=True)
    ]
    id_columns = [say("statement_id_column")]
    place = picked_row(linked_rows, f"told_{section.key}_{code}", id_columns=id_columns)
    if place is not None:
        evidence(facts, [ids[place]], names(facts, language())[code], section.key)
