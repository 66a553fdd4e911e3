"""An answer on the page: its table, its files, and the network of what bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import streamlit as st

from app_pages.parts.evidence import evidence
from app_pages.parts.language import language, say
from app_pages.parts.network import network
from app_pages.parts.session import graph, places
from app_pages.parts.tables import Row, names, picked_row
from graph.facts import Facts
from graph.filters import with_room
from graph.layout import Layout
from graph.lines import Line, lines, told_links
from graph.picture import arranged, picture
from graph.store import Answer, Cell
from ontology.words import words
from queries.catalogue import ColumnType, Question
from queries.formats import as_csv, as_json, text

# How high a network is drawn, and what its heading takes.
LEAST_HIGH, MOST_HIGH, HEAD = 300, 700, 130


def show_answer(facts: Facts, answer: Answer, asked: Question | None) -> None:
    """The rows by name, a selected row's evidence, the network, and the answer as files."""
    key = asked.key if asked else "own"
    if not answer.rows:
        st.info(say("no_rows"))
        return
    st.caption(say("cut" if answer.cut else "row_count", count=len(answer.rows)))
    place = picked_row([_row(facts, answer, row, asked) for row in answer.rows], f"answer_{key}")
    csv, json, _ = st.columns([1, 1, 4])
    name = f"learned-from-{key}"
    csv.download_button(
        "CSV", "\ufeff" + as_csv(answer), f"{name}.csv", "text/csv", key=f"csv_{key}"
    )
    json.download_button(
        "JSON", as_json(answer), f"{name}.json", "application/json", key=f"json_{key}"
    )
    if place is not None and (ids := list(_statements(facts, answer.rows[place]))):
        evidence(facts, ids, say("row_number", number=place + 1), f"answer_{key}")
    _network(facts, answer, key)


def _row(facts: Facts, answer: Answer, cells: tuple[Cell, ...], asked: Question | None) -> Row:
    """A row with names for codes, in the reader's language only."""
    if asked is None:
        return {column: text(cell) for column, cell in zip(answer.columns, cells, strict=True)}
    called = names(facts, language())
    row: dict[str, object] = {}
    keys = {column.key for column in asked.columns}
    for column, cell in zip(asked.columns, cells, strict=True):
        stem = re.sub("_(zh|en)$", "", column.key)
        if column.key != stem and stem in keys:
            continue  # the code's own column shows the name
        heading = column.name.name(language())
        match column.type:
            case ColumnType.THING:
                row[heading] = called.get(str(cell), text(cell))
            case ColumnType.LIST:
                row[heading] = len(cell) if isinstance(cell, list) else text(cell)
            case ColumnType.NUMBER:
                row[heading] = cell
            case ColumnType.TEXT:
                row[heading] = _in_words(column.key, text(cell), called)
    return row


def _in_words(key: str, cell: str, called: dict[str, str]) -> str:
    """A choice's value or the codes of things as their names; any other text as it is."""
    for kind in ("Stance", "Learning", "Praise", "Bound", "Part", "Membership"):
        if key in ("stance", "how", "bound", "role") and (said := words().get(f"{kind}.{cell}")):
            return said.name(language())
    parts = cell.split()
    return " → ".join(called[part] for part in parts) if called.keys() >= {*parts} else cell


def _statements(facts: Facts, cells: tuple[Cell, ...]) -> Iterator[str]:
    """The ids of statements that stand in a row, alone or in a list."""
    for cell in cells:
        for part in cell if isinstance(cell, list) else [cell]:
            if isinstance(part, str) and part in facts.statements:
                yield part


def _network(facts: Facts, answer: Answer, key: str) -> None:
    """The lines that the answer's statements bear out, if there are any."""
    ids = {id for row in answer.rows for id in _statements(facts, row)}
    found = [one for one in lines(told_links(graph())) if not ids.isdisjoint(one.statements)]
    shown: list[Line] = list(with_room(found))
    if not shown:
        return
    st.subheader(say("answer_network"))
    at, height = _places(facts, shown)
    drawn = picture(facts, shown, at, language())
    state = f"answer_network_{key}"
    network(state, drawn, None, height, on_pick=lambda: None)
    picked = (st.session_state.get(state) or {}).get("picked") or {}
    chosen = [x for x in shown if picked.get("edge") == x.id or picked.get("node") in x.ends]
    if chosen:
        bearing = dict.fromkeys(id for one in chosen for id in one.statements)
        evidence(facts, list(bearing), say("answer_network"), f"network_{key}")


def _places(facts: Facts, shown: list[Line]) -> tuple[Layout, int]:
    """The places of the Spread page, or closer ones if they are too far apart; and the height."""
    for at in (places(), arranged(facts, shown)):
        ys = [at.spots[code][1] for line in shown for code in line.ends]
        height = int(max(ys) - min(ys) + HEAD)
        if height <= MOST_HIGH:
            break
    return at, max(LEAST_HIGH, min(MOST_HIGH, height))
