"""The cost of each step of a query on a Neo4j server, by its PROFILE."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from app_pages.workbench.query_answers import show_refusal
from app_pages.workbench.texts import phrase
from graph.stores.open import OpenStore
from graph.stores.store import StoreError

# The last profile, with the query and the values that it is of.
PROFILE_KEY = "custom_profiled"


def profile_views(
    open_store: OpenStore, query: str, values: Mapping[str, str | int]
) -> dict[str, Callable[[], None]]:
    """The view of the profile, if the store can give one."""
    if not open_store.is_server:
        return {}
    return {"as_profile": lambda: _show(open_store, query, values)}


def _show(open_store: OpenStore, query: str, values: Mapping[str, str | int]) -> None:
    request = (query, tuple(sorted(values.items())), id(open_store))
    if st.session_state.get(PROFILE_KEY, (None,))[0] != request:
        try:
            st.session_state[PROFILE_KEY] = request, _rows(open_store, query, values)
        except StoreError as error:
            show_refusal(error)
            return
    st.caption(phrase("profile_help"))
    st.dataframe(st.session_state[PROFILE_KEY][1], hide_index=True)


def _rows(
    open_store: OpenStore, query: str, values: Mapping[str, str | int]
) -> list[dict[str, str | int]]:
    """A row for each step; those that a step reads from stand beneath it, further in."""
    from graph.stores.neo4j.store import BoltStore

    assert isinstance(open_store.store, BoltStore)
    return [
        {
            phrase("profile_step"): "\u2003" * step.depth + step.operator,
            phrase("profile_rows"): step.rows,
            phrase("profile_hits"): step.database_hits,
            phrase("profile_details"): step.details,
        }
        for step in open_store.store.profile(query, values)
    ]
