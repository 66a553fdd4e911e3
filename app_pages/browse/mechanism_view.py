"""The adopters of a mechanism over time, on map and curve; narrower mechanisms counted apart."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages.components.result_table import link_columns_of
from app_pages.components.stage import StageState, stage
from app_pages.panels.selection import bundles_at, picked_id, picture_selection, show_evidence
from app_pages.state.language import language, say
from app_pages.state.page_links import NAME_IN_ADDRESS, named_address, page_address
from app_pages.state.workspace import selected_bundles, stage_data
from exports.cards.arrow_table import filled_table
from exports.cards.statement_words import Row
from graph.compare.uptake_counts import UptakeCount, uptake_counts
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.labels.labels import name as word

STAGE = "mechanism_stage"
HEIGHT = 460
MAX_CURVES = 6


def uptake(facts: Facts, code: str) -> None:
    """The counts as a sentence and a table, and the stage; nothing if there are no adopters."""
    counts = uptake_counts(facts, code)
    if not counts[0].all_adopters:
        return
    st.header(say("who_did_it"), anchor=False)
    _sentence(facts, counts)
    if len(counts) > 1:
        _table(facts, counts)
    _stage(facts, code, [count.mechanism for count in counts[1:] if count.all_adopters])


def _sentence(facts: Facts, counts: Sequence[UptakeCount]) -> None:
    own_count, *narrower = counts
    spread = page_address(
        facts, "spread", language(), scope="all", types="ADOPTED", mechanism=own_count.mechanism
    )
    parts = [say("adopters_of_it", count=len(own_count.adopters))]
    if own_count.first_year is not None:
        parts.append(say("since_year", year=own_count.first_year))
    if narrower:
        further = len(own_count.all_adopters - own_count.adopters)
        parts.append(say("adopters_narrower", count=further, total=len(own_count.all_adopters)))
    link = f"[{say('uptake_in_spread')}]({spread})"
    st.markdown(f"{' · '.join([*parts, link])}")


def _table(facts: Facts, counts: Sequence[UptakeCount]) -> None:
    rows: list[Row] = [
        {
            word("mechanism", language()): named_address(facts, count.mechanism, language()),
            say("adopters_itself"): len(count.adopters),
            say("adopters_with_narrower"): len(count.all_adopters),
            say("browse_first"): str(count.first_year or ""),
            say("browse_last"): str(count.last_year or ""),
        }
        for count in counts
    ]
    links = link_columns_of([word("mechanism", language())], NAME_IN_ADDRESS)
    st.dataframe(filled_table(rows), hide_index=True, column_config=links)


def _stage(facts: Facts, code: str, narrower: Sequence[str]) -> None:
    """The adopters on the map and the curve, with a curve for each of the narrower mechanisms."""
    choice = EdgeFilter(types=frozenset({"ADOPTED"}), mechanism=code)
    selection, _ = selected_bundles(choice)
    if not selection.bundles:
        return
    key = f"{STAGE}_{code}"
    pick = st.session_state.get(f"{key}_picked")
    layout = "map" if facts.dataset.outlines else "curve"
    state = StageState(
        picture_selection(selection.bundles, pick),
        layout=st.session_state.get(f"{key}_layout", layout),
    )

    def keep_change(part: str) -> None:
        value = getattr(st.session_state[key], part)
        st.session_state[f"{key}_{part}"] = picked_id(value) if part == "picked" else value

    stage(key, stage_data(choice, tuple(narrower[:MAX_CURVES])), state, HEIGHT, keep_change)
    lines = bundles_at(selection.bundles, pick)
    if pick and lines:
        show_evidence(facts, lines, pick, key)
