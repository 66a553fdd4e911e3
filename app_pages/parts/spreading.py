"""The filters of the Spread page, and the parts of its view that stand in its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

import streamlit as st

from app_pages.parts.kept import kept
from app_pages.parts.language import language, say
from app_pages.parts.picker import pick_one, pick_several
from app_pages.parts.plain import plain
from app_pages.parts.stage import LAYOUTS
from app_pages.parts.tables import names
from app_pages.parts.view import Clearable, Flag, One, Part, Several, Span
from graph.facts import Facts
from graph.filters import Choice
from graph.lines import MAIN, STANCES, line_types
from graph.told import Told
from graph.uptake import MOST_CURVES
from ontology.kinds import ACTORS, Mechanism, Source, Stance, Thing
from ontology.words import name as word

CURVES = "spread_curves"
# More lines than these say little at first sight.
MOST_AT_FIRST = 1000
ThingKind = TypeVar("ThingKind", bound=Thing)


@dataclass(frozen=True)
class Pickable(Collection[str]):
    """What can be picked in a picture: any thing, and any line by its id."""

    facts: Facts
    known: Told

    def __contains__(self, code: object) -> bool:
        return code in self.facts.things or code in self.known.by_id

    def __iter__(self) -> Iterator[str]:
        return chain(self.facts.things, self.known.by_id)

    def __len__(self) -> int:
        return len(self.facts.things) + len(self.known)


def parts(facts: Facts, known: Told) -> list[Part]:
    """The view of the Spread page, part by part, with what it is at first."""
    kinds = ACTORS, (Mechanism,), (Source,)
    places, mechanisms, sources = (
        {thing.code for kind in some for thing in facts.of(kind)} for some in kinds
    )
    shown: list[Part] = [
        One("scope", "spread_scope", ("story", "all"), "story"),
        Several("types", "spread_types", line_types(), _first_types(known)),
        Several("stances", "spread_stances", STANCES, (Stance.STATED.value,)),
        One("source", "spread_source", sources),
        One("place", "spread_place", places),
        Clearable("mechanism", "spread_mechanism", mechanisms, _first_mechanism(known)),
        Several("curves", CURVES, mechanisms, as_chosen=True),
        One("pick", "spread_pick", Pickable(facts, known)),
        One("moment", "spread_moment", {str(year) for year in known.moments}),
        One("layout", "spread_layout", LAYOUTS, LAYOUTS[0]),
        Flag("undated", "spread_undated", True),
    ]
    ends = year_ends(known)
    return [*shown, Span("years", "spread_years", ends)] if ends else shown


def _first_types(known: Told) -> tuple[str, ...]:
    """The main types of link; where none is told, the first other type that is."""
    if known.of_types(MAIN):
        return MAIN
    return tuple(islice((type for type in line_types() if known.of_types([type])), 1)) or MAIN


def _first_mechanism(known: Told) -> str | None:
    """That with the most links of its own, if all links at first are too many to look over."""
    shown = known.of_types(_first_types(known))
    if len(shown) <= MOST_AT_FIRST or shown[0].type != "ADOPTED":
        return None
    taken_up = Counter(line.end for line in shown)
    return min(taken_up, key=lambda code: (-taken_up[code], code))


def compared() -> tuple[str, ...]:
    """The mechanisms whose curves the reader compares."""
    return tuple(st.session_state.get(CURVES) or ())[:MOST_CURVES]


def choose(facts: Facts, known: Told) -> Choice:
    """The page's head with its filters, and what they say."""
    title, scope, more = st.columns([1.4, 4.2, 1], vertical_alignment="center")
    title.title(say("page_spread"))
    with scope:
        story_only = _story_only(facts)
    with more, st.popover(say("filters"), icon=":material/tune:", width="stretch"):
        called = words_of(line_types())
        shown = several("spread_types", say("link_types"), called, _first_types(known))
        firm = (Stance.STATED.value,)
        held, source = st.columns(2)
        with held:
            stances = words_of(STANCES, "Stance.")
            stance = several("spread_stances", word("stance", language()), stances, firm)
        with source:
            told_by = one_thing(facts, (Source,), "spread_source", word("Source", language()))
        years = years_between(known, "spread_years")
        place, mechanism = where_and_what(facts, "spread")
        _choose_curves(facts)
    return Choice(
        types=frozenset(shown),
        stances=frozenset(stance),
        years=years,
        source=told_by,
        place=place,
        mechanism=mechanism,
        story_only=story_only,
    )


def _choose_curves(facts: Facts) -> None:
    codes = [thing.code for thing in facts.of(Mechanism)]
    label = say("curves_compared", most=MOST_CURVES)
    st.session_state[CURVES] = list(compared())  # an address may ask for more
    pick_several(facts, CURVES, label, codes, say("type_a_name"), MOST_CURVES)


def _story_only(facts: Facts) -> bool:
    start = facts.dataset.start
    if start is None or start not in facts.things:
        return False
    called = names(facts, language())[start]
    labels = {"story": say("scope_story", start=plain(called)), "all": say("scope_all")}

    def draw(key: str) -> str | None:
        return st.segmented_control(
            say("scope"),
            list(labels),
            format_func=labels.__getitem__,
            key=key,
            required=True,
            label_visibility="collapsed",
        )

    default: str | None = "story"
    return kept("spread_scope", default, draw) == "story"


def several(
    key: str, label: str, called: Mapping[str, str], default: Sequence[str]
) -> Sequence[str]:
    """Some of the keys of `called`, chosen by their names."""

    def draw(own: str) -> Sequence[str]:
        return st.multiselect(
            label, list(called), format_func=called.__getitem__, key=own, placeholder=say("choose")
        )

    return kept(key, default, draw)


def year_ends(known: Told) -> tuple[int, int] | None:
    """The first and last year in which anything begins, if there are two."""
    return (known.years[0], known.years[-1]) if len(known.years) > 1 else None


def years_between(known: Told, key: str) -> tuple[int, int] | None:
    """The first and last year of what is wanted; None for all."""
    ends = year_ends(known)
    if ends is None:
        return None

    def draw(own: str) -> tuple[int, int]:
        st.slider(say("years"), *ends, key=own)
        chosen: tuple[int, int] = st.session_state[own]
        return chosen

    chosen = kept(key, ends, draw)
    return None if chosen == ends else chosen


def one_thing(facts: Facts, kinds: Sequence[type[ThingKind]], key: str, label: str) -> str | None:
    """One thing of these kinds, or none."""
    return pick_one(facts, key, label, [thing.code for kind in kinds for thing in facts.of(kind)])


def where_and_what(facts: Facts, page: str) -> tuple[str | None, str | None]:
    """A place or organisation and a mechanism, side by side."""
    where, what = st.columns(2)
    with where:
        place = one_thing(facts, ACTORS, f"{page}_place", say("place_and_inside"))
    with what:
        label = say("mechanism_and_below")
        mechanism = one_thing(facts, (Mechanism,), f"{page}_mechanism", label)
    return place, mechanism


def words_of(keys: Sequence[str], before: str = "") -> dict[str, str]:
    """The names of these keys; ready-made, for widgets ask for them at other times too."""
    return {key: word(before + key, language()) for key in keys}
