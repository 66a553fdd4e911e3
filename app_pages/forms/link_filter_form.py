"""The filters of bundles that Explore and Spread share, and their parts of a page's address.

The parts are kept in the session under the page's name: `explore_source`, `spread_source`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import streamlit as st

from app_pages.components.picker import pick_one
from app_pages.state.language import language, say
from app_pages.state.placed_things import PlacedThings
from app_pages.state.url_codec import (
    ChoicePart,
    ChoicesPart,
    NumberRange,
    OptionalChoicePart,
    UrlPart,
)
from app_pages.state.widget_state import persistent_widget
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import STANCES, EdgeBundle
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import ACTORS, Mechanism, Source, Stance, Thing
from ontology.schema.value_types import CODE_SEPARATOR

FIRST_STANCES = (Stance.STATED.value,)


@dataclass(frozen=True)
class Pickable(Collection[str]):
    """The value of a pick in a picture: any thing, any bundle by its id, or several things."""

    facts: Facts
    index: EdgeBundleIndex

    def __contains__(self, code: object) -> bool:
        if isinstance(code, str) and CODE_SEPARATOR in code:
            return all(part in self.facts.things for part in code.split(CODE_SEPARATOR))
        return code in self.facts.things or code in self.index.by_id

    def __iter__(self) -> Iterator[str]:
        return chain(self.facts.things, self.index.by_id)

    def __len__(self) -> int:
        return len(self.facts.things) + len(self.index)


def say_nothing_fits(bundles: Iterable[EdgeBundle]) -> None:
    """Says that nothing is drawn, and which other types of link would show bundles."""
    types = dict.fromkeys(word(bundle.type, language()) for bundle in bundles)
    if types:
        type_names = say("comma").join(types)
        st.info(say("other_types_fit", types=type_names, where=say("link_types")))
    else:
        st.info(say("nothing_drawn"))


def filter_parts(
    facts: Facts, index: EdgeBundleIndex, page: str, first_mechanism: str | None = None
) -> list[UrlPart]:
    """The filters and the pick of a page, with their first values."""
    mechanisms = _codes(facts, Mechanism)
    parts: list[UrlPart] = [
        ChoicesPart("stances", f"{page}_stances", STANCES, FIRST_STANCES),
        ChoicePart("source", f"{page}_source", _codes(facts, Source)),
        ChoicePart("place", f"{page}_place", _codes(facts, *ACTORS)),
        OptionalChoicePart("mechanism", f"{page}_mechanism", mechanisms, first_mechanism),
        ChoicePart("pick", f"{page}_pick", Pickable(facts, index)),
        ChoicesPart("among", f"{page}_among", facts.things, keeps_order=True),
        PlacedThings("placed", f"{page}_places", facts.things),
    ]
    ends = _year_ends(index)
    return [*parts, NumberRange("years", f"{page}_years", ends)] if ends else parts


def filter_form(
    facts: Facts, index: EdgeBundleIndex, page: str, types: Sequence[str]
) -> EdgeFilter:
    """Draws the filters and returns which bundles of these types the reader wants."""
    stance, source = st.columns(2)
    with stance:
        stances = choose_several(
            f"{page}_stances",
            word("stance", language()),
            labels_of(STANCES, "Stance."),
            FIRST_STANCES,
        )
    with source:
        label_of_source = word("Source", language())
        source_code = pick_one(facts, f"{page}_source", label_of_source, _codes(facts, Source))
    years = _choose_years(index, f"{page}_years")
    place_column, mechanism_column = st.columns(2)
    with place_column:
        label = say("place_and_inside")
        place = pick_one(facts, f"{page}_place", label, _codes(facts, *ACTORS))
    with mechanism_column:
        label = say("mechanism_and_below")
        mechanism = pick_one(facts, f"{page}_mechanism", label, _codes(facts, Mechanism))
    return EdgeFilter(
        types=frozenset(types),
        stances=frozenset(stances),
        years=years,
        source=source_code,
        place=place,
        mechanism=mechanism,
        among=frozenset(st.session_state.get(f"{page}_among") or ()),
    )


def only_these_button(page: str, pick: str | None) -> None:
    """The button that draws only the links between the picked things, if these are several."""
    key = f"{page}_among"
    if pick and CODE_SEPARATOR in pick and not st.session_state.get(key):
        st.button(
            say("only_these"),
            key=f"{key}_these",
            icon=":material/filter_alt:",
            on_click=lambda: st.session_state.update({key: pick.split(CODE_SEPARATOR)}),
        )


def show_all_button(page: str) -> None:
    """The button that draws all again, if only the links between some things are drawn."""
    key = f"{page}_among"
    if among := st.session_state.get(key):
        st.button(
            say("show_all_again", count=len(among)),
            key=f"{key}_all",
            icon=":material/filter_alt_off:",
            on_click=lambda: st.session_state.update({key: []}),
        )


def choose_several(
    key: str, label: str, labels: Mapping[str, str], default: Sequence[str]
) -> Sequence[str]:
    """Some of the keys of `labels`, chosen by their names."""

    def draw(widget_key: str, value: Sequence[str] | None) -> Sequence[str]:
        return st.multiselect(
            label,
            list(labels),
            default=value,
            format_func=labels.__getitem__,
            key=widget_key,
            placeholder=say("choose"),
        )

    return persistent_widget(key, default, draw)


def labels_of(keys: Sequence[str], prefix: str = "") -> dict[str, str]:
    """The names of these keys, made ahead because widgets ask for them outside a run too."""
    return {key: word(prefix + key, language()) for key in keys}


def _codes(facts: Facts, *kinds: type[Thing]) -> list[str]:
    return [thing.code for kind in kinds for thing in facts.things_of(kind)]


def _year_ends(index: EdgeBundleIndex) -> tuple[int, int] | None:
    """The first and last year in which anything begins, if there are two."""
    return (index.years[0], index.years[-1]) if len(index.years) > 1 else None


def _choose_years(index: EdgeBundleIndex, key: str) -> tuple[int, int] | None:
    """The first and last year that the reader wants; None for all."""
    ends = _year_ends(index)
    if ends is None:
        return None

    def draw(widget_key: str, value: tuple[int, int] | None) -> tuple[int, int]:
        st.slider(say("years"), *ends, value=value, key=widget_key)
        years: tuple[int, int] = st.session_state[widget_key]
        return years

    years = persistent_widget(key, ends, draw)
    return None if years == ends else years
