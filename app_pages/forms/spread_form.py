"""The view of the Spread page: its subject, its filters, and the state of the stage."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

import streamlit as st

from app_pages.components.picker import pick_several
from app_pages.components.stage import LAYOUTS
from app_pages.forms.link_filter_form import (
    FIRST_STANCES,
    choose_several,
    filter_form,
    filter_parts,
    labels_of,
    show_all_button,
)
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ChoicePart, ChoicesPart, Flag, UrlPart
from app_pages.state.widget_state import forget, persistent_choice, widget_value
from exports.cards.statement_words import names
from graph.drawing.maps.adoption_areas import FINER_LEVEL, LEVELS
from graph.links.adoption_curves import MAX_CURVES
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import MAIN_EDGE_TYPES, bundle_types
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.schema.kinds import Mechanism

CURVES, TYPES, SCOPE = "spread_curves", "spread_types", "spread_scope"
# What the picture is about, each with the types of link that it shows.
SUBJECTS = {"lessons": MAIN_EDGE_TYPES, "adoptions": ("ADOPTED",)}
# More lines than this are too many at first sight.
MAX_FIRST_BUNDLES = 1000


def spread_parts(facts: Facts, index: EdgeBundleIndex) -> list[UrlPart]:
    """The view of the Spread page, part by part, with its first values."""
    mechanisms = {mechanism.code for mechanism in facts.things_of(Mechanism)}
    return [
        ChoicePart("scope", SCOPE, ("story", "all"), "story"),
        ChoicesPart("types", TYPES, bundle_types(), _first_types(index)),
        *filter_parts(facts, index, "spread", _first_mechanism(index)),
        ChoicesPart("curves", CURVES, mechanisms, keeps_order=True),
        ChoicePart("moment", "spread_moment", {str(year) for year in index.timeline}),
        ChoicePart("since", "spread_since", {str(year) for year in index.timeline}),
        ChoicePart("layout", "spread_layout", LAYOUTS, LAYOUTS[0]),
        ChoicePart("level", "spread_level", LEVELS, FINER_LEVEL),
        Flag("undated", "spread_undated", default=True),
    ]


def _first_types(index: EdgeBundleIndex) -> tuple[str, ...]:
    """The main types of edge; if the facts have none of them, the first type that they have."""
    if index.of_types(MAIN_EDGE_TYPES):
        return MAIN_EDGE_TYPES
    return (
        tuple(islice((type for type in bundle_types() if index.of_types([type])), 1))
        or MAIN_EDGE_TYPES
    )


def _first_mechanism(index: EdgeBundleIndex) -> str | None:
    """The mechanism with the most links, if all links together are too many at first."""
    bundles = index.of_types(_first_types(index))
    if len(bundles) <= MAX_FIRST_BUNDLES or bundles[0].type != "ADOPTED":
        return None
    taken_up = Counter(bundle.end for bundle in bundles)
    return min(taken_up, key=lambda code: (-taken_up[code], code))


def compared_mechanisms() -> tuple[str, ...]:
    """The mechanisms whose curves the reader compares."""
    return tuple(st.session_state.get(CURVES) or ())[:MAX_CURVES]


def spread_filters(facts: Facts, index: EdgeBundleIndex) -> EdgeFilter:
    """Draws the page's head with its filters and returns their values."""
    title, scope, panel_column = st.columns([0.95, 5.4, 1], vertical_alignment="center")
    title.title(say("page_spread"), anchor=False)
    with scope, st.container(horizontal=True, vertical_alignment="center"):
        _choose_subject(facts, index)
        story_only = _story_only(facts)
        show_all_button("spread")
    with panel_column, st.popover(say("filters"), icon=":material/tune:", width="stretch"):
        labels = labels_of(bundle_types())
        types = choose_several(TYPES, say("link_types"), labels, _first_types(index))
        choice = filter_form(facts, index, "spread", types)
        _choose_curves(facts)
    return replace(choice, story_only=story_only)


def _choose_subject(facts: Facts, index: EdgeBundleIndex) -> None:
    """Who learned from whom, or what places did, if the facts say both."""
    counts = {
        name: sum(bundle.stance in FIRST_STANCES for bundle in index.of_types(types))
        for name, types in SUBJECTS.items()
    }
    if not all(counts.values()):
        return
    labels = {name: say(f"subject_{name}", count=count) for name, count in counts.items()}
    key = f"spread_subject-{language()}"
    types = widget_value(TYPES)
    st.session_state[key] = next(
        (name for name, shown_types in SUBJECTS.items() if set(shown_types) == set(types or ())),
        None,
    )
    st.segmented_control(
        say("subject"),
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: _show_subject(st.session_state[key]),
    )


def _show_subject(subject: str | None) -> None:
    """Draws the links of a subject; adoptions are those of all places, not of the story alone."""
    if subject is None:
        return
    for key in (TYPES, SCOPE):
        forget(key)
    st.session_state[TYPES] = list(SUBJECTS[subject])
    st.session_state[SCOPE] = "all" if subject == "adoptions" else "story"


def _choose_curves(facts: Facts) -> None:
    codes = [thing.code for thing in facts.things_of(Mechanism)]
    label = say("curves_compared", most=MAX_CURVES)
    st.session_state[CURVES] = list(compared_mechanisms())  # an address may ask for more
    pick_several(facts, CURVES, label, codes, say("type_a_name"), MAX_CURVES)


def _story_only(facts: Facts) -> bool:
    start = facts.dataset.start
    if start is None or start not in facts.things:
        return False
    name = names(facts, language())[start]
    labels = {"story": say("scope_story", start=plain(name)), "all": say("scope_all")}

    return persistent_choice(SCOPE, say("scope"), labels) == "story"
