"""The view of the Spread page: what is told of, its filters, and where the stage stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

import streamlit as st

from app_pages.components.picker import pick_several
from app_pages.components.result_table import names
from app_pages.components.stage import LAYOUTS
from app_pages.forms.link_filter_form import filter_parts, filtered, several, words_of
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import Flag, One, Part, Several
from app_pages.state.widget_state import persistent_widget
from graph.links.adoption_curves import MAX_CURVES
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import MAIN_EDGE_TYPES, bundle_types
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.schema.kinds import Mechanism

CURVES = "spread_curves"
# More lines than these say little at first sight.
MOST_AT_FIRST = 1000


def parts(facts: Facts, known: EdgeBundleIndex) -> list[Part]:
    """The view of the Spread page, part by part, with what it is at first."""
    mechanisms = {one.code for one in facts.things_of(Mechanism)}
    return [
        One("scope", "spread_scope", ("story", "all"), "story"),
        Several("types", "spread_types", bundle_types(), _first_types(known)),
        *filter_parts(facts, known, "spread", _first_mechanism(known)),
        Several("curves", CURVES, mechanisms, as_chosen=True),
        One("moment", "spread_moment", {str(year) for year in known.timeline}),
        One("layout", "spread_layout", LAYOUTS, LAYOUTS[0]),
        Flag("undated", "spread_undated", True),
    ]


def _first_types(known: EdgeBundleIndex) -> tuple[str, ...]:
    """The main types of link; where none is told, the first other type that is."""
    if known.of_types(MAIN_EDGE_TYPES):
        return MAIN_EDGE_TYPES
    return (
        tuple(islice((type for type in bundle_types() if known.of_types([type])), 1))
        or MAIN_EDGE_TYPES
    )


def _first_mechanism(known: EdgeBundleIndex) -> str | None:
    """That with the most links of its own, if all links at first are too many to look over."""
    shown = known.of_types(_first_types(known))
    if len(shown) <= MOST_AT_FIRST or shown[0].type != "ADOPTED":
        return None
    taken_up = Counter(line.end for line in shown)
    return min(taken_up, key=lambda code: (-taken_up[code], code))


def compared() -> tuple[str, ...]:
    """The mechanisms whose curves the reader compares."""
    return tuple(st.session_state.get(CURVES) or ())[:MAX_CURVES]


def choose(facts: Facts, known: EdgeBundleIndex) -> EdgeFilter:
    """The page's head with its filters, and what they say."""
    title, scope, more = st.columns([1.4, 4.2, 1], vertical_alignment="center")
    title.title(say("page_spread"))
    with scope:
        story_only = _story_only(facts)
    with more, st.popover(say("filters"), icon=":material/tune:", width="stretch"):
        called = words_of(bundle_types())
        shown = several("spread_types", say("link_types"), called, _first_types(known))
        choice = filtered(facts, known, "spread", shown)
        _choose_curves(facts)
    return replace(choice, story_only=story_only)


def _choose_curves(facts: Facts) -> None:
    codes = [thing.code for thing in facts.things_of(Mechanism)]
    label = say("curves_compared", most=MAX_CURVES)
    st.session_state[CURVES] = list(compared())  # an address may ask for more
    pick_several(facts, CURVES, label, codes, say("type_a_name"), MAX_CURVES)


def _story_only(facts: Facts) -> bool:
    start = facts.dataset.start
    if start is None or start not in facts.things:
        return False
    called = names(facts, language())[start]
    labels = {"story": say("scope_story", start=plain(called)), "all": say("scope_all")}

    def draw(widget_key: str, value: str | None) -> str | None:
        return st.segmented_control(
            say("scope"),
            list(labels),
            format_func=labels.__getitem__,
            key=widget_key,
            required=True,
            label_visibility="collapsed",
        )

    default: str | None = "story"
    return persistent_widget("spread_scope", default, draw) == "story"
