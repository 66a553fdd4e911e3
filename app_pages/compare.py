"""Compare: places side by side, on the mechanisms they took up and on their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app_pages.components.matrix import matrix
from app_pages.components.picker import pick_one, pick_several
from app_pages.forms.comparison_form import RowChoice, choose_rows, group_title, row_parts
from app_pages.panels.cite_control import cite_view
from app_pages.panels.evidence import evidence
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ChoicePart, ChoicesPart, ShortText, UrlPart
from app_pages.state.workspace import address_of_passage, facts_or_stop
from app_pages.talk_making.add_step import add_evidence
from exports.comparison.grid import Grid, figure_grid, mechanism_grid
from exports.comparison.grid_files import comparison_markdown, workbook
from exports.comparison.summary import comparison_summary
from graph.compare.adoption_matrix import Row, comparison
from graph.compare.indicator_matrix import figure_rows
from graph.compare.row_choice import RowGroup
from graph.model.facts import Facts
from ontology.schema.kinds import ACTORS, Adoption, Mechanism, Place
from ontology.schema.value_types import CODE_SEPARATOR
from texts.tables import APP

PLACES, BRANCH = "compare_places", "compare_branch"
CELL, FIGURE = "compare_cell", "compare_figure"
MIN_PLACES, MAX_PLACES, FIRST_PLACES = 2, 12, 4


def _is_cell(text: str) -> bool:
    """Whether a text is `ROW~COLUMN`; whether the cell still exists is checked when it is drawn."""
    return CODE_SEPARATOR in text


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_compare"))
    st.write(say("compare_intro"))
    parts = _parts(facts)
    restore_from_url("compare", parts)
    places, branch = _choose(facts)
    if MIN_PLACES <= len(places) <= MAX_PLACES:
        _show_comparison(facts, places, branch)
    else:
        st.info(say("compare_how_many", least=MIN_PLACES, most=MAX_PLACES))
    write_to_url("compare", parts)


def _parts(facts: Facts) -> tuple[UrlPart, ...]:
    codes = [thing.code for kind in ACTORS for thing in facts.things_of(kind)]
    return (
        ChoicesPart("places", PLACES, codes, _first_places(facts), keeps_order=True),
        ChoicePart("branch", BRANCH, [mechanism.code for mechanism in facts.things_of(Mechanism)]),
        *row_parts(),
        ShortText("cell", CELL, None, _is_cell),
        ShortText("figure", FIGURE, None, _is_cell),
    )


def _first_places(facts: Facts) -> tuple[str, ...]:
    """The places with the most statements on mechanisms; other actors if no place has any."""
    counts = Counter(adoption.adopter for adoption in facts.statements_of(Adoption))
    places = {place.code for place in facts.things_of(Place)} & counts.keys() or set(counts)
    return tuple(sorted(places, key=lambda code: (-counts[code], code))[:FIRST_PLACES])


def _choose(facts: Facts) -> tuple[Sequence[str], str | None]:
    """Which places, which branch of the mechanisms, and which of its rows."""
    codes = [thing.code for kind in ACTORS for thing in facts.things_of(kind)]
    mechanisms = [mechanism.code for mechanism in facts.things_of(Mechanism)]
    left, right = st.columns([3, 2])
    with left:
        placeholder = say("type_a_name")
        places = pick_several(facts, PLACES, say("compare_places"), codes, placeholder, MAX_PLACES)
    with right:
        branch = pick_one(facts, BRANCH, say("compare_branch"), mechanisms)
    return places, branch


def _show_comparison(facts: Facts, places: Sequence[str], branch: str | None) -> None:
    full_comparison = comparison(facts, places, branch)
    st.markdown(plain(comparison_summary(facts, full_comparison, language())))
    choice = choose_rows(facts, places)
    rows = choice.rows(full_comparison)
    st.caption(
        say("compare_counted", rows=len(rows), left_out=len(full_comparison.rows) - len(rows))
    )
    mechanisms = mechanism_grid(facts, replace(full_comparison, rows=tuple(rows)), language())
    figures = figure_grid(facts, figure_rows(facts, places), places, language())
    _mechanisms(facts, mechanisms, choice, rows)
    st.header(figures.title)
    st.caption(say("figures_compared"))
    if figures.lines:
        _grid(facts, figures, FIGURE)
    else:
        st.info(say("no_figures"))
    if choice.all_evidence:
        _all_evidence(facts, [mechanisms, figures])
    _files(facts, [mechanisms, figures])


def _mechanisms(facts: Facts, grid: Grid, choice: RowChoice, rows: Sequence[Row]) -> None:
    """The grid of mechanisms; grouped rows stand in a grid each, under the name of their group."""
    if choice.group is RowGroup.NONE:
        _grid(facts, grid, CELL)
        return
    lines = {line.key: line for line in grid.lines}
    for key, members in choice.groups(rows).items():
        title = group_title(facts, key, grid.codes, choice.group)
        st.header(f"{title} · {len(members)}", anchor=False)
        part = replace(grid, title=title, lines=tuple(lines[row.mechanism] for row in members))
        _grid(facts, part, CELL, key)


def _all_evidence(facts: Facts, grids: Sequence[Grid]) -> None:
    """The statements of all cells, each once."""
    entries = [entry for grid in grids for line in grid.lines for entry in line.entries]
    ids = list(dict.fromkeys(id for entry in entries for id in entry.statements))
    if ids:
        evidence(facts, ids, say("comma").join(grids[0].columns), "compare_all_cells")


def _grid(facts: Facts, grid: Grid, key: str, group: str = "") -> None:
    """A grid, and under it the statements of the cell that the reader has opened."""
    widget = f"{key}_grid{group}"

    def pick() -> None:
        st.session_state[key] = st.session_state[widget].picked

    panel = f"{key}{group}"
    matrix(widget, grid, st.session_state.get(key), on_pick=pick, evidence=panel)
    row, _, column = (st.session_state.get(key) or "").rpartition(CODE_SEPARATOR)
    lines = [line for line in grid.lines if line.key == row and column in grid.codes]
    entries = [line.entries[grid.codes.index(column)] for line in lines]
    if entries and entries[0].statements:
        name = grid.columns[grid.codes.index(column)]
        title = say("title_of_cell", row=lines[0].name, column=name)
        evidence(facts, entries[0].statements, title, panel)
    else:
        st.caption(say("cell_hint"))


def _files(facts: Facts, grids: Sequence[Grid]) -> None:
    """The comparison as files, with a footnote for every statement."""
    page_language = language()  # files are written outside a run of the page
    address_of = address_of_passage(facts)
    xlsx, markdown, cite = st.columns([1, 1, 3])
    xlsx.download_button(
        say("as_workbook"),
        data=lambda: workbook(facts, grids, page_language, address_of),
        file_name=f"learned-from-comparison-{page_language}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        on_click="ignore",  # a run of the page while the file is written would discard it
    )
    markdown.download_button(
        say("as_markdown"),
        data=lambda: comparison_markdown(facts, grids, page_language, address_of).encode(),
        file_name=f"learned-from-comparison-{page_language}.md",
        mime="text/markdown",
        icon=":material/download:",
        on_click="ignore",
    )
    with cite:
        names = say("comma").join(grids[0].columns)
        title = say("title_of_picture", page=say("page_compare"), what=names)
        cite_view(facts, title, "comparison", {"places": CODE_SEPARATOR.join(grids[0].codes)})
        _add_step(facts, grids[0])


def _add_step(facts: Facts, grid: Grid) -> None:
    """What the mechanisms of the comparison rest on, as a step of a talk."""
    ids = [id for line in grid.lines for entry in line.entries for id in entry.statements]

    def caption(lang: str) -> str:
        names = [facts.display_name(code, lang) for code in grid.codes]
        return APP.say("step_of_compare", lang, names=APP.say("comma", lang).join(names))

    add_evidence(facts, "compare", ids, caption)


page()
