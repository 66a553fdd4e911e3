"""The view of the Explore page: where it starts, what is opened from there, and its filters."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from app_pages.forms.link_filter_form import choose_several, filter_form, filter_parts, labels_of
from app_pages.state.language import say
from app_pages.state.placed_things import PlacedThings
from app_pages.state.url_codec import (
    ChoicePart,
    ChoicesPart,
    Flag,
    NumberRange,
    UnresolvedPart,
    UrlPart,
)
from app_pages.state.widget_state import forget
from graph.drawing.large_scene import NetworkPart
from graph.drawing.neighbourhood_scene import usual_types
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import bundle_types
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.schema.kinds import THINGS
from ontology.schema.value_types import CODE_SEPARATOR

THING, OPENED_KEY, PICK, VIEW = (
    "explore_thing",
    "explore_grown",
    "explore_pick",
    "explore_view",
)
TYPES, SHOWN_KINDS = "explore_types", "explore_kinds"
PLACES, AMONG, GROUPS = "explore_places", "explore_among", "explore_groups"
# The most groups of links whose openings an address holds, and the most openings of a group.
MAX_GROUPS, MAX_OPENINGS = 20, 99
VIEWS = ("network", "whole", "told", "path")
# The whole network: its moved things, the kinds that are hidden, and its window of years.
LARGE_NETWORK_PLACES_KEY, HIDDEN_KINDS_KEY = "explore_whole_places", "explore_whole_hidden"
LARGE_NETWORK_SPAN_KEY, ANY_YEARS = "explore_whole_span", (0, 9999)
PATH_END, PATH_PLACES = "explore_to", "explore_path_places"
PATH_KEYS = PATH_END, PATH_PLACES, PICK
KINDS = tuple(kind.__name__ for kind in THINGS)


@dataclass(frozen=True)
class OpenedGroups:
    """How often each group of a hub's links has been opened, by the id of its node."""

    name: str
    key: str
    options: Collection[str]
    default: Mapping[str, int] = field(default_factory=dict)

    def read(self, text: str) -> dict[str, int]:
        parts = text.split(CODE_SEPARATOR) if text else []
        ids, counts = parts[::2], parts[1::2]
        hubs = {id.rsplit("-", 2)[0] for id in ids}
        are_counts = all(count in map(str, range(1, MAX_OPENINGS + 1)) for count in counts)
        if len(parts) % 2 or len(ids) > MAX_GROUPS or not (are_counts and hubs <= {*self.options}):
            raise UnresolvedPart(text)
        return {id: int(count) for id, count in zip(ids, counts, strict=True)}

    def write(self, value: Mapping[str, int]) -> str:
        opened_groups = [(id, count) for id, count in sorted((value or {}).items()) if count > 0]
        return CODE_SEPARATOR.join(
            f"{id}{CODE_SEPARATOR}{count}" for id, count in opened_groups[:MAX_GROUPS]
        )


def open_group(id: str, by: int) -> None:
    """Opens the first links of a hub's group that are not drawn yet, or closes the last again."""
    opened_groups = dict(st.session_state.get(GROUPS) or {})
    opened_groups[id] = max(0, min(MAX_OPENINGS, opened_groups.get(id, 0) + by))
    st.session_state[GROUPS] = opened_groups


def open_or_close_thing(code: str | None) -> None:
    """Opens a thing out, or closes it again."""
    opened_codes = list(st.session_state.get(OPENED_KEY, ()))
    if not code or code == st.session_state[THING]:
        return
    st.session_state[OPENED_KEY] = (
        [opened_code for opened_code in opened_codes if opened_code != code]
        if code in opened_codes
        else [*opened_codes, code]
    )


def first_thing(facts: Facts) -> str | None:
    """Where the page starts when the address names nothing."""
    start = facts.dataset.start
    return start if start in facts.things else next(iter(facts.things), None)


def start_thing(facts: Facts) -> str | None:
    """The thing of the address, else of the session; the first thing if there is no such thing."""
    code = st.query_params.get("thing") or st.session_state.get(THING)
    return code if code in facts.things else first_thing(facts)


def explore_parts(facts: Facts, index: EdgeBundleIndex, thing: str) -> list[UrlPart]:
    """The view, part by part; which types of link are usual depends on the thing."""
    return [
        ChoicePart("thing", THING, facts.things, first_thing(facts)),
        ChoicesPart("opened", OPENED_KEY, facts.things, keeps_order=True),
        OpenedGroups("groups", GROUPS, facts.things),
        ChoicePart("view", VIEW, VIEWS, VIEWS[0]),
        ChoicePart("to", PATH_END, facts.things),
        Flag("places", PATH_PLACES, default=False),
        ChoicesPart("types", TYPES, bundle_types(), usual_types(index, thing)),
        ChoicesPart("kinds", SHOWN_KINDS, KINDS),
        PlacedThings("whole_placed", LARGE_NETWORK_PLACES_KEY, facts.things),
        ChoicesPart("hidden", HIDDEN_KINDS_KEY, KINDS),
        NumberRange("window", LARGE_NETWORK_SPAN_KEY, ANY_YEARS),
        *filter_parts(facts, index, "explore"),
    ]


def start_from(index: EdgeBundleIndex, code: str) -> None:
    """Starts from another thing; what was opened and picked from the thing before is dropped."""
    st.session_state[THING] = code
    st.session_state[OPENED_KEY] = []
    st.session_state[PICK] = None
    st.session_state[PLACES] = {}
    st.session_state[AMONG] = []
    st.session_state[GROUPS] = {}
    forget(TYPES)
    st.session_state[TYPES] = list(usual_types(index, code))


def show_path(facts: Facts, index: EdgeBundleIndex, end: str | None) -> None:
    """Shows the path to a thing, from the one that is picked or else from the start."""
    thing: str = st.session_state[THING]
    pick = str(st.session_state.get(PICK))
    start = pick if pick in facts.things else thing
    if end is None or end == start:
        return
    if start != thing:
        start_from(index, start)
    for key in (VIEW, PATH_END):
        forget(key)
    st.session_state[VIEW], st.session_state[PATH_END] = "path", end


def keep_network_change(facts: Facts, index: EdgeBundleIndex, key: str, name: str) -> None:
    """Takes over what the reader has done in the network `key`; `name` as its `on_change`."""
    value: Any = getattr(st.session_state[key], name)
    if name == "places":
        st.session_state[PLACES] = value
    elif name == "group":
        open_group(**value)
    elif name == "join":
        show_path(facts, index, value)
    else:
        open_or_close_thing(value)


def large_network_part() -> NetworkPart:
    """What the reader draws of the whole network."""
    span = tuple(st.session_state.get(LARGE_NETWORK_SPAN_KEY) or ANY_YEARS)
    hidden_kinds = frozenset(st.session_state.get(HIDDEN_KINDS_KEY) or ())
    return NetworkPart(hidden_kinds, None if span == ANY_YEARS else (span[0], span[1]))


def keep_large_network_change(key: str, name: str) -> None:
    """Takes over what the reader has done in the whole network `key`; `name` as its `on_change`."""
    value: Any = getattr(st.session_state[key], name)
    if name == "places":
        st.session_state[LARGE_NETWORK_PLACES_KEY] = value
    else:
        st.session_state[HIDDEN_KINDS_KEY] = value["hidden"]
        st.session_state[LARGE_NETWORK_SPAN_KEY] = tuple(value["span"] or ANY_YEARS)


def explore_filters(
    facts: Facts, index: EdgeBundleIndex, thing: str
) -> tuple[EdgeFilter, Sequence[str]]:
    """Draws the filters and returns their values: which lines, which kinds of neighbour."""
    types = choose_several(
        TYPES, say("link_types"), labels_of(bundle_types()), usual_types(index, thing)
    )
    kinds = choose_several(SHOWN_KINDS, say("kinds_shown"), labels_of(KINDS), ())
    return filter_form(facts, index, "explore", types), kinds
