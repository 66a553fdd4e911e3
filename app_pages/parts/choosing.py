"""The filters of the Spread page: what the reader wants to see of the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from app_pages.parts.kept import kept
from app_pages.parts.language import language, say
from app_pages.parts.tables import names
from graph.facts import Facts
from graph.filters import Choice
from graph.lines import MAIN, STANCES, line_types, told_links, year
from graph.property_graph import PropertyGraph
from ontology.kinds import Mechanism, Organisation, Place, Source, Stance, Thing
from ontology.words import name as word

ThingKind = TypeVar("ThingKind", bound=Thing)


def choose(facts: Facts, graph: PropertyGraph) -> Choice:
    """A row of filters, and what they say."""
    scope, types, more = st.columns([2.2, 5.3, 1.5], vertical_alignment="bottom")
    with scope:
        story_only = _story_only(facts)
    with types:
        shown = _several("spread_types", say("link_types"), _words(line_types()), MAIN)
    with more, st.popover(say("filters"), icon=":material/tune:", width="stretch"):
        stances = _words(STANCES, "Stance.")
        firm = (Stance.STATED.value,)
        return Choice(
            types=frozenset(shown),
            stances=frozenset(
                _several("spread_stances", word("stance", language()), stances, firm)
            ),
            years=_years(graph),
            source=_thing(facts, (Source,), "spread_source", word("Source", language())),
            place=_thing(facts, (Place, Organisation), "spread_place", say("place_and_inside")),
            mechanism=_thing(facts, (Mechanism,), "spread_mechanism", say("mechanism_and_below")),
            story_only=story_only,
        )


def _story_only(facts: Facts) -> bool:
    start = facts.dataset.start
    if start is None or start not in facts.things:
        return False
    called = names(facts, language())[start]
    labels = {"story": say("scope_story", start=called), "all": say("scope_all")}

    def draw(key: str) -> str | None:
        return st.segmented_control(
            say("scope"), list(labels), format_func=labels.__getitem__, key=key, required=True
        )

    default: str | None = "story"
    return kept("spread_scope", default, draw) == "story"


def _several(
    key: str, label: str, called: Mapping[str, str], default: Sequence[str]
) -> Sequence[str]:
    """Some of the keys of `called`, chosen by their names."""

    def draw(own: str) -> Sequence[str]:
        return st.multiselect(label, list(called), format_func=called.__getitem__, key=own)

    return kept(key, default, draw)


def _years(graph: PropertyGraph) -> tuple[int, int] | None:
    known = sorted({found for link in told_links(graph) if (found := year(link)) is not None})
    if len(known) < 2:
        return None
    ends = (known[0], known[-1])

    def draw(key: str) -> tuple[int, int]:
        chosen: tuple[int, int] = st.slider(say("years"), *ends, ends, key=key)
        return chosen

    chosen = kept("spread_years", ends, draw)
    return None if chosen == ends else chosen


def _thing(facts: Facts, kinds: Sequence[type[ThingKind]], key: str, label: str) -> str | None:
    """One thing of these kinds, or none."""
    called = names(facts, language())
    codes = [thing.code for kind in kinds for thing in facts.of(kind)]

    def draw(own: str) -> str | None:
        return st.selectbox(
            label, codes, None, format_func=called.__getitem__, key=own, placeholder=say("any")
        )

    return kept(key, None, draw)


def _words(keys: Sequence[str], before: str = "") -> dict[str, str]:
    """The names of these keys; ready-made, for widgets ask for them at other times too."""
    return {key: word(before + key, language()) for key in keys}
