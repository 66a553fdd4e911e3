"""Small multiples on Spread: the same map or network by year or by mechanism, and for print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.pictures.picture_control import print_picture, source_line
from app_pages.pictures.shape_names import names_of_shapes
from app_pages.state.facts_cache import FactsStamp
from app_pages.state.language import language, say
from app_pages.state.url_codec import ChoicePart, UrlPart
from app_pages.state.widget_state import persistent_choice
from app_pages.state.workspace import (
    all_bundles,
    facts_or_stop,
    facts_stamp,
    layout_of,
    place_coordinates,
)
from exports.pictures.multiples_picture import Pane, map_multiples, network_multiples
from exports.pictures.print_style import PrintStyle
from graph.drawing.maps.adoption_areas import FINER_LEVEL, at_level
from graph.drawing.maps.map_scene import map_scene
from graph.drawing.network_scene import network_scene
from graph.drawing.texts import say as word_of
from graph.drawing.theme import THEMES
from graph.links.adoption_curves import MAX_CURVES, Uptake, uptakes
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import EdgeFilter
from graph.links.timeline import TimeState, state_at, timeline_years
from graph.model.facts import Facts

PANES_BY_KEY, PICTURE_KEY, PANES_KEY = "spread_multiples", "spread_multiples_of", "spread_panes"
MODES = ("off", "moment", "year", "mechanism")
PICTURES = ("map", "network")
MAX_PANES = 6


@dataclass(frozen=True)
class Multiples:
    """The bundles of all panes, the panes, and the one mechanism that they share, if they do."""

    bundles: Sequence[EdgeBundle]
    panes: Sequence[Pane]
    mechanism: str | None


@dataclass(frozen=True)
class LinePick:
    """The id that is picked, what is called with the id of a click, and the panel of evidence."""

    id: str | None
    on_pick: Callable[[str], None]
    evidence: str


def multiples_parts() -> list[UrlPart]:
    """The choices in the address."""
    return [
        ChoicePart("multiples", PANES_BY_KEY, MODES, MODES[0]),
        ChoicePart("panes", PICTURE_KEY, PICTURES, PICTURES[0]),
    ]


def show_multiples(
    facts: Facts,
    choice: EdgeFilter,
    bundles: Sequence[EdgeBundle],
    compared_codes: Sequence[str],
    pick: LinePick,
) -> Sequence[EdgeBundle]:
    """The choices, and beneath them the panes with their files for print; returns their bundles.

    Panes by mechanism are those of the `compared_codes` ones, else of those that most have adopted.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        mode = persistent_choice(
            PANES_BY_KEY, say("multiples"), {x: say(f"multiples_{x}") for x in MODES}
        )
        if mode == "off":
            return ()
        labels = {name: word_of(f"layout_{name}", language()) for name in PICTURES}
        kind = persistent_choice(PICTURE_KEY, say("multiples_of"), labels)
        if kind == "map" and facts.dataset.outlines is None:
            kind = "network"
        content = _content(facts, choice, bundles, mode, compared_codes)
        if not content.panes:
            st.info(say("multiples_none"))
            return ()
        title = _title(facts, content)
        picture = _picture_of_multiples(facts, content, kind, title)
        print_picture(facts, "multiples", title, {}, picture)
    view = (facts_stamp(), choice, mode, kind, tuple(compared_codes), _level())
    show_panes(PANES_KEY, view, picture, title, content.panes, pick)
    return content.bundles


def show_panes(
    key: str,
    view: tuple[Hashable, ...],
    picture: Callable[[PrintStyle], str],
    title: str,
    panes: Sequence[Pane],
    pick: LinePick,
) -> None:
    """Clickable panes; they are redrawn only if the `view` or a pane changes."""
    titles = tuple(pane.title for pane in panes)
    alt = title + word_of("colon", language())
    alt += word_of("comma", language()).join(titles)
    svg = _svg(view, titles, language(), st.context.theme.type or "light", picture)
    _mount()(
        key=key,
        data={
            "svg": svg,
            "names": names_of_shapes(facts_or_stop(), all_bundles(), svg, language()),
            "label": alt,
            "picked": pick.id,
            "evidence": pick.evidence,
        },
        on_picked_change=lambda: pick.on_pick(st.session_state[key].picked),
    )


@cache
def _mount() -> Any:
    return component("multiples", '<div class="multiples"></div>')


def _picture_of_multiples(
    facts: Facts, content: Multiples, kind: str, title: str
) -> Callable[[PrintStyle], str]:
    """Writes the picture in a style."""
    page_language, years, level = language(), timeline_years(content.bundles), _level()
    texts = {"title": title, "source": source_line(facts), "note": say("multiples_note")}
    texts |= {key: word_of(f"map_{key}", page_language) for key in ("undated", "outside", "silent")}
    first_years = {bundle.id: bundle.year for bundle in content.bundles if bundle.year is not None}

    def picture(style: PrintStyle) -> str:
        if kind == "network":
            scene = network_scene(facts, content.bundles, layout_of(content.bundles), page_language)
            return network_multiples(scene, content.panes, style, texts)
        spots, mechanism = place_coordinates(), content.mechanism
        drawn_map = map_scene(facts, content.bundles, spots, page_language, years, mechanism)
        assert drawn_map is not None, "a map is drawn only if the facts have outlines"
        if drawn_map["adoption"]:
            drawn_map |= {"adoption": at_level(drawn_map["adoption"], level)}
        return map_multiples(drawn_map, content.panes, style, texts, first_years)

    return picture


def _level() -> str:
    """The size of the areas that the map on the page colours."""
    return st.session_state.get("spread_level") or FINER_LEVEL


@st.cache_resource(max_entries=16, show_spinner=False)
def _svg(
    view: tuple[Hashable, ...],
    panes: tuple[str, ...],
    page_language: str,
    theme: str,
    _picture: Callable[[PrintStyle], str],
) -> str:
    """The picture in the reader's theme; redrawn only if another one is chosen."""
    return _picture(PrintStyle(font_pt=7.0, has_ids=True, theme=THEMES[theme]))


def _content(
    facts: Facts,
    choice: EdgeFilter,
    bundles: Sequence[EdgeBundle],
    mode: str,
    compared_codes: Sequence[str],
) -> Multiples:
    if mode == "mechanism":
        return _by_mechanism(facts, choice, compared_codes or _most_adopted_mechanisms())
    if mode == "year":
        return Multiples(bundles, panes_by_year(bundles), choice.mechanism)
    years = timeline_years(bundles)
    moment = st.session_state.get("spread_moment")
    chosen_years = [int(moment) if moment else years[-1]] if years else []
    return Multiples(bundles, [_pane_of(year, bundles) for year in chosen_years], choice.mechanism)


def panes_by_year(bundles: Sequence[EdgeBundle]) -> Sequence[Pane]:
    """Panes of years at equal distances; the last pane has everything that is dated."""
    years = timeline_years(bundles)
    parts = min(MAX_PANES, len(years))
    chosen_years = [years[(len(years) - 1) * (index + 1) // parts] for index in range(parts)]
    return [_pane_of(year, bundles) for year in chosen_years]


def _pane_of(year: int, bundles: Sequence[EdgeBundle]) -> Pane:
    """What is dated by the end of a year."""
    bundle_states = {bundle.id: state_at(bundle.when, year) for bundle in bundles}
    absent = (TimeState.LATER, TimeState.UNDATED)
    states = {id: state.value for id, state in bundle_states.items() if state not in absent}
    return Pane(say("multiples_by_year", year=year, count=len(states)), states)


def _by_mechanism(facts: Facts, choice: EdgeFilter, codes: Sequence[str]) -> Multiples:
    """A pane for each mechanism that some place has adopted."""
    uptake_list = _uptakes(facts_stamp(), choice, tuple(codes), facts)
    bundles = {bundle.id: bundle for uptake in uptake_list for bundle in uptake.bundles}
    panes = [
        Pane(
            say(
                "multiples_of_mechanism",
                mechanism=facts.display_name(uptake.mechanism, language()),
                count=len({bundle.start for bundle in uptake.bundles}),
            ),
            all_states(uptake.bundles),
        )
        for uptake in uptake_list
        if uptake.bundles
    ]
    return Multiples(sorted(bundles.values(), key=lambda bundle: bundle.id), panes, None)


@st.cache_resource(max_entries=16, show_spinner=False)
def _uptakes(
    stamp: FactsStamp, choice: EdgeFilter, codes: tuple[str, ...], _facts: Facts
) -> tuple[Uptake, ...]:
    """The adoptions of each mechanism: over tens of thousands they take most of a second."""
    return uptakes(_facts, choice, codes, all_bundles())


def all_states(bundles: Sequence[EdgeBundle]) -> Mapping[str, str]:
    """The states of bundles at any time: those without a date are not certain."""
    return {bundle.id: "undated" if bundle.when is None else "certain" for bundle in bundles}


def _most_adopted_mechanisms() -> tuple[str, ...]:
    counts = Counter(bundle.end for bundle in all_bundles().of_types(["ADOPTED"]))
    return tuple(sorted(counts, key=lambda code: (-counts[code], code))[:MAX_CURVES])


def _title(facts: Facts, content: Multiples) -> str:
    if content.mechanism is None:
        return facts.dataset.title(language())
    name = facts.display_name(content.mechanism, language())
    return word_of("map_adoption", language(), mechanism=name)
