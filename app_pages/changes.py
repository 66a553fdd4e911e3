"""Changes: what differs between two releases, or between a release and the present facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from app_pages.components.answer_downloads import BYTE_ORDER_MARK
from app_pages.components.picker import pick_one
from app_pages.components.result_table import picked_row
from app_pages.panels.evidence import evidence
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.facts_cache import (
    cached_facts,
    cached_state,
    folder_digest,
    released_versions,
    stamp_of,
)
from app_pages.state.language import language, say
from app_pages.state.page_links import entry_address
from app_pages.state.url_codec import ChoicePart, OptionalChoicePart, UrlPart
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_folders, facts_or_stop
from exports.cards.statement_words import Row
from exports.changes.change_files import (
    COLUMNS,
    changes_markdown,
    changes_table,
    summary,
)
from exports.changes.change_rows import ChangeRow, Sides, change_rows
from graph.changes.change_types import Changes
from graph.changes.changes import changes
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import Place
from queries.rendering.formats import as_csv

OLD, NEW, KIND, PLACE = "changes_old", "changes_new", "changes_kind", "changes_place"
PRESENT = "present"


def page() -> None:
    """The whole page."""
    facts_or_stop()
    st.title(say("page_changes"))
    st.write(say("changes_intro"))
    days = {entry.version: entry.day for entry in released_versions(facts_folders())}
    if not days:
        st.info(say("changes_no_releases"), icon=":material/inventory_2:")
        return
    states = [*days, PRESENT]
    present = cached_facts(facts_folders(), stamp_of(facts_folders(), ""))
    places = [place.code for place in present.things_of(Place)]
    kinds = sorted({type(value).__name__ for value in _entries(present)})
    ends = [ChoicePart("old", OLD, states, states[-2]), ChoicePart("new", NEW, states, PRESENT)]
    parts: list[UrlPart] = [
        *ends,
        ChoicePart("kind", KIND, ["", *kinds], ""),
        OptionalChoicePart("place", PLACE, places),
    ]
    restore_from_url("changes", parts)
    old, new = _choose(days, ends)
    sides, differences = _sides_and_changes(old, new)
    rows = change_rows(sides, differences)
    _table(
        sides,
        _rows_of_choice(present, rows, kinds, places),
        (_state_label(days, old), _state_label(days, new)),
    )
    write_to_url("changes", parts)


def _entries(facts: Facts) -> list[object]:
    return [*facts.things.values(), *facts.statements.values()]


def _state_label(days: Mapping[str, date], state: str) -> str:
    """The name of a state."""
    return f"{state} ({days[state]})" if state in days else say("as_of_present")


def _choose(days: Mapping[str, date], ends: Sequence[ChoicePart]) -> tuple[str, str]:
    """The old and the new state."""
    states = []
    for column, part in zip(st.columns(2), ends, strict=True):

        def draw(key: str, value: str | None, part: ChoicePart = part) -> str:
            labels = {state: _state_label(days, state) for state in part.options}
            choice: str = st.selectbox(
                say(part.key), list(labels), key=key, format_func=labels.__getitem__
            )
            return choice

        with column:
            states.append(persistent_widget(part.key, str(part.default), draw))
    return states[0], states[1]


def _sides_and_changes(old: str, new: str) -> tuple[Sides, Changes]:
    folders = facts_folders()
    stamps = [stamp_of(folders, "" if state == PRESENT else state) for state in (old, new)]
    old_facts, new_facts = (cached_state(folders, stamp) for stamp in stamps)
    differences = _differences(folders, folder_digest(folders), old, new, old_facts, new_facts)
    return Sides(old_facts, new_facts, language()), differences


@st.cache_resource(max_entries=8, show_spinner=False)
def _differences(
    folders: str, digest: str, old: str, new: str, _old: Facts, _new: Facts
) -> Changes:
    return changes(_old, _new)


def _rows_of_choice(
    facts: Facts, rows: Sequence[ChangeRow], kinds: Sequence[str], places: Sequence[str]
) -> list[ChangeRow]:
    """The rows of one kind and about one place, if the reader chooses them."""
    labels = {"": say("any"), **{kind: word(kind, language()) for kind in kinds}}
    left, right = st.columns(2)

    def draw(key: str, value: str | None) -> str:
        choice: str = st.selectbox(
            say("changes_kind"), list(labels), key=key, format_func=labels.__getitem__
        )
        return choice

    with left:
        kind = persistent_widget(KIND, "", draw)
    with right:
        place = pick_one(facts, PLACE, say("changes_place"), places)
    return [row for row in rows if kind in ("", row.kind) and (not place or place in row.codes)]


def _table(sides: Sides, rows: Sequence[ChangeRow], names: tuple[str, str]) -> None:
    st.write(summary(rows, language()))
    if not rows:
        return
    table = changes_table(rows, language())
    lines: list[Row] = [dict(zip(table.columns, line, strict=True)) for line in table.rows]
    row_of_line = [row for row in rows for _ in row.fields or [None]]
    files = {
        "CSV": (BYTE_ORDER_MARK + as_csv(table), "csv"),
        "Markdown": (changes_markdown(rows, names, language()), "md"),
    }
    with st.container(horizontal=True):
        for label, (content, suffix) in files.items():
            file = f"learned-from-changes-{language()}.{suffix}"
            st.download_button(label, content, file, on_click="ignore")
    ids = [table.columns[COLUMNS.index(side)] for side in ("old", "new")]
    linked_lines = [_with_links(sides, line, ids) for line in lines]
    row_index = picked_row(linked_lines, f"changes-{language()}", id_columns=ids)
    if row_index is None:
        st.caption(say("changes_pick"))
    else:
        _statements(sides, row_of_line[row_index])


def _with_links(sides: Sides, line: Row, columns: Sequence[str]) -> Row:
    """A row with the pages of its statements or things, each as of its side, in these columns.

    Parts of a code list or of the settings have no page, and their cells are empty.
    """
    columns_and_facts = zip(columns, (sides.old, sides.new), strict=True)
    return {
        **line,
        **{
            column: entry_address(facts, str(line[column]), language())
            for column, facts in columns_and_facts
        },
    }


def _statements(sides: Sides, row: ChangeRow) -> None:
    """The statement of a row, as it was and as it is, each with its evidence."""
    for facts, id, side in ((sides.old, row.old, "old"), (sides.new, row.new, "new")):
        if id in facts.statements:
            evidence(facts, [id], say(f"changes_{side}"), f"changes-{side}")
    if row.group != "statements":
        st.caption(say("changes_no_statement"))


page()
