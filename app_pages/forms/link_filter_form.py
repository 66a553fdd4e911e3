"""The filters of lines that Explore and Spread share, and their parts of a page's address.

The parts are kept in the session under the page's name: `explore_source`, `spread_source`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import streamlit as st

from app_pages.components.picker import pick_one
from app_pages.state.language import language, say
from app_pages.state.url_codec import Clearable, One, Part, Several, Span
from app_pages.state.widget_state import persistent_widget
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import STANCES, EdgeBundle
from graph.links.edge_filter import EdgeFilter
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import ACTORS, Mechanism, Source, Stance, Thing

FIRM = (Stance.STATED.value,)


@dataclass(frozen=True)
class Pickable(Collection[str]):
    """What can be picked in a picture: any thing, and any line by its id."""

    facts: Facts
    known: EdgeBundleIndex

    def __contains__(self, code: object) -> bool:
        return code in self.facts.things or code in self.known.by_id

    def __iter__(self) -> Iterator[str]:
        return chain(self.facts.things, self.known.by_id)

    def __len__(self) -> int:
        return len(self.facts.things) + len(self.known)


def say_none_fits(others: Iterable[EdgeBundle]) -> None:
    """Says that nothing is drawn, and of which other types of link some would be."""
    types = dict.fromkeys(word(line.type, language()) for line in others)
    if types:
        listed = say("comma").join(types)
        st.info(say("other_types_fit", types=listed, where=say("link_types")))
    else:
        st.info(say("nothing_drawn"))


def filter_parts(
    facts: Facts, known: EdgeBundleIndex, page: str, first_mechanism: str | None = None
) -> list[Part]:
    """The filters and the pick of a page, with what they are at first."""
    mechanisms = _codes(facts, Mechanism)
    shown: list[Part] = [
        Several("stances", f"{page}_stances", STANCES, FIRM),
        One("source", f"{page}_source", _codes(facts, Source)),
        One("place", f"{page}_place", _codes(facts, *ACTORS)),
        Clearable("mechanism", f"{page}_mechanism", mechanisms, first_mechanism),
        One("pick", f"{page}_pick", Pickable(facts, known)),
    ]
    ends = _year_ends(known)
    return [*shown, Span("years", f"{page}_years", ends)] if ends else shown


def filtered(facts: Facts, known: EdgeBundleIndex, page: str, types: Sequence[str]) -> EdgeFilter:
    """Draws the filters; which lines of these types are wanted."""
    stance, source = st.columns(2)
    with stance:
        stances = several(
            f"{page}_stances", word("stance", language()), words_of(STANCES, "Stance."), FIRM
        )
    with source:
        called = word("Source", language())
        told_by = pick_one(facts, f"{page}_source", called, _codes(facts, Source))
    years = _years_between(known, f"{page}_years")
    where, what = st.columns(2)
    with where:
        label = say("place_and_inside")
        place = pick_one(facts, f"{page}_place", label, _codes(facts, *ACTORS))
    with what:
        label = say("mechanism_and_below")
        mechanism = pick_one(facts, f"{page}_mechanism", label, _codes(facts, Mechanism))
    return EdgeFilter(
        types=frozenset(types),
        stances=frozenset(stances),
        years=years,
        source=told_by,
        place=place,
        mechanism=mechanism,
    )


def several(
    key: str, label: str, called: Mapping[str, str], default: Sequence[str]
) -> Sequence[str]:
    """Some of the keys of `called`, chosen by their names."""

    def draw(widget_key: str, value: Sequence[str] | None) -> Sequence[str]:
        return st.multiselect(
            label,
            list(called),
            default=value,
            format_func=called.__getitem__,
            key=widget_key,
            placeholder=say("choose"),
        )

    return persistent_widget(key, default, draw)


def words_of(keys: Sequence[str], before: str = "") -> dict[str, str]:
    """The names of these keys; ready-made, for widgets ask for them at other times too."""
    return {key: word(before + key, language()) for key in keys}


def _codes(facts: Facts, *kinds: type[Thing]) -> list[str]:
    return [thing.code for kind in kinds for thing in facts.things_of(kind)]


def _year_ends(known: EdgeBundleIndex) -> tuple[int, int] | None:
    """The first and last year in which anything begins, if there are two."""
    return (known.years[0], known.years[-1]) if len(known.years) > 1 else None


def _years_between(known: EdgeBundleIndex, key: str) -> tuple[int, int] | None:
    """The first and last year of what is wanted; None for all."""
    ends = _year_ends(known)
    if ends is None:
        return None

    def draw(widget_key: str, value: tuple[int, int] | None) -> tuple[int, int]:
        st.slider(say("years"), *ends, value=value, key=widget_key)
        chosen: tuple[int, int] = st.session_state[widget_key]
        return chosen

    chosen = persistent_widget(key, ends, draw)
    return None if chosen == ends else chosen
