"""The view of the Explore page: where it starts, what is opened from there, and its filters."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages.parts.choosing import (
    Pickable,
    one_thing,
    several,
    where_and_what,
    words_of,
    year_ends,
    years_between,
)
from app_pages.parts.kept import forget
from app_pages.parts.language import language, say
from app_pages.parts.view import One, Part, Several, Span
from graph.facts import Facts
from graph.filters import Choice
from graph.lines import STANCES, line_types
from graph.neighbourhood import usual_types
from graph.told import Told
from ontology.kinds import ACTORS, THINGS, Mechanism, Source, Stance
from ontology.words import name as word

THING, GROWN, PICK, VIEW = "explore_thing", "explore_grown", "explore_pick", "explore_view"
TYPES = "explore_types"
VIEWS = ("network", "told")
KINDS = tuple(kind.__name__ for kind in THINGS)


def first_thing(facts: Facts) -> str | None:
    """Where the page starts when nothing is asked for."""
    start = facts.dataset.start
    return start if start in facts.things else next(iter(facts.things), None)


def explored(facts: Facts) -> str | None:
    """The thing of the address or, without one, of the session; what is no thing is the first."""
    asked = st.query_params.get("thing") or st.session_state.get(THING)
    return asked if asked in facts.things else first_thing(facts)


def parts(facts: Facts, known: Told, thing: str) -> list[Part]:
    """The view, part by part; which types of link are usual depends on the thing."""
    kinds = ACTORS, (Mechanism,), (Source,)
    places, mechanisms, sources = (
        {thing.code for kind in some for thing in facts.of(kind)} for some in kinds
    )
    shown: list[Part] = [
        One("thing", THING, facts.things, first_thing(facts)),
        Several("opened", GROWN, facts.things, as_chosen=True),
        One("view", VIEW, VIEWS, VIEWS[0]),
        Several("types", TYPES, line_types(), usual_types(known, thing)),
        Several("kinds", "explore_kinds", KINDS),
        Several("stances", "explore_stances", STANCES, (Stance.STATED.value,)),
        One("source", "explore_source", sources),
        One("place", "explore_place", places),
        One("mechanism", "explore_mechanism", mechanisms),
        One("pick", PICK, Pickable(facts, known)),
    ]
    ends = year_ends(known)
    return [*shown, Span("years", "explore_years", ends)] if ends else shown


def start_from(known: Told, code: str) -> None:
    """Another thing: what was opened and picked is of the one before."""
    st.session_state[THING] = code
    st.session_state[GROWN] = []
    st.session_state[PICK] = None
    forget(TYPES)
    st.session_state[TYPES] = list(usual_types(known, code))


def choose(facts: Facts, known: Told, thing: str) -> tuple[Choice, Sequence[str]]:
    """The filters, and what they say: which lines, which kinds of neighbour."""
    shown = several(TYPES, say("link_types"), words_of(line_types()), usual_types(known, thing))
    firm = (Stance.STATED.value,)
    left, right = st.columns(2)
    with left:
        kinds = several("explore_kinds", say("kinds_shown"), words_of(KINDS), ())
        source = one_thing(facts, (Source,), "explore_source", word("Source", language()))
    with right:
        stances = words_of(STANCES, "Stance.")
        held = several("explore_stances", word("stance", language()), stances, firm)
        years = years_between(known, "explore_years")
    place, mechanism = where_and_what(facts, "explore")
    return Choice(
        types=frozenset(shown),
        stances=frozenset(held),
        years=years,
        source=source,
        place=place,
        mechanism=mechanism,
    ), kinds
